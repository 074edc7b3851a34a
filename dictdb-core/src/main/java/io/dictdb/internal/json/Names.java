package io.dictdb.internal.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The names that the format gives its parts and the classes of values. */
final class Names {
    static final String VERSION = "format_version";
    static final String SEQUENCE = "sequence";
    static final String TABLES = "tables";
    static final String CHECKSUM = "crc32c";

    static final String TYPE = "type";
    static final String DELTA = "delta";
    static final String TIMESTAMP = "timestamp";
    static final String FOLLOWS = "follows";
    static final String FILE = "file";
    static final String FROM = "from";
    static final String DROPPED = "dropped";
    static final String CREATED = "created";
    static final String MOVED = "moved";
    static final String UPSERTS = "upserts";
    static final String DELETES = "deletes";

    static final String PRIMARY_KEY = "primary_key";
    static final String SCHEMA = "schema";
    static final String NULLABLE = "nullable";
    static final String DEFAULTS = "defaults";
    static final String INDEXES = "indexes";
    static final String HIGHEST_KEY = "highest_key";
    static final String RECORDS = "records";

    /** The first six are those of Python DictDB. */
    private static final Map<Class<?>, String> TYPES = Map.ofEntries(
            Map.entry(Long.class, "int"),
            Map.entry(String.class, "str"),
            Map.entry(Double.class, "float"),
            Map.entry(Boolean.class, "bool"),
            Map.entry(List.class, "list"),
            Map.entry(Map.class, "dict"),
            Map.entry(BigDecimal.class, "decimal"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(LocalTime.class, "time"),
            Map.entry(LocalDateTime.class, "datetime"),
            Map.entry(Instant.class, "instant"),
            Map.entry(UUID.class, "uuid"),
            Map.entry(byte[].class, "bytes"));

    private static final Map<String, Class<?>> CLASSES =
            TYPES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private Names() {}

    static String of(Class<?> type) {
        return TYPES.getOrDefault(type, type.getName());
    }

    static Class<?> type(String name) {
        Class<?> type = CLASSES.get(name);
        if (type == null) {
            throw new IllegalArgumentException("there is no type '" + name + "'");
        }
        return type;
    }
}
