package io.dictdb.internal.codec;

import io.dictdb.CsvOptions;
import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.Literals;
import io.dictdb.internal.value.Shape;
import io.dictdb.internal.value.ShapedMap;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as CSV: the form is that of the original, byte for byte. Lines end with CR and LF; a cell is quoted when it holds the delimiter, a quote or half of a
 * line break, and when it is the only one of its line and empty, because a blank line would be none. So is an array without bytes, to be told from null.
 *
 * <p>Knows nothing of files.
 */
public final class CsvSink {
    /** At the beginning of a file it would be taken for no character of it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CsvEncoder out;
    private final CsvOptions options;
    private final List<String> columns;
    private final int[] places;
    private final StringBuilder text = new StringBuilder();
    private @Nullable Shape shape;
    private long line = 1;
    private long nextLine = 1;

    /**
     * @param out is not closed
     * @param columns the fields that are written, in order
     */
    public CsvSink(OutputStream out, CsvOptions options, List<String> columns) {
        this.out = new CsvEncoder(out, writable(options), options.progress());
        this.options = options;
        this.columns = columns;
        this.places = new int[columns.size()];
    }

    private static Charset writable(CsvOptions options) {
        Arguments.require(options.charset().canEncode(), "the charset %s can only be read", options.charset());
        return options.charset();
    }

    /** The line of names, unless the options leave it out. */
    public void writeHeader() throws IOException {
        for (int i = 0; options.header() && i < columns.size(); i++) {
            cell(i, columns.get(i), false);
        }
        if (options.header()) {
            endLine(columns::get);
        }
    }

    /** The line of a record. */
    public void write(ShapedMap record) throws IOException {
        turnTo(record.shape());
        for (int i = 0; i < places.length; i++) {
            cell(i, textOf(record, i), value(record, i) instanceof byte[]);
        }
        endLine(i -> textOf(record, i));
    }

    private String textOf(ShapedMap record, int column) {
        Object value = value(record, column);
        return value == null ? "" : ValueText.of(value);
    }

    private @Nullable Object value(ShapedMap record, int column) {
        return places[column] < 0 ? null : record.cell(places[column]);
    }

    @SuppressWarnings("ReferenceEquality") // an equal shape that is another object is only looked through again
    private void turnTo(Shape next) {
        if (next != shape) {
            shape = next;
            for (int i = 0; i < places.length; i++) {
                places[i] = next.indexOf(columns.get(i));
            }
        }
    }

    private void cell(int column, String cell, boolean present) {
        if (column > 0) {
            text.append(options.delimiter());
        }
        boolean blankLine = cell.isEmpty() && (present || places.length == 1);
        boolean mark = line == 1 && column == 0 && cell.startsWith(BYTE_ORDER_MARK);
        boolean needed = needsQuotes(cell);
        if (blankLine || mark || needed) {
            text.append('"').append(cell.replace("\"", "\"\"")).append('"');
        } else {
            text.append(cell);
        }
    }

    private boolean needsQuotes(String cell) {
        boolean needed = false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            needed = needed || c == '"' || c == options.delimiter() || c == '\n' || c == '\r';
            nextLine += c == '\n' || (c == '\r' && !cell.startsWith("\n", i + 1)) ? 1 : 0;
        }
        return needed;
    }

    private interface Cell {
        String at(int column);
    }

    private void endLine(Cell cells) throws IOException {
        text.append("\r\n");
        try {
            out.write(text);
        } catch (CharacterCodingException e) {
            throw unencodable(cells, e);
        }
        text.setLength(0);
        line = ++nextLine;
    }

    private CsvFault unencodable(Cell cells, CharacterCodingException cause) {
        String charset = options.charset().name();
        for (int i = 0; i < columns.size(); i++) {
            if (!options.charset().newEncoder().canEncode(cells.at(i))) {
                String where = "line " + line + ", column " + (i + 1) + " (" + Literals.of(columns.get(i)) + "): ";
                return new CsvFault(where + charset + " cannot write " + Literals.of(cells.at(i)), cause);
            }
        }
        return new CsvFault("line " + line + ": " + charset + " cannot write it", cause);
    }

    /** What is left; nothing may be written after it. */
    public void finish() throws IOException {
        out.finish();
    }
}
