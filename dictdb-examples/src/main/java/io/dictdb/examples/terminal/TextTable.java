package io.dictdb.examples.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/*
 * Rows in aligned columns, never wider than they may be. What is too wide is shrunk where it is widest, down to a width at which a value
 * can still be recognised; columns that have no room even then are left out at the right and named below.
 */
public final class TextTable {
    private static final int GAP = 2;
    private static final int NARROW = 12;

    private final List<Column> columns;
    private final int rows;

    private TextTable(List<Column> columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * A table of records; the first one tells the columns.
     *
     * @param records the records
     * @param forNull what a null is shown as
     */
    public static TextTable of(List<? extends Map<String, ? extends @Nullable Object>> records, String forNull) {
        List<String> headers =
                records.isEmpty() ? List.of() : List.copyOf(records.get(0).keySet());
        List<Column> columns = new ArrayList<>();
        for (String header : headers) {
            List<@Nullable Object> values = new ArrayList<>();
            records.forEach(each -> values.add(each.get(header)));
            columns.add(Column.of(header, values, forNull));
        }
        return new TextTable(columns, records.size());
    }

    /** The header, a rule, the rows and, where columns had no room, a line that says so. */
    public List<String> lines(int width, Glyphs glyphs) {
        int shown = fitting(width);
        int[] widths = widths(shown, width);
        List<String> lines = new ArrayList<>();
        lines.add(line(widths, i -> columns.get(i).header(), glyphs));
        lines.add(line(widths, i -> glyphs.rule(widths[i]), glyphs));
        for (int row = 0; row < rows; row++) {
            int at = row;
            lines.add(line(widths, i -> columns.get(i).cells().get(at), glyphs));
        }
        if (shown < columns.size()) {
            lines.add(Cells.cut(leftOut(shown), width, glyphs.ellipsis()));
        }
        return lines;
    }

    private String leftOut(int shown) {
        String names = columns.stream().skip(shown).map(Column::header).collect(Collectors.joining(", "));
        return "and " + Wording.count(columns.size() - shown, "column") + " more: " + names;
    }

    /** How many columns have room when each is as narrow as it may be. */
    private int fitting(int width) {
        int used = -GAP;
        int n = 0;
        while (n < columns.size()
                && used + GAP + Math.min(NARROW, columns.get(n).width()) <= width) {
            used += GAP + Math.min(NARROW, columns.get(n++).width());
        }
        return Math.max(n, Math.min(1, columns.size()));
    }

    private int[] widths(int shown, int width) {
        int[] widths = columns.stream().limit(shown).mapToInt(Column::width).toArray();
        int room = width - GAP * (shown - 1);
        for (int excess = IntStream.of(widths).sum() - room; excess > 0; excess--) {
            widths[widest(widths)]--;
        }
        return widths;
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            widest = widths[i] > widths[widest] ? i : widest;
        }
        return widest;
    }

    private String line(int[] widths, IntFunction<String> text, Glyphs glyphs) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> cell(columns.get(i), text.apply(i), widths[i], glyphs))
                .collect(Collectors.joining(" ".repeat(GAP)))
                .stripTrailing();
    }

    private static String cell(Column column, String text, int width, Glyphs glyphs) {
        String cut = Cells.cut(text, width, glyphs.ellipsis());
        return column.right() ? Cells.right(cut, width) : Cells.left(cut, width);
    }
}
