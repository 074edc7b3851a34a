package io.dictdb.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.Row;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.razorvine.pickle.Unpickler;
import net.razorvine.pickle.objects.ClassDict;

/** What others read in a pickle that we wrote: a library for pickles, and a disassembler that checks the form. The library keeps no order of fields. */
final class Opinions {
    private Opinions() {}

    static void require(byte[] pickle, DictDB expected) throws IOException {
        new Disassembler(pickle).check();
        ClassDict db = (ClassDict) new Unpickler().loads(pickle);
        assertThat(db.getClassName()).isEqualTo("dictdb.storage.database.DictDB");
        Map<String, Object> tables = Golden.map(db.get("tables"));
        assertThat(tables.keySet()).containsExactlyInAnyOrderElementsOf(expected.listTables());
        for (String name : expected.listTables()) {
            ClassDict table = (ClassDict) tables.get(name);
            assertThat(table.getClassName()).isEqualTo("dictdb.core.table.Table");
            assertThat(table.get("table_name")).isEqualTo(name);
            assertThat(table.get("primary_key"))
                    .isEqualTo(expected.getTable(name).primaryKey());
            records(Golden.map(table.get("records")), expected, name);
        }
    }

    private static void records(Map<?, ?> records, DictDB expected, String name) {
        List<Row> rows = expected.getTable(name).all();
        String primaryKey = expected.getTable(name).primaryKey();
        assertThat(records).hasSameSizeAs(rows);
        Map<Object, Object> byKey = new HashMap<>();
        records.forEach((key, record) -> byKey.put(normal(key), normal(record)));
        rows.forEach(row -> assertThat(byKey.get(row.get(primaryKey))).isEqualTo(normal(row)));
    }

    /** Integers of any width as one class, so that they compare. */
    private static Object normal(Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger big) {
            return big.bitLength() < Long.SIZE ? (Object) big.longValue() : big;
        }
        if (value instanceof String text) {
            return text.replaceAll("\\p{Cs}|\\uFFFD+", "?"); // the library does not read half a pair of surrogates
        }
        if (value instanceof byte[] bytes) {
            return "bytes " + java.util.HexFormat.of().formatHex(bytes);
        }
        if (value instanceof List<?> list) {
            return new ArrayList<>(list.stream().map(Opinions::normal).toList());
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new HashMap<>();
            map.forEach((key, inner) -> copy.put(key, normal(inner)));
            return copy;
        }
        return value;
    }
}
