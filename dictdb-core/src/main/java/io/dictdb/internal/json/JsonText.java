package io.dictdb.internal.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a file, with escaped surrogates put in place of their escapes.
 *
 * <p>A string of Java or of Python may hold half a pair of surrogates, and both write it as an escape. The parser refuses that in names; it takes the character itself.
 */
final class JsonText extends Reader {
    private static final int ESCAPE = "\\uD800".length();

    private final Reader in;

    JsonText(InputStream bytes) {
        this.in = new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        int count = in.read(chars, offset, Math.max(1, length - ESCAPE));
        return count <= 0 ? count : replaced(chars, offset, offset + count) - offset;
    }

    /** Replaces the escapes of surrogates from here on, and returns the end of what is left. */
    private int replaced(char[] chars, int from, int to) throws IOException {
        int end = to;
        int kept = from;
        for (int i = from; i < end; ) {
            if (chars[i] != '\\') {
                chars[kept++] = chars[i++];
                continue;
            }
            end = Math.max(end, completed(chars, i, end));
            int taken = escape(chars, i, end, kept);
            i += taken;
            kept += taken == ESCAPE ? 1 : taken;
        }
        return kept;
    }

    /** Reads on until the escape that begins here is whole. */
    private int completed(char[] chars, int at, int end) throws IOException {
        int filled = end;
        while (filled < Math.min(at + ESCAPE, chars.length) && !(filled > at + 1 && chars[at + 1] != 'u')) {
            int next = in.read();
            if (next < 0) {
                return filled;
            }
            chars[filled++] = (char) next;
        }
        return filled;
    }

    /** Puts a surrogate in the place of its escape, or copies a backslash and what follows it; returns how much has been taken. */
    private static int escape(char[] chars, int at, int end, int kept) {
        if (at + ESCAPE <= end && chars[at + 1] == 'u') {
            int code = code(chars, at + 2);
            if (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
                chars[kept] = (char) code;
                return ESCAPE;
            }
        }
        int taken = Math.min(2, end - at);
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
        in.close();
    }
}
