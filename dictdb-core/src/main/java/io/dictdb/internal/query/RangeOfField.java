package io.dictdb.internal.query;

import io.dictdb.Condition;
import io.dictdb.internal.index.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a conjunction that bound one field, joined into one range, and the parts that are left.
 *
 * @param range the range, or null when nothing bounds the field
 * @param others the conjunction of the other parts
 */
record RangeOfField(@Nullable Range range, Condition others) {
    static RangeOfField of(String field, Condition condition) {
        List<Condition> parts = condition instanceof Condition.And and ? and.parts() : List.of(condition);
        List<Condition> others = new ArrayList<>();
        Range joined = null;
        for (Condition part : parts) {
            Range range = Ranges.fieldOf(part).filter(field::equals).isPresent() ? Ranges.of(part) : null;
            if (range == null) {
                others.add(part);
            } else {
                joined = joined == null ? range : joined.intersect(range);
            }
        }
        return new RangeOfField(joined, others.size() == 1 ? others.get(0) : new Condition.And(others));
    }
}
