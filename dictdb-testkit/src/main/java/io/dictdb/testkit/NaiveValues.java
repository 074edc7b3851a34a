package io.dictdb.testkit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/* What may be stored, and as what: the list of classes of the contract, spelled out. */
final class NaiveValues {
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);

    private NaiveValues() {}

    /** The value as a record keeps it, copied; a class that is none of ours is refused. */
    static @Nullable Object stored(@Nullable Object value) {
        if (value == null || isKept(value)) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float f) {
            return f.doubleValue();
        }
        return value instanceof BigInteger i ? integer(i) : copied(value);
    }

    private static boolean isKept(Object value) {
        return value instanceof Boolean
                || value instanceof String
                || value instanceof Long
                || value instanceof Double
                || value instanceof BigDecimal
                || value instanceof LocalDate
                || value instanceof LocalTime
                || value instanceof LocalDateTime
                || value instanceof Instant
                || value instanceof UUID;
    }

    private static Object copied(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(stored(element)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            return Collections.unmodifiableMap(record(map));
        }
        throw new Refusal(IllegalArgumentException.class, value.getClass() + " is not a class of values");
    }

    /** A record or a nested map, copied; a key that is no string is refused. */
    static Map<String, @Nullable Object> record(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new Refusal(IllegalArgumentException.class, key + " is not a string");
            }
            copy.put(name, stored(value));
        });
        return copy;
    }

    static Object integer(BigInteger i) {
        boolean fits = i.compareTo(LEAST) >= 0 && i.compareTo(GREATEST) <= 0;
        return fits ? (Object) i.longValueExact() : i;
    }
}
