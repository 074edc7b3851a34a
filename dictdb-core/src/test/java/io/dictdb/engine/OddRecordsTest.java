package io.dictdb.engine;

import static io.dictdb.Dsl.and;
import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.matching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.Row;
import io.dictdb.Schema;
import io.dictdb.SchemaValidationException;
import io.dictdb.Table;
import io.dictdb.Upserted.Action;
import io.dictdb.internal.engine.Integrity;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Records, names and keys that are legal and rare. */
class OddRecordsTest {
    private final DictDB db = DictDB.create();

    @Test
    void recordsWithFieldsOfTheirOwnAreKeptApart() {
        long seed = System.nanoTime();
        System.out.println("OddRecordsTest seed " + seed);
        Random random = new Random(seed);
        Table table = db.createTable("t");
        table.createIndex("user_7", IndexType.SORTED);
        Map<Object, Map<String, Object>> model = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            Map<String, Object> record = new HashMap<>();
            for (int k = 0; k < 20; k++) {
                record.put("user_" + random.nextInt(5_000), (long) k);
            }
            Object key = table.insert(record);
            record.put("id", key);
            model.put(key, record);
        }
        table.update(Map.of("new", true), field("id").eq(500));
        model.get(500L).put("new", true);
        table.delete(field("id").eq(501));
        model.remove(501L);
        assertThat(table.all()).hasSize(model.size()).allMatch(row -> row.equals(model.get(row.get("id"))));
        assertThat(Integrity.verify(db)).isEmpty();
    }

    @Test
    void aFieldMayHaveTheEmptyName() {
        Table table = db.createTable("t");
        table.insert(List.of(Map.of("", "x"), Map.of("", "y"), Map.of("", "x")));
        assertThat(table.aggregate(count().as("n"))
                        .groupBy("")
                        .having(field("").eq("x"))
                        .list())
                .containsExactly(row(table));
        assertThat(table.select(field("").eq("y")).count()).isEqualTo(1);
    }

    private static Row row(Table table) {
        return table.aggregate(count().as("n"))
                .where(field("").eq("x"))
                .groupBy("")
                .list()
                .get(0);
    }

    @Test
    void aTestMayRelyOnTheConditionsBeforeItWhateverIndexesThereAre() {
        Table table = db.createTable("t");
        for (int i = 0; i < 300; i++) {
            table.insert(i % 3 == 0 ? Map.of("city", i % 10) : Map.of("city", i % 10, "age", i % 50));
        }
        table.createIndex("city");
        table.createIndex("age", IndexType.SORTED);
        var guarded =
                and(field("age").isNotNull(), field("city").eq(5), matching("adult", r -> r.getLong("age") >= 18));
        assertThat(table.select(guarded).list())
                .allMatch(r -> r.getLong("age") >= 18)
                .isNotEmpty();
    }

    @Test
    void rowsRefuseEveryChange() {
        Table table = db.createTable("t");
        Row row = table.get(table.insert(Map.of("a", List.of(1)))).orElseThrow();
        List<Consumer<Row>> changes = List.of(
                r -> r.put("a", 2),
                r -> r.remove("absent"),
                r -> r.putAll(Map.of()),
                Map::clear,
                r -> r.entrySet().iterator().next().setValue(1));
        for (Consumer<Row> change : changes) {
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> change.accept(row));
        }
    }

    @Test
    void anUpsertFindsTheRecordByTheKeyAsItIsStored() {
        Table table = db.createTable(
                "t", "id", Schema.builder().field("id", Double.class).build());
        long large = 1L << 53;
        table.upsert(Map.of("id", large));
        assertThat(table.upsert(Map.of("id", large + 1)).action()).isEqualTo(Action.UPDATED);
    }

    @Test
    void aKeyHasNoDefault() {
        Schema schema = Schema.builder().field("id", Long.class, 7).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> db.createTable("t", "id", schema))
                .withMessageContaining("id");
    }

    @Test
    void theFirstWrongRecordOfABatchIsTheOneThatIsReported() {
        Table table = db.createTable(
                "t", "id", Schema.builder().field("x", Long.class).build());
        List<Map<String, Object>> batch = List.of(Map.of("x", "text"), Map.of("x", new Object()));
        assertThatExceptionOfType(SchemaValidationException.class)
                .isThrownBy(() -> table.insert(batch))
                .withMessageContaining("text");
    }

    @Test
    void automaticKeysEndWhereNumbersDo() {
        Table table = db.createTable("t");
        BigInteger last = BigInteger.TEN.pow(1_000).subtract(BigInteger.ONE);
        table.insert(Map.of("id", last));
        assertThatIllegalArgumentException().isThrownBy(() -> table.insert(Map.of("x", 1)));
        assertThat(table.count()).isEqualTo(1);
    }

    @Test
    void messagesStayShort() {
        Table table = db.createTable("t");
        List<Integer> many = new Random(1).ints(100_000).boxed().toList();
        assertThatExceptionOfType(io.dictdb.RecordNotFoundException.class)
                .isThrownBy(() -> table.delete(field("id").in(many)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500).contains("99980 more"));
    }
}
