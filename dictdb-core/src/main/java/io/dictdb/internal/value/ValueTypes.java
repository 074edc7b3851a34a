package io.dictdb.internal.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The classes of values as a schema names them: every integer class is {@code Long}, every floating one {@code Double}. */
public final class ValueTypes {
    private static final Map<Class<?>, Class<?>> TYPES = Map.ofEntries(
            same(Boolean.class),
            same(String.class),
            same(BigDecimal.class),
            same(LocalDate.class),
            same(LocalTime.class),
            same(LocalDateTime.class),
            same(Instant.class),
            same(UUID.class),
            same(byte[].class),
            same(List.class),
            same(Map.class),
            same(Long.class),
            as(long.class, Long.class),
            as(Integer.class, Long.class),
            as(int.class, Long.class),
            as(Short.class, Long.class),
            as(short.class, Long.class),
            as(Byte.class, Long.class),
            as(byte.class, Long.class),
            as(BigInteger.class, Long.class),
            same(Double.class),
            as(double.class, Double.class),
            as(Float.class, Double.class),
            as(float.class, Double.class),
            as(boolean.class, Boolean.class));

    private ValueTypes() {}

    private static Map.Entry<Class<?>, Class<?>> same(Class<?> type) {
        return Map.entry(type, type);
    }

    private static Map.Entry<Class<?>, Class<?>> as(Class<?> type, Class<?> valueType) {
        return Map.entry(type, valueType);
    }

    /** The class that values of a Java class have, or empty when it is no value class. */
    public static Optional<Class<?>> of(Class<?> type) {
        return Optional.ofNullable(TYPES.get(type));
    }

    /** The value as a field of that type stores it, or null when it does not fit. */
    public static @Nullable Object fit(Class<?> type, @Nullable Object value) {
        if (type == Double.class && !(value instanceof Double)) {
            return widened(value);
        }
        boolean fits = type.isInstance(value) || (type == Long.class && value instanceof BigInteger);
        return fits ? value : null;
    }

    private static @Nullable Double widened(@Nullable Object value) {
        if (value instanceof Long || value instanceof BigInteger) {
            double d = ((Number) value).doubleValue();
            return Double.isInfinite(d) ? null : d;
        }
        return null;
    }

    /** The class of a value in words, for messages. */
    public static String describe(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        return value instanceof List
                ? "List"
                : value instanceof Map ? "Map" : value.getClass().getSimpleName();
    }
}
