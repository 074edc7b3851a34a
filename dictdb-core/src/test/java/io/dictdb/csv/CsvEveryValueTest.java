package io.dictdb.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.Schema;
import io.dictdb.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* Values of every class, also inside lists and maps, are exported and come back through the schema, each of its class and to the digit. Only a null in a field of
 * strings comes back as the empty string. */
class CsvEveryValueTest {
    private static final List<Class<?>> TYPES = List.of(
            Long.class,
            Double.class,
            Boolean.class,
            String.class,
            BigDecimal.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            Instant.class,
            UUID.class,
            byte[].class,
            List.class,
            Map.class);
    private static final List<String> PIECES = List.of(
            "\"", "'", ",", ";", "\n", "\r", "\r\n", " ", "x", "7", "ü", "😀", "\uFEFF", "\0", "\\", "#", "\u2028");

    private final long seed = Long.getLong("dictdb.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    Path folder;

    @Test
    void comesBackAsItWas() {
        for (int i = 0; i < 60; i++) {
            check(schema(), 1 + random.nextInt(40));
        }
    }

    private void check(Schema schema, int count) {
        DictDB db = DictDB.create();
        Table table = db.createTable("t", "id", schema);
        for (int i = 0; i < count; i++) {
            table.insert(record(schema));
        }
        CsvOptions options = CsvOptions.defaults()
                .delimiter(",;|\t".charAt(random.nextInt(4)))
                .charset(random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE);
        Path file = folder.resolve("t.csv");
        assertThat(table.exportCsv(file, options)).isEqualTo(count);
        assertThat(db.importCsv(file, "back", options.schema(schema))).isEqualTo(count);
        List<Row> expected = table.all();
        List<Row> found = db.getTable("back").all();
        for (int i = 0; i < count; i++) {
            assertThat(found.get(i)).as("-Ddictdb.seed=%s", seed).isEqualTo(expected(expected.get(i), schema));
        }
    }

    private static Map<String, Object> expected(Row row, Schema schema) {
        Map<String, Object> expected = row.toMap();
        for (String name : schema.fields()) {
            if (schema.type(name) == String.class && expected.get(name) == null) {
                expected.put(name, "");
            }
        }
        return expected;
    }

    private Schema schema() {
        Schema.Builder builder = Schema.builder();
        List<Class<?>> types = new ArrayList<>(TYPES);
        Collections.shuffle(types, random);
        for (Class<?> type : types) {
            String name = "f " + type.getSimpleName();
            if (random.nextBoolean()) {
                builder.nullable(name, type);
            } else {
                builder.field(name, type);
            }
        }
        return builder.build();
    }

    private Map<String, @Nullable Object> record(Schema schema) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        for (String name : schema.fields()) {
            boolean none = schema.isNullable(name) && random.nextInt(4) == 0;
            record.put(name, none ? null : value(schema.type(name), 3));
        }
        return record;
    }

    private Object value(Class<?> type, int depth) {
        if (type == Long.class) {
            return random.nextBoolean() ? (Object) random.nextLong() : new BigInteger(200, random).negate();
        }
        if (type == Double.class) {
            return random.nextBoolean() ? Double.longBitsToDouble(random.nextLong()) : random.nextInt(2000) / 100.0;
        }
        if (type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == String.class) {
            return text();
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(new BigInteger(100, random), random.nextInt(400) - 200);
        }
        if (type == UUID.class) {
            return new UUID(random.nextLong(), random.nextLong());
        }
        if (type == byte[].class) {
            byte[] bytes = new byte[random.nextInt(5)];
            random.nextBytes(bytes);
            return bytes;
        }
        return type == List.class || type == Map.class ? nested(type, depth) : time(type);
    }

    private Object time(Class<?> type) {
        long day = random.nextInt(4_000_000) - 2_000_000L;
        LocalTime time = LocalTime.ofNanoOfDay((long) (random.nextDouble() * 86_400_000_000_000L));
        if (type == LocalDate.class) {
            return LocalDate.ofEpochDay(day);
        }
        if (type == LocalTime.class) {
            return random.nextBoolean() ? time : time.withSecond(0).withNano(0);
        }
        return type == LocalDateTime.class
                ? LocalDate.ofEpochDay(day).atTime(time)
                : Instant.ofEpochSecond(day * 86_400, time.toNanoOfDay());
    }

    private Object nested(Class<?> type, int depth) {
        int size = depth == 0 ? 0 : random.nextInt(4);
        List<@Nullable Object> list = new ArrayList<>();
        Map<String, @Nullable Object> map = new HashMap<>();
        for (int i = 0; i < size; i++) {
            Object part = random.nextInt(6) == 0 ? null : value(TYPES.get(random.nextInt(TYPES.size())), depth - 1);
            list.add(part);
            map.put(text() + i, part);
        }
        return type == List.class ? list : map;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(6), 0, PIECES.size()).mapToObj(PIECES::get).forEach(text::append);
        return text.toString();
    }
}
