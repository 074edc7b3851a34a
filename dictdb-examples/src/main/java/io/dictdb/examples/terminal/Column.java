package io.dictdb.examples.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/*
 * One column of a table: its values as text. Numbers stand to the right, and those with a point have the same number of places down the
 * column, at most four for small ones and two for large ones, so that the points stand below each other.
 */
record Column(String header, List<String> cells, boolean right) {
    private static final int LONGEST = 40;

    static Column of(String header, List<? extends @Nullable Object> values, String forNull) {
        int places = values.stream().mapToInt(value -> places(value)).max().orElse(0);
        boolean fine = values.stream().allMatch(value -> !(value instanceof Double d) || Math.abs(d) < 1000);
        int shown = Math.min(places, fine ? 4 : 2);
        boolean numbers = values.stream().allMatch(value -> value == null || value instanceof Number);
        return new Column(
                Cells.visible(header),
                values.stream()
                        .map(value -> value == null ? forNull : text(value, shown))
                        .toList(),
                numbers && values.stream().anyMatch(Objects::nonNull));
    }

    /** The width at which nothing is cut, within reason. */
    int width() {
        int widest = cells.stream().mapToInt(Cells::width).max().orElse(0);
        return Math.min(LONGEST, Math.max(1, Math.max(widest, Cells.width(header))));
    }

    private static String text(Object value, int places) {
        return value instanceof Double d && isPlain(d)
                ? BigDecimal.valueOf(d).setScale(places, RoundingMode.HALF_EVEN).toPlainString()
                : Cells.visible(value.toString());
    }

    private static int places(@Nullable Object value) {
        return value instanceof Double d && isPlain(d)
                ? Math.max(0, BigDecimal.valueOf(d).stripTrailingZeros().scale())
                : 0;
    }

    /** Whether a number reads better without an exponent. */
    private static boolean isPlain(double d) {
        return d == 0 || (Math.abs(d) >= 1e-4 && Math.abs(d) < 1e15);
    }
}
