package io.dictdb.pickle;

import java.nio.charset.StandardCharsets;

/** Strings in the two forms that pickles have. Half a pair of surrogates stands as three bytes, as with Python's {@code surrogatepass}. */
final class Text {
    private static final int HEX = 16;
    private static final int[] LEAST = {0, 0, 0x80, 0x800, 0x10000};

    private Text() {}

    static String utf8(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : careful(bytes, from, from + length);
    }

    /** Where something is, or seems to be, no UTF-8. */
    private static String careful(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; ) {
            int length = length(bytes[i]);
            Require.that(length > 0 && i + length <= to, "a string is not UTF-8");
            text.appendCodePoint(codePoint(bytes, i, length));
            i += length;
        }
        return text.toString();
    }

    /** How many bytes a code point has that begins with this one; 0 if none does. */
    private static int length(byte first) {
        int ones = Integer.numberOfLeadingZeros(~first << 24);
        return ones == 0 ? 1 : ones == 1 || ones > 4 ? 0 : ones;
    }

    private static int codePoint(byte[] bytes, int at, int length) {
        if (length == 1) {
            return bytes[at];
        }
        int code = bytes[at] & (0x7F >> length);
        for (int i = at + 1; i < at + length; i++) {
            Require.that((bytes[i] & 0xC0) == 0x80, "a string is not UTF-8");
            code = code << 6 | (bytes[i] & 0x3F);
        }
        Require.that(code >= LEAST[length] && code <= Character.MAX_CODE_POINT, "a string is not UTF-8");
        return code;
    }

    /** Latin-1 with escapes of other characters, {@code \}{@code u20ac}. A backslash before anything else is itself, and so is what follows it. */
    static String escaped(byte[] line) {
        StringBuilder text = new StringBuilder(line.length);
        for (int i = 0; i < line.length; i++) {
            int digits = line[i] == '\\' && i + 1 < line.length ? digits(line[i + 1]) : 0;
            if (digits > 0) {
                text.appendCodePoint(hex(line, i + 2, digits));
                i += 1 + digits;
            } else {
                text.append((char) (line[i] & 0xFF));
                if (line[i] == '\\' && i + 1 < line.length) {
                    text.append((char) (line[++i] & 0xFF));
                }
            }
        }
        return text.toString();
    }

    private static int digits(byte letter) {
        return letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
    }

    private static int hex(byte[] line, int from, int count) {
        Require.that(from + count <= line.length, "an escape in a string is cut off");
        int code = 0;
        for (int i = from; i < from + count; i++) {
            int digit = Character.digit(line[i], HEX);
            Require.that(digit >= 0 && code <= Character.MAX_CODE_POINT, "an escape in a string is not a character");
            code = code * HEX + digit;
        }
        Require.that(code <= Character.MAX_CODE_POINT, "an escape in a string is not a character");
        return code;
    }

    /** How many bytes {@link #encode} makes of all of it. */
    static int utf8Length(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 0 : c < 0x800 ? 1 : 2;
            if (isPair(text, i)) {
                i++; // two characters, four bytes
            }
        }
        return bytes;
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }

    /** The end of a part that has about so many characters and cuts no pair of surrogates. */
    static int end(String text, int from, int length) {
        int to = Math.min(text.length(), from + length);
        return isPair(text, to - 1) ? to + 1 : to;
    }

    /** Writes a part behind what is in the buffer, and returns the new end. */
    static int encode(String text, int from, int to, byte[] buffer, int size) {
        int end = size;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                buffer[end++] = (byte) c;
            } else {
                int code = text.codePointAt(i);
                end = encode(code, buffer, end);
                i += Character.charCount(code) - 1;
            }
        }
        return end;
    }

    private static int encode(int code, byte[] buffer, int size) {
        int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
        buffer[size] = (byte) (0xFF00 >> (more + 1) | code >> 6 * more);
        for (int i = 1; i <= more; i++) {
            buffer[size + i] = (byte) (0x80 | (code >> 6 * (more - i) & 0x3F));
        }
        return size + more + 1;
    }
}
