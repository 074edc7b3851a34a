package io.dictdb.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.Schema;
import io.dictdb.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Folders of files that Python DictDB wrote, and what they hold. */
final class Golden {
    private static final Map<String, Class<?>> TYPES = Map.of(
            "int", Long.class,
            "str", String.class,
            "float", Double.class,
            "bool", Boolean.class,
            "list", List.class,
            "dict", Map.class);

    private Golden() {}

    /** The folders that have a file of that name. */
    static List<Path> folders(String file) throws IOException {
        Path root = Path.of(System.getProperty("golden.dir", "src/test/resources/golden"));
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(folder -> Files.exists(folder.resolve(file)))
                    .sorted()
                    .toList();
        }
    }

    static Map<String, Object> expected(Path folder) throws IOException {
        return map(Json.read(Files.readString(folder.resolve("expected.json"))));
    }

    /** Holds a database against tables as expected.json tells them. */
    static void require(DictDB db, Object expected, boolean ordered) {
        Map<String, Object> tables = map(expected);
        assertThat(db.listTables()).containsExactlyInAnyOrderElementsOf(tables.keySet());
        if (ordered) {
            assertThat(db.listTables()).containsExactlyElementsOf(tables.keySet());
        }
        tables.forEach((name, table) -> require(db.getTable(name), map(table), ordered));
    }

    private static void require(Table table, Map<String, Object> expected, boolean ordered) {
        assertThat(table.primaryKey()).isEqualTo(expected.get("primary_key"));
        assertThat(table.schema().map(Golden::types).orElse(null))
                .isEqualTo(expected.get("schema") == null ? null : new ArrayList<>(types(expected)));
        List<Map<String, Object>> rows = new ArrayList<>(table.all());
        List<Map<String, Object>> records = new ArrayList<>(
                list(expected.get("records")).stream().map(r -> map(plain(r))).toList());
        if (!ordered) {
            Comparator<Map<String, Object>> byKey =
                    Comparator.comparing(record -> String.valueOf(record.get(table.primaryKey())));
            rows.sort(byKey);
            records.sort(byKey);
        }
        requireSame(rows, records);
    }

    static void requireSame(List<? extends Map<String, Object>> rows, List<Map<String, Object>> records) {
        assertThat(rows).hasSameSizeAs(records);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(new ArrayList<>(rows.get(i).keySet()))
                    .isEqualTo(new ArrayList<>(records.get(i).keySet()));
            assertThat(rows.get(i)).isEqualTo(records.get(i));
        }
    }

    private static List<Map.Entry<String, Class<?>>> types(Map<String, Object> table) {
        List<Map.Entry<String, Class<?>>> types = new ArrayList<>();
        map(table.get("schema")).forEach((field, type) -> types.add(Map.entry(field, TYPES.get(type))));
        return types;
    }

    private static List<Map.Entry<String, Class<?>>> types(Schema schema) {
        List<Map.Entry<String, Class<?>>> types = new ArrayList<>();
        schema.fields().forEach(field -> types.add(Map.entry(field, schema.type(field))));
        return types;
    }

    /** What stands for a number that JSON lacks is that number. */
    static Object plain(Object value) {
        if (value instanceof List<?> list) {
            return new ArrayList<>(list.stream().map(Golden::plain).toList());
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (map.size() == 1 && map.get("$float") instanceof String number) {
            return Double.valueOf(number);
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, inner) -> copy.put((String) name, plain(inner)));
        return copy;
    }

    /** Whether two databases are the same as far as pickles tell. */
    static void requireSame(DictDB actual, DictDB expected) {
        assertThat(actual.listTables()).isEqualTo(expected.listTables());
        for (String name : expected.listTables()) {
            Table table = actual.getTable(name);
            Table other = expected.getTable(name);
            assertThat(table.primaryKey()).isEqualTo(other.primaryKey());
            assertThat(table.schema().map(Golden::types))
                    .isEqualTo(other.schema().map(Golden::types));
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Row row : other.all()) {
                rows.add(row);
            }
            requireSame(table.all(), rows);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
