package io.dictdb.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.Schema;
import io.dictdb.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Folders of files that Python DictDB wrote, and what they hold. */
public final class Golden {
    private static final Map<String, Class<?>> TYPES = Map.of(
            "int", Long.class,
            "str", String.class,
            "float", Double.class,
            "bool", Boolean.class,
            "list", List.class,
            "dict", Map.class);

    private Golden() {}

    /** The folders that have a file of that name. */
    public static List<Path> folders(String file) throws IOException {
        Path root = Path.of(System.getProperty("golden.dir", "src/test/resources/golden"));
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(folder -> Files.exists(folder.resolve(file)))
                    .sorted()
                    .toList();
        }
    }

    /** Holds a database against the content of expected.json. */
    public static void require(DictDB db, Object expected) {
        Map<String, Object> tables = map(map(expected).get("tables"));
        assertThat(db.listTables()).containsExactlyElementsOf(tables.keySet());
        tables.forEach((name, table) -> require(db.getTable(name), map(table)));
    }

    /** The same where the order of records does not count. */
    public static void requireInAnyOrder(DictDB db, Object expected) {
        Map<String, Object> tables = map(map(expected).get("tables"));
        assertThat(db.listTables()).containsExactlyInAnyOrderElementsOf(tables.keySet());
        tables.forEach((name, table) -> {
            assertThat(db.getTable(name).primaryKey()).isEqualTo(map(table).get("primary_key"));
            List<Object> records = list(map(table).get("records"));
            assertThat(new ArrayList<Object>(db.getTable(name).all()))
                    .containsExactlyInAnyOrderElementsOf(
                            records.stream().map(Golden::plain).toList());
        });
    }

    private static void require(Table table, Map<String, Object> expected) {
        assertThat(table.primaryKey()).isEqualTo(expected.get("primary_key"));
        assertThat(table.schema().map(Golden::types).orElse(null))
                .isEqualTo(expected.get("schema") == null ? null : new ArrayList<>(types(expected)));
        List<Row> rows = table.all();
        List<Object> records = list(expected.get("records"));
        assertThat(rows).hasSameSizeAs(records);
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> record = map(plain(records.get(i)));
            assertThat(new ArrayList<>(rows.get(i).keySet())).isEqualTo(new ArrayList<>(record.keySet()));
            assertThat(rows.get(i)).isEqualTo(record);
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
    private static Object plain(Object value) {
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

    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    public static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
