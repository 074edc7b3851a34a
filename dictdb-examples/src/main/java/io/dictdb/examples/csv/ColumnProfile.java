package io.dictdb.examples.csv;

import static io.dictdb.Dsl.avg;
import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.max;
import static io.dictdb.Dsl.min;

import io.dictdb.Row;
import io.dictdb.Table;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds.
 *
 * @param name its name
 * @param rows how many rows the table has
 * @param range how many values are not null, the least, the greatest and the mean, as an aggregate gives them
 * @param groups how many groups its values form; the nulls form one
 * @param grouped how many rows these groups have together
 * @param commonest the value that comes most often, or null when there is none
 * @param rarest the value that comes least often, or null when there is none
 */
record ColumnProfile(
        String name,
        int rows,
        Row range,
        int groups,
        long grouped,
        @Nullable Tally commonest,
        @Nullable Tally rarest) {

    static ColumnProfile of(Table table, String name) {
        Row range = table.aggregate(
                        count(name).as("values"),
                        min(name).as("min"),
                        max(name).as("max"),
                        avg(name).as("mean"))
                .row();
        List<Tally> tallies = Tally.of(table, name);
        List<Tally> values =
                tallies.stream().filter(tally -> tally.value() != null).toList();
        return new ColumnProfile(
                name,
                table.count(),
                range,
                tallies.size(),
                tallies.stream().mapToLong(Tally::times).sum(),
                values.isEmpty() ? null : values.get(0),
                values.isEmpty() ? null : values.get(values.size() - 1));
    }

    long nulls() {
        return rows - Objects.requireNonNull(range.getLong("values"));
    }

    @Nullable
    Object least() {
        return range.get("min");
    }

    @Nullable
    Object greatest() {
        return range.get("max");
    }

    @Nullable
    Object mean() {
        return range.get("mean");
    }

    /** How many different values there are, null not counted. */
    int distinct() {
        return groups - (nulls() > 0 ? 1 : 0);
    }

    /** The class of the values: of the least and the greatest, which differ where integers outgrow 64 bits. */
    String kind() {
        Object low = least();
        Object high = greatest();
        if (low == null || high == null) {
            return "only null";
        }
        String one = low.getClass().getSimpleName();
        String other = high.getClass().getSimpleName();
        return one.equals(other) ? one : one + ", " + other;
    }

    boolean isText() {
        return least() instanceof String && greatest() instanceof String;
    }

    boolean isNumber() {
        return least() instanceof Number && greatest() instanceof Number;
    }
}
