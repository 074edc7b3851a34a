package io.dictdb.internal.codec;

import io.dictdb.internal.value.Literals;

/**
 * Where in a CSV file the reading is, for messages, and how large the next cell may become.
 *
 * <p>The length of a finished cell is known exactly. One that is still growing, for instance behind a quote that nobody closed, is known only
 * by the characters handed to the parser since the last finished one; it may hold each quote twice, so it is given twice the
 * length and its two quotes before reading stops.
 */
final class CsvPlace {
    private final int longest;
    private long line = 1;
    private int column = 1;
    private long pending;

    CsvPlace(int longest) {
        this.longest = longest;
    }

    void startRecord(long firstLine) {
        line = firstLine;
        column = 1;
        pending = 0;
    }

    void checkCell(int length) throws CsvFault {
        if (length > longest) {
            throw tooLong();
        }
    }

    void endCell(char[] chars, int offset, int length, boolean quoted) {
        line += quoted ? lineBreaks(chars, offset, length, false) : 0;
        column++;
        pending = 0;
    }

    /** More characters reach the parser. */
    void grow(int chars) throws CsvFault {
        pending += chars;
        if (pending > 2L * longest + 2) {
            throw tooLong();
        }
    }

    private CsvFault tooLong() {
        return fault("a cell of more than " + longest + " characters; is a quote missing?");
    }

    CsvFault fault(String what) {
        return new CsvFault("line " + line + ", column " + column + ": " + what, null);
    }

    CsvFault fault(String name, String what) {
        return new CsvFault("line " + line + ", column " + column + " (" + Literals.of(name) + "): " + what, null);
    }

    CsvFault faultOfLine(String what) {
        return new CsvFault("line " + line + ": " + what, null);
    }

    /** Counts CR, LF and CRLF as one break each; the half of a CRLF that came before is told by {@code afterReturn}. */
    static int lineBreaks(char[] chars, int offset, int length, boolean afterReturn) {
        int breaks = 0;
        boolean returned = afterReturn;
        for (int i = offset; i < offset + length; i++) {
            char c = chars[i];
            breaks += c == '\r' || (c == '\n' && !returned) ? 1 : 0;
            returned = c == '\r';
        }
        return breaks;
    }
}
