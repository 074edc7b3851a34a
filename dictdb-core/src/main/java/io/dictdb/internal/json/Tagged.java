package io.dictdb.internal.json;

import io.dictdb.internal.value.Limits;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values that JSON lacks, as objects of one entry: a tag that begins with {@code $}, and the value's text. Each value has one text, and another one is refused, so that
 * nothing is read that could not have been written. A map of one entry whose name begins with {@code $} is told apart by having that doubled.
 */
final class Tagged {
    static final char MARK = '$';

    /** Of a decimal: a sign, a point and an exponent beside its digits. */
    private static final int LONGEST = Limits.DIGITS + 20;

    private static final Map<Class<?>, String> TAGS = Map.of(
            Double.class, "$double",
            BigDecimal.class, "$decimal",
            LocalDate.class, "$date",
            LocalTime.class, "$time",
            LocalDateTime.class, "$datetime",
            Instant.class, "$instant",
            UUID.class, "$uuid",
            byte[].class, "$bytes");

    private static final Map<String, Function<String, Object>> READERS = Map.of(
            "$double", Tagged::infinity,
            "$decimal", BigDecimal::new,
            "$date", LocalDate::parse,
            "$time", LocalTime::parse,
            "$datetime", LocalDateTime::parse,
            "$instant", Instant::parse,
            "$uuid", UUID::fromString,
            "$bytes", Base64.getDecoder()::decode);

    private Tagged() {}

    /** The tag of a value's class, or null where JSON has the class. */
    static @Nullable String tag(Object value) {
        return TAGS.get(value.getClass());
    }

    static String text(Object value) {
        return value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value.toString();
    }

    /** The value of a text. */
    static Object value(String tag, String text) {
        Function<String, Object> reader = READERS.get(tag);
        if (reader == null) {
            throw new IllegalArgumentException("there is no type '" + tag + "'");
        }
        Object value = text.length() > LONGEST && !tag.equals("$bytes") ? null : read(reader, text);
        if (value == null || !text(value).equals(text)) {
            throw new IllegalArgumentException("not a value of type " + tag);
        }
        return value;
    }

    private static @Nullable Object read(Function<String, Object> reader, String text) {
        try {
            return reader.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Those doubles that are no JSON numbers. */
    private static Object infinity(String text) {
        double value = Double.parseDouble(text);
        if (Double.isFinite(value)) {
            throw new NumberFormatException(text);
        }
        return value;
    }

    static boolean isMarked(String name) {
        return !name.isEmpty() && name.charAt(0) == MARK;
    }
}
