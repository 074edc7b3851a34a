package io.dictdb.internal.bytes;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The byte that begins a value, and the class that a schema gives a field. Numbers in files: none may ever change. */
public final class Tag {
    static final int NULL = 0;
    static final int FALSE = 1;
    static final int TRUE = 2;
    static final int LONG = 3;
    static final int DOUBLE = 4;
    static final int BIG_INTEGER = 5;
    static final int DECIMAL = 6;
    static final int STRING = 7;
    static final int DATE = 8;
    static final int TIME = 9;
    static final int DATE_TIME = 10;
    static final int INSTANT = 11;
    static final int UUID = 12;
    static final int BYTES = 13;
    static final int LIST = 14;
    static final int MAP = 15;

    private static final Map<Class<?>, Integer> TYPES = Map.ofEntries(
            Map.entry(Boolean.class, TRUE),
            Map.entry(Long.class, LONG),
            Map.entry(Double.class, DOUBLE),
            Map.entry(BigDecimal.class, DECIMAL),
            Map.entry(String.class, STRING),
            Map.entry(LocalDate.class, DATE),
            Map.entry(LocalTime.class, TIME),
            Map.entry(LocalDateTime.class, DATE_TIME),
            Map.entry(Instant.class, INSTANT),
            Map.entry(UUID.class, UUID),
            Map.entry(byte[].class, BYTES),
            Map.entry(List.class, LIST),
            Map.entry(Map.class, MAP));

    private Tag() {}

    /** The tag of a class that a schema gives. */
    public static int of(Class<?> type) {
        return TYPES.getOrDefault(type, NULL);
    }

    /** The class of a schema's tag. */
    public static Class<?> type(int tag) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == tag)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no type " + tag))
                .getKey();
    }
}
