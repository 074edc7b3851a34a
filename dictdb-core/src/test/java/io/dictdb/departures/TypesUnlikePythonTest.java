package io.dictdb.departures;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.avg;
import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.max;
import static io.dictdb.Dsl.min;
import static io.dictdb.Dsl.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.Condition;
import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.Row;
import io.dictdb.Schema;
import io.dictdb.SchemaValidationException;
import io.dictdb.Table;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Booleans are no numbers, and integers widen: what Java does differently from Python on purpose. */
class TypesUnlikePythonTest {
    private final DictDB db = DictDB.create();

    @Test
    void trueIsNotOne() {
        Table table = values(1, 1.0, true, 0, false);
        assertThat(keys(table, field("v").eq(1))).containsExactly(1L, 2L);
        assertThat(keys(table, field("v").eq(true))).containsExactly(3L);
        assertThat(keys(table, field("v").ne(0))).containsExactly(1L, 2L, 3L, 5L);
        assertThat(keys(table, field("v").in(false, 7))).containsExactly(5L);
        assertThat(keys(table, field("v").ge(0))).containsExactly(1L, 2L, 4L);
        assertThat(keys(table, field("v").between(false, true))).containsExactly(3L, 5L);
    }

    @ParameterizedTest
    @EnumSource(IndexType.class)
    void trueIsNotOneInAnIndex(IndexType type) {
        Table table = values(1, true, 0, false);
        table.createIndex("v", type);
        assertThat(keys(table, field("v").eq(1))).containsExactly(1L);
        assertThat(keys(table, field("v").in(true, 0))).containsExactly(2L, 3L);
    }

    @Test
    void trueIsNotOneInsideListsAndMaps() {
        Table table = values(List.of(1), List.of(true), Map.of("a", 1), Map.of("a", true));
        assertThat(keys(table, field("v").eq(List.of(1)))).containsExactly(1L);
        assertThat(keys(table, field("v").contains(true))).containsExactly(2L);
        assertThat(keys(table, field("v").eq(Map.of("a", true)))).containsExactly(4L);
    }

    @Test
    void trueAndOneAreTwoKeys() {
        Table table = db.createTable("t");
        table.insert(List.of(Map.of("id", 1, "v", "one"), Map.of("id", true, "v", "true")));
        assertThat(table.get(true).orElseThrow()).containsEntry("v", "true");
        assertThat(table.get(1.0).orElseThrow()).containsEntry("v", "one");
    }

    @Test
    void trueAndOneAreDistinctGroupsAndOrderApart() {
        Table table = values(1, true, 1.0, 0);
        assertThat(vs(table.select("v").distinct().list())).containsExactly(1L, true, 0L);
        assertThat(vs(table.select("v").orderBy("v").list())).containsExactly(true, 0L, 1L, 1.0);
        assertThat(table.aggregate(count().as("n")).groupBy("v").list())
                .extracting(row -> row.get("n"))
                .containsExactly(2L, 1L, 1L);
    }

    @Test
    void aBooleanIsNotAddedUp() {
        Row row = values(true, true, 5)
                .aggregate(sum("v"), avg("v"), count("v"), min("v"), max("v"))
                .row();
        assertThat(row).containsEntry("sum_v", 5L).containsEntry("avg_v", 5.0).containsEntry("count_v", 3L);
        assertThat(row).containsEntry("min_v", true).containsEntry("max_v", 5L);
    }

    @Test
    void aBooleanIsNoInteger() {
        Table table = db.createTable(
                "t", "id", Schema.builder().field("n", Long.class).build());
        assertThatThrownBy(() -> table.insert(Map.of("n", true))).isInstanceOf(SchemaValidationException.class);
        table.insert(Map.of("n", 1));
        assertThatThrownBy(() -> table.update(Map.of("n", false), all())).isInstanceOf(SchemaValidationException.class);
        assertThat(table.all()).containsExactly(table.get(1).orElseThrow());
    }

    @Test
    void anIntegerWidensInADoubleField() {
        Table table = db.createTable(
                "t", "id", Schema.builder().field("price", Double.class).build());
        table.insert(Map.of("price", 3));
        table.insert(List.of(Map.of("price", 4L), Map.of("price", new BigInteger("18446744073709551616"))));
        table.upsert(Map.of("id", 9, "price", (short) 5));
        table.update(Map.of("price", 7), field("id").eq(1));
        assertThat(table.all()).extracting(row -> row.get("price")).containsExactly(7.0, 4.0, 0x1p64, 5.0);
    }

    @Test
    void anIntegerOfAnyWidthIsOneClass() {
        Table table = values((byte) 1, (short) 1, 1, 1L, BigInteger.ONE, new BigInteger("9223372036854775808"));
        assertThat(vs(table.all())).containsExactly(1L, 1L, 1L, 1L, 1L, new BigInteger("9223372036854775808"));
        assertThat(vs(values(1.5f, 1.5).all())).containsExactly(1.5, 1.5);
    }

    private Table values(Object... values) {
        Table table = db.createTable("t" + db.listTables().size());
        for (Object value : values) {
            table.insert(Map.of("v", value));
        }
        return table;
    }

    private static List<Object> vs(List<Row> rows) {
        return rows.stream().map(row -> row.get("v")).toList();
    }

    private static List<Object> keys(Table table, Condition where) {
        return table.select(where).list().stream().map(row -> row.get("id")).toList();
    }
}
