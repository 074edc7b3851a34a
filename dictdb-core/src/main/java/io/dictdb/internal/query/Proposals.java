package io.dictdb.internal.query;

import io.dictdb.Condition;
import io.dictdb.Condition.Comparison;
import io.dictdb.Condition.Operator;
import io.dictdb.IndexType;
import io.dictdb.internal.index.FieldIndex;
import io.dictdb.internal.index.Posting;
import io.dictdb.internal.index.Range;
import io.dictdb.internal.index.SortedIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the indexes propose for a condition in normal form. Under {@code and} any part may use an index, under {@code or} only if every part
 * has one, under {@code not} none; {@code matching} has none ever.
 */
final class Proposals {
    private final TableView table;

    Proposals(TableView table) {
        this.table = table;
    }

    /** How many records the table has. */
    long rows() {
        return table.count();
    }

    /** The best proposal, or null when no index can say anything. */
    @Nullable
    Candidate of(Condition condition) {
        if (condition instanceof Condition.And and) {
            return new Conjunction(this, and.parts()).candidate();
        }
        return condition instanceof Condition.Or or ? union(or) : single(condition);
    }

    private @Nullable Candidate union(Condition.Or or) {
        if (or.parts().isEmpty()) {
            return Candidate.exact(new Access.Nothing());
        }
        List<Access> parts = new ArrayList<>();
        boolean exact = true;
        for (Condition part : or.parts()) {
            Candidate candidate = of(part);
            if (candidate == null) {
                return null;
            }
            exact &= candidate.isExact();
            parts.add(candidate.access());
        }
        Access either = new Access.Either(parts);
        return exact ? Candidate.exact(either) : new Candidate(either, or);
    }

    private @Nullable Candidate single(Condition leaf) {
        if (leaf instanceof Comparison c && c.operator() == Operator.EQ && !c.ignoreCase()) {
            List<@Nullable Object> one = new ArrayList<>();
            one.add(c.value());
            return values(c.field(), one);
        }
        if (leaf instanceof Condition.In in && !in.ignoreCase()) {
            return values(in.field(), in.values());
        }
        if (leaf instanceof Condition.IsNull n) {
            List<@Nullable Object> one = new ArrayList<>();
            one.add(null);
            return values(n.field(), one);
        }
        if (leaf instanceof Condition.Like like) {
            return like(like);
        }
        Range range = Ranges.of(leaf);
        return range == null
                ? null
                : Ranges.fieldOf(leaf).map(field -> range(field, range)).orElse(null);
    }

    private @Nullable Candidate values(String field, List<@Nullable Object> values) {
        ValueSet seen = new ValueSet();
        List<@Nullable Object> distinct = new ArrayList<>();
        values.stream().filter(seen::add).forEach(distinct::add);
        return field.equals(table.primaryKey()) ? Candidate.exact(keys(field, distinct)) : lookup(field, distinct);
    }

    private Access keys(String field, List<@Nullable Object> values) {
        int[] rows = values.stream()
                .flatMapToInt(key -> key == null
                        ? IntStream.empty()
                        : IntStream.of(table.keys().find(key)))
                .filter(row -> row >= 0)
                .sorted()
                .toArray();
        return new Access.Keys(field, rows);
    }

    private @Nullable Candidate lookup(String field, List<@Nullable Object> values) {
        FieldIndex hash = table.index(field, IndexType.HASH);
        FieldIndex index = hash == null ? table.index(field, IndexType.SORTED) : hash;
        if (index == null) {
            return null;
        }
        List<Posting> postings = new ArrayList<>();
        values.forEach(value -> postings.add(index.find(value)));
        postings.removeIf(posting -> posting.size() == 0);
        return Candidate.exact(new Access.Lookup(field, index.type(), postings));
    }

    /** A pattern is a range by the text before its first wildcard; it stays to be tested. */
    private @Nullable Candidate like(Condition.Like like) {
        Range range = Ranges.prefix(LikePattern.of(like).literalPrefix());
        Candidate candidate = like.ignoreCase() || range == null ? null : range(like.field(), range);
        return candidate == null ? null : new Candidate(candidate.access(), like);
    }

    @Nullable
    Candidate range(String field, Range range) {
        if (range.isEmpty()) {
            return Candidate.exact(new Access.Nothing());
        }
        return table.index(field, IndexType.SORTED) instanceof SortedIndex index
                ? Candidate.exact(new Access.Ranged(field, index, range, index.count(range)))
                : null;
    }
}
