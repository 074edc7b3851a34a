package io.dictdb.csv;

import io.dictdb.Schema;
import io.dictdb.conformance.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A CSV file that the original wrote, and the records that it held.
 *
 * @param file the file
 * @param primaryKey the table's primary key
 * @param schema the table's schema, if it had one
 * @param records the records in order of insertion
 */
record GoldenCsv(Path file, String primaryKey, Optional<Schema> schema, List<Map<String, Object>> records) {
    private static final Map<String, Class<?>> TYPES = Map.of(
            "int", Long.class,
            "str", String.class,
            "float", Double.class,
            "bool", Boolean.class,
            "list", List.class,
            "dict", Map.class);

    static List<GoldenCsv> all() throws IOException {
        Path root = Path.of(System.getProperty("golden.dir", "src/test/resources/golden"));
        List<GoldenCsv> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.sorted().toList()) {
                found.addAll(of(folder));
            }
        }
        return found;
    }

    private static List<GoldenCsv> of(Path folder) throws IOException {
        Map<String, Object> expected = map(Json.read(Files.readString(folder.resolve("expected.json"))));
        List<GoldenCsv> found = new ArrayList<>();
        map(expected.getOrDefault("csv", Map.of())).forEach((table, file) -> {
            if (file != null) {
                Map<String, Object> described = map(map(expected.get("tables")).get(table));
                String key = String.valueOf(described.get("primary_key"));
                found.add(new GoldenCsv(folder.resolve((String) file), key, schema(described), records(described)));
            }
        });
        return found;
    }

    private static Optional<Schema> schema(Map<String, Object> table) {
        return Optional.ofNullable(table.get("schema")).map(fields -> {
            Schema.Builder builder = Schema.builder();
            map(fields).forEach((name, type) -> builder.field(name, TYPES.get(type)));
            return builder.build();
        });
    }

    private static List<Map<String, Object>> records(Map<String, Object> table) {
        List<?> records = (List<?>) table.get("records");
        return records.stream().map(GoldenCsv::plain).map(GoldenCsv::map).toList();
    }

    /** What stands for a number that JSON lacks is that number. */
    private static Object plain(Object value) {
        if (value instanceof List<?> list) {
            return new ArrayList<>(list.stream().map(GoldenCsv::plain).toList());
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
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @Override
    public String toString() {
        return file.getParent().getFileName() + "/" + file.getFileName();
    }
}
