package io.dictdb.files;

import io.dictdb.DictDB;
import io.dictdb.Dsl;
import io.dictdb.IndexType;
import io.dictdb.Schema;
import io.dictdb.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A database of a few KB that has everything a file has to keep. */
final class Everything {
    private Everything() {}

    static DictDB create() {
        DictDB db = DictDB.create();
        values(db.createTable("values"));
        schema(db);
        db.createTable("empty", "code");
        db.createTable("a \"name\"\n\u0000\ud800 \ud83d\ude00", "$key").insert(Map.of("$key", BigInteger.TWO.pow(70)));
        return db;
    }

    private static void values(Table table) {
        for (Object value : values()) {
            table.insert(Collections.singletonMap("value", value));
        }
        table.insert(Map.of("other", 1));
        table.insert(Map.of("id", "text", "value", 1));
        table.createIndex("value");
        table.createIndex("value", IndexType.SORTED);
        table.createIndex("absent", IndexType.SORTED);
        table.insert(Map.of("id", 1_000));
        table.delete(Dsl.field("id").in(1_000, 3));
    }

    /** Values of all classes, and those that are easily lost. */
    static List<Object> values() {
        return new ArrayList<>(Arrays.asList(
                null,
                true,
                false,
                0L,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                BigInteger.TWO.pow(63),
                BigInteger.TEN.pow(999).negate(),
                0.0,
                -0.0,
                1.0,
                0.1,
                2.0E-3,
                1e16,
                4.9e-324,
                Double.MAX_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                new BigDecimal("1.50"),
                new BigDecimal("-1E+500"),
                new BigDecimal("1e-10000"),
                "",
                "a\"\\\b\f\n\r\t\u0000\u007f\u00e9\u2028\uffff",
                "\ud83d\ude00",
                "\ud800 \udc00\ud800",
                LocalDate.MIN,
                LocalDate.of(2024, 2, 29),
                LocalTime.MIDNIGHT,
                LocalTime.MAX,
                LocalDateTime.MAX,
                LocalDateTime.of(2024, 2, 29, 1, 2),
                Instant.EPOCH,
                Instant.MAX,
                Instant.parse("2024-02-29T01:02:03.000000001Z"),
                new UUID(1, -2),
                new byte[0],
                new byte[] {0, 1, -1},
                List.of(),
                Map.of(),
                List.of(List.of(1, 1.0, "x"), new byte[] {7}),
                ordered("b", 1, "a", ordered("c", Double.NaN)),
                Map.of("$date", "2024-02-29"),
                Map.of("$$date", "2024-02-29"),
                Map.of("$", 1),
                ordered("$date", "2024-02-29", "x", 1),
                Map.of("$double", List.of(Map.of("$x", new BigDecimal("2"))))));
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static void schema(DictDB db) {
        Schema schema = Schema.builder()
                .field("text", String.class)
                .field("count", Long.class, 7)
                .field("price", BigDecimal.class, new BigDecimal("0.00"))
                .nullable("ratio", Double.class)
                .nullable("day", LocalDate.class)
                .nullable("time", LocalTime.class)
                .nullable("at", LocalDateTime.class)
                .nullable("instant", Instant.class)
                .nullable("ref", UUID.class)
                .nullable("raw", byte[].class)
                .nullable("on", Boolean.class)
                .nullable("list", List.class)
                .nullable("map", Map.class)
                .build();
        Table table = db.createTable("typed", "id", schema);
        table.createIndex("text");
        table.insert(Map.of("text", "x", "ratio", 1));
        table.insert(Map.of("text", "y", "count", 1, "raw", new byte[] {1}));
    }
}
