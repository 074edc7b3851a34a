package io.dictdb.departures;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.not;
import static io.dictdb.Dsl.or;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.Condition;
import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.RecordNotFoundException;
import io.dictdb.Row;
import io.dictdb.Table;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What Java does differently from Python DictDB 1.11 on purpose, each named after what it does here. {@link TypesUnlikePythonTest} has
 * what concerns Booleans and numbers, {@link FaultsOfTheOriginalTest} the faults that must not come along.
 */
class DeparturesFromPythonTest {
    private final Table table = DictDB.create().createTable("people");

    @ParameterizedTest
    @EnumSource(IndexType.class)
    void orAndNotOverAnIndexReturnTheRightRows(IndexType type) {
        insertAges(30, 40, 50);
        table.insert(Map.of("name", "no age"));
        table.createIndex("age", type);
        Condition either = or(field("age").eq(30), field("name").eq("no age"));
        assertThat(keys(either)).containsExactly(1L, 4L);
        assertThat(keys(not(field("age").eq(30)))).containsExactly(2L, 3L, 4L);
        assertThat(keys(not(field("age").gt(30)))).containsExactly(1L, 4L);
        assertThat(table.aggregate(count().as("n")).where(not(either)).row()).containsEntry("n", 2L);
        assertThat(table.update(Map.of("seen", true), not(field("age").eq(30)))).isEqualTo(3);
        assertThat(table.delete(either)).isEqualTo(2);
        assertThat(keys(all())).containsExactly(2L, 3L);
    }

    @Test
    void distinctComesBeforeLimit() {
        insertAges(30, 30, 40, 40, 50);
        assertThat(table.select("age").distinct().limit(2).list())
                .extracting(row -> row.get("age"))
                .containsExactly(30L, 40L);
        assertThat(table.select("age").limit(1).offset(2).distinct().list())
                .extracting(row -> row.get("age"))
                .containsExactly(50L);
        assertThat(table.select("age").distinct().offset(1).count()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(IndexType.class)
    void mixedTypesNeverThrow(IndexType type) {
        table.createIndex("v", type);
        List.of("text", 1, 2.5, true, List.of(1), Map.of("a", 1)).forEach(v -> table.insert(Map.of("v", v)));
        table.insert(new HashMap<>());
        assertThat(keys(field("v").lt(2))).containsExactly(2L);
        assertThat(keys(field("v").ge("a"))).containsExactly(1L);
        assertThat(keys(field("v").between(0, "z"))).isEmpty();
        assertThat(table.select("id").orderBy("v").list())
                .extracting(row -> row.get("id"))
                .containsExactly(7L, 4L, 2L, 3L, 1L, 5L, 6L);
        assertThat(table.select("id").orderBy("-v").list())
                .extracting(row -> row.get("id"))
                .containsExactly(6L, 5L, 1L, 3L, 2L, 4L, 7L);
    }

    @Test
    void theCallersMapIsCopied() {
        List<Object> tags = new ArrayList<>(List.of("a"));
        Map<String, Object> record = new HashMap<>(Map.of("name", "Ada", "tags", tags));
        Object key = table.insert(record);
        assertThat(record).containsOnlyKeys("name", "tags");
        record.put("name", "Bob");
        tags.add("b");
        assertThat(table.get(key).orElseThrow()).containsEntry("name", "Ada").containsEntry("tags", List.of("a"));
    }

    @Test
    void theMapOfAnUpdateIsCopied() {
        insertAges(30);
        List<Object> tags = new ArrayList<>(List.of("a"));
        table.update(Map.of("tags", tags), all());
        tags.clear();
        assertThat(table.all().get(0)).containsEntry("tags", List.of("a"));
    }

    @Test
    void bulkInsertWithExplicitKeysIsLinear() {
        CountedRecords records = new CountedRecords(200_000);
        assertThat(table.insert(records)).hasSize(200_000).endsWith(200_000L);
        assertThat(table.count()).isEqualTo(200_000);
        assertThat(table.get(123_456L).orElseThrow()).containsEntry("v", 123_456L % 1_000);
        assertThat(records.reads).as("how often records were asked for").isLessThanOrEqualTo(10L * 200_000);
    }

    @Test
    void createIndexSucceedsOrThrows() {
        table.insert(Map.of("v", List.of(1, 2)));
        table.insert(Map.of("v", "text"));
        table.insert(Map.of("other", 1));
        table.createIndex("v", IndexType.HASH);
        table.createIndex("v", IndexType.SORTED);
        table.createIndex("nowhere");
        assertThat(table.indexedFields()).containsExactly("v", "nowhere");
        assertThat(keys(field("v").eq(List.of(1, 2)))).containsExactly(1L);
        assertThat(keys(field("v").isNull())).containsExactly(3L);
        assertThatIllegalArgumentException().isThrownBy(() -> table.createIndex("v", null));
        assertThatIllegalArgumentException().isThrownBy(() -> IndexType.valueOf("BTREE"));
    }

    @Test
    void negativeLimitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.select().limit(-1))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.aggregate(count()).limit(-7))
                .withMessageContaining("-7");
        insertAges(30);
        assertThat(table.select().limit(0).list()).isEmpty();
    }

    @Test
    void negativeOffsetIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.select().offset(-2))
                .withMessageContaining("-2");
        insertAges(30);
        assertThat(table.select().offset(5).list()).isEmpty();
    }

    @Test
    void rowsDoNotChangeUnderTheReader() {
        insertAges(30);
        Row row = table.all().get(0);
        List<Row> rows = table.select().list();
        table.update(Map.of("age", 31), all());
        table.delete(all());
        assertThat(row).containsEntry("age", 30L);
        assertThat(rows).containsExactly(row);
        assertThatThrownBy(() -> row.put("age", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void toMapGivesAMapOfOnesOwn() {
        table.insert(Map.of("tags", List.of("a")));
        Map<String, Object> own = table.all().get(0).toMap();
        own.put("name", "Ada");
        own.compute("tags", (field, tags) -> List.of(tags, "b"));
        assertThat(table.all().get(0)).containsEntry("tags", List.of("a")).doesNotContainKey("name");
    }

    @Test
    void allSaysEveryRecord() {
        insertAges(30, 40);
        assertThatIllegalArgumentException().isThrownBy(() -> table.delete(null));
        assertThatIllegalArgumentException().isThrownBy(() -> table.update(Map.of("age", 1), null));
        assertThat(table.update(Map.of("age", 1), all())).isEqualTo(2);
        assertThat(table.delete(all())).isEqualTo(2);
        assertThatThrownBy(() -> table.delete(all())).isInstanceOf(RecordNotFoundException.class);
    }

    private void insertAges(int... ages) {
        for (int age : ages) {
            table.insert(Map.of("age", age));
        }
    }

    private List<Object> keys(Condition where) {
        return table.select(where).list().stream().map(row -> row.get("id")).toList();
    }

    /** Records with keys of their own that count how often they are asked for. */
    private static final class CountedRecords extends AbstractList<Map<String, Object>> {
        private final int size;
        private long reads;

        CountedRecords(int size) {
            this.size = size;
        }

        @Override
        public Map<String, Object> get(int index) {
            reads++;
            return Map.of("id", index + 1, "v", (index + 1) % 1_000);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
