package io.dictdb.testkit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as text from which nothing is lost: classes differ, and every character is printable. Close to Java, for pasting into a test. */
final class Literal {
    private Literal() {}

    static String of(@Nullable Object value) {
        if (value instanceof String s) {
            return quoted(s);
        }
        if (value instanceof Long) {
            return value + "L";
        }
        if (value instanceof BigInteger
                || value instanceof BigDecimal
                || value instanceof Float
                || value instanceof Short
                || value instanceof Byte) {
            return value.getClass().getSimpleName() + "(" + value + ")";
        }
        if (value instanceof byte[] bytes) {
            return "bytes(" + HexFormat.of().formatHex(bytes) + ")";
        }
        return value instanceof Collection || value instanceof Map ? container(value) : other(value);
    }

    private static String container(Object value) {
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .map(e -> of(e.getKey()) + ": " + of(e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"))
                : ((Collection<?>) value).stream().map(Literal::of).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String other(@Nullable Object value) {
        return value instanceof Temporal || value instanceof UUID
                ? value.getClass().getSimpleName() + "(" + value + ")"
                : String.valueOf(value);
    }

    private static String quoted(String s) {
        return s.chars().mapToObj(Literal::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int unit) {
        if (unit == '"' || unit == '\\') {
            return "\\" + (char) unit;
        }
        return unit >= ' ' && unit < 0x7f ? String.valueOf((char) unit) : "\\u%04x".formatted(unit);
    }
}
