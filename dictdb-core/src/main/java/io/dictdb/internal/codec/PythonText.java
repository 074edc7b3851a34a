package io.dictdb.internal.codec;

import io.dictdb.internal.value.FrozenList;
import io.dictdb.internal.value.ShapedMap;
import io.dictdb.internal.value.ValueTypes;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lists and maps as Python's {@code repr} writes them. A value of a class that Python's literals lack is the name of its class with its text in parentheses, as in
 * {@code LocalDate('2024-02-29')}.
 */
final class PythonText {
    private static final int ASCII_END = 0x7F;
    private static final int EMOJI = 0x1F300;
    private static final int EMOJI_END = 0x1FAFF;

    private final StringBuilder out = new StringBuilder();

    private PythonText() {}

    static String of(Object nested) {
        PythonText text = new PythonText();
        text.value(nested);
        return text.out.toString();
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            out.append("None");
        } else if (value instanceof String s) {
            string(s);
        } else if (value instanceof FrozenList list) {
            list(list);
        } else if (value instanceof ShapedMap map) {
            map(map);
        } else if (isLiteral(value)) {
            out.append(ValueText.of(value));
        } else {
            out.append(value instanceof byte[] ? "bytes" : ValueTypes.describe(value))
                    .append('(');
            string(ValueText.of(value));
            out.append(')');
        }
    }

    private static boolean isLiteral(Object value) {
        return value instanceof Long
                || value instanceof BigInteger
                || value instanceof Double
                || value instanceof Boolean;
    }

    private void list(FrozenList list) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            value(list.inner(i));
        }
        out.append(']');
    }

    private void map(ShapedMap map) {
        out.append('{');
        for (int i = 0; i < map.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            string(map.shape().name(i));
            out.append(": ");
            value(map.cell(i));
        }
        out.append('}');
    }

    /** In single quotes, unless that needs more escapes than double ones. */
    private void string(String s) {
        char quote = s.indexOf('\'') >= 0 && s.indexOf('"') < 0 ? '"' : '\'';
        out.append(quote);
        s.codePoints().forEach(c -> character(c, quote));
        out.append(quote);
    }

    private void character(int c, char quote) {
        switch (c) {
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c == quote) {
                    out.append('\\').append(quote);
                } else if (isPrintable(c)) {
                    out.appendCodePoint(c);
                } else {
                    out.append(
                            c <= 0xFF
                                    ? String.format("\\x%02x", c)
                                    : String.format(c <= Character.MAX_VALUE ? "\\u%04x" : "\\U%08x", c));
                }
            }
        }
    }

    /** What Python prints as it is. Emoji that are younger than the JDK count too, so that what one sees depends less on it. */
    private static boolean isPrintable(int c) {
        if (c < ASCII_END) {
            return c >= ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            case Character.UNASSIGNED -> c >= EMOJI && c <= EMOJI_END;
            default -> true;
        };
    }
}
