package io.dictdb.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.Schema;
import io.dictdb.Table;
import io.dictdb.internal.engine.Integrity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether two databases are the same, down to classes of values and orders. */
public final class Same {
    private Same() {}

    public static void require(DictDB actual, DictDB expected) {
        assertThat(actual.listTables()).isEqualTo(expected.listTables());
        assertThat(actual.sequence()).isEqualTo(expected.sequence());
        assertThat(Integrity.verify(actual)).isEmpty();
        expected.listTables().forEach(name -> require(actual.getTable(name), expected.getTable(name)));
    }

    private static void require(Table actual, Table expected) {
        assertThat(actual.primaryKey()).isEqualTo(expected.primaryKey());
        assertThat(actual.schema().map(Same::described))
                .isEqualTo(expected.schema().map(Same::described));
        assertThat(actual.indexedFields()).isEqualTo(expected.indexedFields());
        List<Row> rows = actual.all();
        List<Row> others = expected.all();
        assertThat(rows).hasSameSizeAs(others);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(List.copyOf(rows.get(i).keySet()))
                    .isEqualTo(List.copyOf(others.get(i).keySet()));
            assertThat(rows.get(i)).isEqualTo(others.get(i));
        }
    }

    private static List<Object> described(Schema schema) {
        List<Object> parts = new ArrayList<>();
        for (String field : schema.fields()) {
            parts.addAll(List.of(field, schema.type(field), schema.isNullable(field)));
            schema.defaultValue(field).ifPresent(parts::add);
        }
        return parts;
    }

    /** The key that the next record without one gets. */
    static Object nextKey(DictDB db, String table) {
        return db.getTable(table).insert(Map.of());
    }
}
