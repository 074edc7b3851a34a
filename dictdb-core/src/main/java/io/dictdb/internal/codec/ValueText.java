package io.dictdb.internal.codec;

import static java.util.Map.entry;

import io.dictdb.internal.value.FrozenList;
import io.dictdb.internal.value.ShapedMap;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The text of a value as it stands alone in a cell, and back: what is written for a class is read for it. Booleans, doubles, lists and maps have the form that
 * Python gives them, {@code byte[]} is Base64, all others are as {@code toString} has them.
 */
final class ValueText {
    private static final Map<Class<?>, Function<String, @Nullable Object>> READERS = Map.ofEntries(
            entry(String.class, text -> text),
            entry(Boolean.class, ValueText::bool),
            entry(Long.class, NumberText::integer),
            entry(Double.class, NumberText::floating),
            entry(BigDecimal.class, NumberText::decimal),
            entry(LocalDate.class, LocalDate::parse),
            entry(LocalTime.class, LocalTime::parse),
            entry(LocalDateTime.class, LocalDateTime::parse),
            entry(Instant.class, Instant::parse),
            entry(UUID.class, ValueText::uuid),
            entry(byte[].class, text -> Base64.getDecoder().decode(text)),
            entry(List.class, PythonReader::list),
            entry(Map.class, PythonReader::map));

    private ValueText() {}

    /** The text of a value that is not null. */
    static String of(Object value) {
        if (value instanceof Double d) {
            return FloatText.of(d);
        }
        if (value instanceof Boolean b) {
            return b ? "True" : "False";
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        boolean nested = value instanceof FrozenList || value instanceof ShapedMap;
        return nested ? PythonText.of(value) : value.toString();
    }

    /** The value of a class in the form of the inside, or null when the text is not of it. */
    static @Nullable Object read(Class<?> type, String text) {
        Function<String, @Nullable Object> reader = READERS.get(type);
        try {
            return reader == null ? null : reader.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Boolean bool(String text) {
        if (text.length() > "false".length()) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> null;
        };
    }

    /** The JDK takes shorter groups too, and fills them up. */
    private static @Nullable UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        return uuid.toString().equalsIgnoreCase(text) ? uuid : null;
    }
}
