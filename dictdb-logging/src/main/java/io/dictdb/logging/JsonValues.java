package io.dictdb.logging;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Key-values as JSON. They may be objects of any class of the application's, so each is looked at in full before anything of it is written. */
final class JsonValues {
    /** What lies deeper is shown as text. */
    private static final int MAX_DEPTH = 32;

    private JsonValues() {}

    static void write(Map<?, ?> values, JsonGenerator out) {
        Map<String, @Nullable Object> readable = new LinkedHashMap<>();
        values.forEach((name, value) -> readable.put(String.valueOf(name), readable(value)));
        write((Object) readable, out);
    }

    @SuppressWarnings("IllegalCatch") // a value that cannot be read must not take the rest of the line with it
    private static @Nullable Object readable(@Nullable Object value) {
        try {
            return plain(value, MAX_DEPTH);
        } catch (RuntimeException | StackOverflowError e) {
            return "(unreadable: " + e.getClass().getName() + ")";
        }
    }

    /** Maps, lists, numbers, text, truth values and null. */
    private static @Nullable Object plain(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> map && depth > 0) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach((name, inner) -> plain.put(String.valueOf(name), plain(inner, depth - 1)));
            return plain;
        }
        if (value instanceof Iterable<?> list && depth > 0 && !(value instanceof Path)) {
            List<@Nullable Object> plain = new ArrayList<>();
            list.forEach(inner -> plain.add(plain(inner, depth - 1)));
            return plain;
        }
        return value == null || isScalar(value) ? value : value.toString();
    }

    private static boolean isScalar(Object value) {
        return value instanceof Boolean
                || value instanceof byte[]
                || value instanceof BigInteger
                || value instanceof BigDecimal
                || isWhole(value)
                || value instanceof Number n && isFraction(n) && Double.isFinite(n.doubleValue());
    }

    private static boolean isWhole(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
    }

    private static boolean isFraction(Number value) {
        return value instanceof Double || value instanceof Float;
    }

    private static void write(@Nullable Object plain, JsonGenerator out) {
        if (plain instanceof Map<?, ?> map) {
            out.writeStartObject();
            map.forEach((name, value) -> {
                out.writeName(String.valueOf(name));
                write(value, out);
            });
            out.writeEndObject();
        } else if (plain instanceof List<?> list) {
            out.writeStartArray();
            list.forEach(value -> write(value, out));
            out.writeEndArray();
        } else {
            scalar(plain, out);
        }
    }

    private static void scalar(@Nullable Object plain, JsonGenerator out) {
        if (plain == null) {
            out.writeNull();
        } else if (plain instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (plain instanceof BigInteger number) {
            out.writeNumber(number);
        } else if (plain instanceof BigDecimal number) {
            out.writeNumber(number);
        } else if (plain instanceof Float number) {
            out.writeNumber(number);
        } else if (plain instanceof Double number) {
            out.writeNumber(number);
        } else if (plain instanceof Number number) {
            out.writeNumber(number.longValue());
        } else if (plain instanceof byte[] bytes) {
            out.writeBinary(bytes);
        } else {
            out.writeString(plain.toString());
        }
    }
}
