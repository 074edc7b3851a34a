package io.dictdb.examples.csv;

import static io.dictdb.Dsl.count;

import io.dictdb.Row;
import io.dictdb.Table;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often a value comes in its column.
 *
 * @param value the value; null stands for all cells without one
 * @param times in how many rows
 */
record Tally(@Nullable Object value, long times) {
    /** The values of a column, the commonest first. */
    static List<Tally> of(Table table, String column) {
        String n = column.equals("n") ? "times" : "n";
        List<Row> groups =
                table.aggregate(count().as(n)).groupBy(column).orderBy("-" + n).list();
        return groups.stream()
                .map(group -> new Tally(group.get(column), Objects.requireNonNull(group.getLong(n))))
                .toList();
    }

    /** The value where it is text, otherwise the empty text. */
    String text() {
        return value instanceof String s ? s : "";
    }
}
