package io.dictdb.internal.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.CharBuffer;

/**
 * The characters of a file, with escaped surrogates put in place of their escapes; and where they stand in it.
 *
 * <p>A string of Java or of Python may hold half a pair of surrogates, and both write it as an escape. The parser refuses that in names; it takes the character itself.
 */
final class JsonText extends Reader {
    private static final int ESCAPE = "\\uD800".length();

    private final InputStream bytes;
    private final Utf8 in;
    private Widths current = new Widths();
    private Widths previous = new Widths();
    private long handedOut;

    JsonText(InputStream bytes) {
        this.bytes = bytes;
        this.in = new Utf8(bytes);
    }

    /**
     * The byte at which a character stands; exact for those of the last two reads, the first byte of these for one before them. The parser complains of what it has just read.
     */
    long byteOf(long character) {
        return (character < current.begin() ? previous : current).byteOf(character);
    }

    /** The byte at which the next character begins that has not been read. */
    long offset() {
        return in.offset();
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        CharBuffer room = CharBuffer.wrap(chars, offset, Math.max(2, length - ESCAPE));
        long at = in.offset();
        if (!in.read(room)) {
            return -1;
        }
        begin(at);
        int count = replaced(chars, offset, room.position()) - offset;
        handedOut += count;
        return count;
    }

    private void begin(long at) {
        Widths oldest = previous;
        previous = current;
        current = oldest;
        current.begin(handedOut, at);
    }

    /** Replaces the escapes of surrogates from here on, and returns the end of what is left. */
    private int replaced(char[] chars, int from, int to) throws IOException {
        int end = to;
        int kept = from;
        for (int i = from; i < end; ) {
            char c = chars[i];
            if (c != '\\') {
                if (c >= 0x80) {
                    wide(kept - from, c);
                }
                chars[kept++] = c;
                i++;
                continue;
            }
            end = Math.max(end, completed(chars, i, end));
            int taken = escape(chars, i, end, kept);
            if (taken == ESCAPE) {
                current.add(kept - from, ESCAPE - 1);
            }
            i += taken;
            kept += taken == ESCAPE ? 1 : taken;
        }
        return kept;
    }

    /** A pair of surrogates is four bytes, two for each. */
    private void wide(int index, char c) {
        current.add(index, c < 0x800 || Character.isSurrogate(c) ? 1 : 2);
    }

    /** Reads on until the escape that begins here is whole. */
    private int completed(char[] chars, int at, int end) throws IOException {
        int filled = end;
        while (filled < Math.min(at + ESCAPE, chars.length) && !(filled > at + 1 && chars[at + 1] != 'u')) {
            int next = in.ascii();
            if (next < 0) {
                return filled;
            }
            chars[filled++] = (char) next;
        }
        return filled;
    }

    /** Puts a surrogate in the place of its escape, or copies a backslash, with another that it escapes; returns how much has been taken. */
    private static int escape(char[] chars, int at, int end, int kept) {
        if (at + ESCAPE <= end && chars[at + 1] == 'u') {
            int code = code(chars, at + 2);
            if (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
                chars[kept] = (char) code;
                return ESCAPE;
            }
        }
        int taken = at + 1 < end && chars[at + 1] == '\\' ? 2 : 1;
        System.arraycopy(chars, at, chars, kept, taken);
        return taken;
    }

    private static int code(char[] chars, int at) {
        int code = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = chars[i] < 128 ? Character.digit(chars[i], 16) : -1;
            if (digit < 0) {
                return -1;
            }
            code = code << 4 | digit;
        }
        return code;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
