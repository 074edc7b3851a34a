package io.dictdb.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDB;
import io.dictdb.LoadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record of a file of the original as the only one of a file of ours: loaded, or refused by name.
 *
 * @param table the name of its table
 * @param primaryKey the field that is its key
 * @param record the record as expected.json tells it
 */
record Single(String table, String primaryKey, Map<String, Object> record) {
    void check(Path directory) throws IOException {
        Path file = directory.resolve("single.pickle");
        Pickle pickle = Pickle.protocol(4).database().table(table, primaryKey);
        pickle.value(record.get(primaryKey)).value(record);
        Files.write(file, pickle.tableEnds().databaseEnds());
        Fault fault = record.entrySet().stream()
                .map(field -> fault(field.getKey(), field.getValue()))
                .reduce(Fault.NONE, (a, b) -> a.compareTo(b) > 0 ? a : b);
        LoadOptions sets = LoadOptions.defaults().setsAsLists(true);
        switch (fault) {
            case NONE -> loaded(DictDB.load(file));
            case SET -> {
                refused(file, LoadOptions.defaults());
                loaded(DictDB.load(file, sets));
            }
            case VALUE, KEY -> refused(file, sets);
        }
    }

    private enum Fault {
        NONE,
        SET,
        VALUE,
        KEY
    }

    private Fault fault(String field, Object value) {
        if (field.equals(primaryKey)) {
            return value == null || value instanceof Map ? Fault.KEY : Fault.NONE;
        }
        String text = String.valueOf(value);
        return text.startsWith("{$dict=") ? Fault.VALUE : text.contains("set=[") ? Fault.SET : Fault.NONE;
    }

    private void loaded(DictDB db) {
        Map<String, Object> expected = new LinkedHashMap<>();
        record.forEach((field, value) -> expected.put(field, converted(value)));
        Map<String, Object> row = db.getTable(table).all().get(0);
        expected.forEach((field, value) -> {
            if (value instanceof byte[] bytes) {
                assertThat((byte[]) row.get(field)).isEqualTo(bytes);
            } else {
                assertThat(row.get(field)).isEqualTo(value);
            }
        });
        assertThat(new ArrayList<>(row.keySet())).isEqualTo(new ArrayList<>(expected.keySet()));
    }

    private void refused(Path file, LoadOptions options) {
        assertThatThrownBy(() -> DictDB.load(file, options))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("table '" + table + "', record ")
                .hasMessageMatching("(?s).*(field 'value'|its key): .*");
    }

    /** What stands for a value that JSON lacks, as a table has it. */
    private static Object converted(Object value) {
        if (value instanceof List<?> list) {
            return new ArrayList<>(list.stream().map(Single::converted).toList());
        }
        if (!(value instanceof Map<?, ?> map) || map.size() != 1) {
            return value;
        }
        Map.Entry<?, ?> only = map.entrySet().iterator().next();
        return switch ((String) only.getKey()) {
            case "$tuple", "$set", "$frozenset" -> converted(only.getValue());
            case "$bytes" -> HexFormat.of().parseHex((String) only.getValue());
            default -> value;
        };
    }
}
