package io.dictdb.transaction;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.matching;
import static io.dictdb.Dsl.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.DuplicateKeyException;
import io.dictdb.IndexType;
import io.dictdb.OnConflict;
import io.dictdb.Schema;
import io.dictdb.Table;
import io.dictdb.TableNotFoundException;
import io.dictdb.TransactionConflictException;
import io.dictdb.TransactionOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/*
 * Which changes of others are in a transaction's way. The work asks one question of table t, which holds records 1 to 5 with n = 10, 20 … 50, and writes to table log;
 * in between another thread makes one change. Where that change could have altered the answer, the transaction is refused (it has one attempt); where it
 * could not, both are committed.
 */
class ConflictTest {
    private static final TransactionOptions ONCE = TransactionOptions.defaults().attempts(1);

    private final DictDB db = DictDB.create();
    private final Table table = db.createTable("t");
    private final Table log = db.createTable("log");

    ConflictTest() {
        table.createIndex("n", IndexType.SORTED);
        for (int i = 1; i <= 5; i++) {
            table.insert(Map.of("n", i * 10));
        }
    }

    private record Step(String name, BiConsumer<DictDB, Table> call) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Step step(String name, BiConsumer<DictDB, Table> call) {
        return new Step(name, call);
    }

    private static final Step GET_3 = step("get 3", (db, t) -> t.get(3));
    private static final Step GET_9 = step("get 9, which is not there", (db, t) -> t.get(9));
    private static final Step RANGE = step(
            "n between 25 and 45",
            (db, t) -> t.select(field("n").between(25, 45)).list());
    private static final Step FIRST =
            step("first above 25", (db, t) -> t.select(field("n").gt(25)).first());
    private static final Step SUM =
            step("sum of all", (db, t) -> t.aggregate(sum("n")).row());
    private static final Step COUNT = step("count", (db, t) -> t.count());
    private static final Step TEST = step(
            "test of the caller",
            (db, t) -> t.select(matching("n is 30", r -> r.getInt("n") == 30)).count());
    private static final Step STREAM =
            step("stream", (db, t) -> t.select(field("n").lt(15)).stream());
    private static final Step INSERT = step("insert", (db, t) -> t.insert(Map.of("n", 60)));
    private static final Step INSERT_9 = step("insert 9", (db, t) -> t.insert(Map.of("id", 9, "n", 90)));
    private static final Step UPSERT_9 =
            step("upsert 9", (db, t) -> t.upsert(Map.of("id", 9, "n", 99), OnConflict.IGNORE));
    private static final Step UPDATE_3 =
            step("update 3", (db, t) -> t.update(Map.of("n", 31), field("id").eq(3)));
    private static final Step UPDATE_5 =
            step("update 5", (db, t) -> t.update(Map.of("n", 51), field("id").eq(5)));
    private static final Step INTO_RANGE = step(
            "1 comes into the range",
            (db, t) -> t.update(Map.of("n", 30), field("id").eq(1)));
    private static final Step OTHER_FIELD = step(
            "another field of 3",
            (db, t) -> t.update(Map.of("x", 1), field("id").eq(3)));
    private static final Step THERE_AND_BACK = step("3 changed and changed back", (db, t) -> {
        t.update(Map.of("n", 31), field("id").eq(3));
        t.update(Map.of("n", 30), field("id").eq(3));
    });
    private static final Step OTHER_CLASS = step(
            "3 of another class",
            (db, t) -> t.update(Map.of("n", 30.0), field("id").eq(3)));
    private static final Step DELETE_3 =
            step("delete 3", (db, t) -> t.delete(field("id").eq(3)));
    private static final Step DELETE_1 =
            step("delete 1", (db, t) -> t.delete(field("id").eq(1)));
    private static final Step CLEAR = step("clear", (db, t) -> t.clear());
    private static final Step INDEX = step("create an index", (db, t) -> t.createIndex("x"));
    private static final Step INDEXED = step("which fields are indexed", (db, t) -> t.indexedFields());
    private static final Step COLUMNS = step("columns", (db, t) -> t.columns());
    private static final Step DROP = step("drop", (db, t) -> db.dropTable("t"));
    private static final Step OTHER_TABLE = step("create another table", (db, t) -> db.createTable("u"));
    private static final Step NAMES = step("list tables", (db, t) -> db.listTables());
    private static final Step EXPLAIN =
            step("explain", (db, t) -> t.select(field("n").gt(1)).explain());
    private static final Step NOTHING = step("nothing but its name", (db, t) -> t.name());

    static final List<Arguments> IN_THE_WAY = List.of(
            Arguments.of(GET_3, UPDATE_3),
            Arguments.of(GET_3, OTHER_FIELD),
            Arguments.of(GET_3, DELETE_3),
            Arguments.of(GET_3, OTHER_CLASS),
            Arguments.of(GET_3, CLEAR),
            Arguments.of(GET_9, INSERT_9),
            Arguments.of(RANGE, UPDATE_3),
            Arguments.of(RANGE, INTO_RANGE),
            Arguments.of(RANGE, DELETE_3),
            Arguments.of(FIRST, INSERT),
            Arguments.of(SUM, INSERT),
            Arguments.of(SUM, DELETE_1),
            Arguments.of(COUNT, INSERT),
            Arguments.of(TEST, UPDATE_3),
            Arguments.of(TEST, INTO_RANGE),
            Arguments.of(TEST, UPDATE_5),
            Arguments.of(STREAM, DELETE_1),
            Arguments.of(INSERT, INSERT),
            Arguments.of(INSERT, INSERT_9),
            Arguments.of(INSERT_9, INSERT_9),
            Arguments.of(UPSERT_9, INSERT_9),
            Arguments.of(UPDATE_3, UPDATE_3),
            Arguments.of(UPDATE_3, DELETE_3),
            Arguments.of(DELETE_3, UPDATE_3),
            Arguments.of(CLEAR, INSERT),
            Arguments.of(INDEXED, INDEX),
            Arguments.of(INDEX, INDEX),
            Arguments.of(COLUMNS, OTHER_FIELD),
            Arguments.of(GET_3, DROP),
            Arguments.of(NOTHING, DROP),
            Arguments.of(INDEX, DROP),
            Arguments.of(NAMES, OTHER_TABLE),
            Arguments.of(OTHER_TABLE, OTHER_TABLE));

    static final List<Arguments> OUT_OF_THE_WAY = List.of(
            Arguments.of(GET_3, UPDATE_5),
            Arguments.of(GET_3, INSERT),
            Arguments.of(GET_3, THERE_AND_BACK),
            Arguments.of(GET_3, INDEX),
            Arguments.of(GET_9, INSERT),
            Arguments.of(RANGE, UPDATE_5),
            Arguments.of(RANGE, INSERT),
            Arguments.of(RANGE, DELETE_1),
            Arguments.of(STREAM, UPDATE_3),
            Arguments.of(INSERT, UPDATE_3),
            Arguments.of(INSERT, DELETE_3),
            Arguments.of(INSERT_9, INSERT),
            Arguments.of(INSERT_9, UPDATE_3),
            Arguments.of(UPDATE_3, UPDATE_5),
            Arguments.of(UPDATE_3, INSERT),
            Arguments.of(DELETE_1, UPDATE_3),
            Arguments.of(DELETE_1, INSERT_9),
            Arguments.of(INDEX, INSERT),
            Arguments.of(INDEXED, INSERT),
            Arguments.of(EXPLAIN, CLEAR),
            Arguments.of(NOTHING, CLEAR),
            Arguments.of(NOTHING, OTHER_TABLE));

    @ParameterizedTest
    @FieldSource("IN_THE_WAY")
    void inTheWay(Step question, Step change) {
        assertThatThrownBy(() -> overlapping(question, change)).isInstanceOf(TransactionConflictException.class);
        assertThat(log.count()).isZero();
    }

    @ParameterizedTest
    @FieldSource("OUT_OF_THE_WAY")
    void outOfTheWay(Step question, Step change) {
        overlapping(question, change);
        assertThat(log.count()).isEqualTo(1);
    }

    private void overlapping(Step question, Step change) {
        db.transact(ONCE, tx -> {
            question.call.accept(db, table);
            tx.getTable("log").insert(Map.of());
            Elsewhere.run(() -> change.call.accept(db, table));
        });
    }

    @Test
    void twoThatWouldOverwriteWhatTheOtherReadNeverBothSucceed() {
        assertThatThrownBy(() -> db.transact(ONCE, tx -> {
                    long sum = table.get(1).orElseThrow().getLong("n")
                            + table.get(2).orElseThrow().getLong("n");
                    table.update(Map.of("n", sum), field("id").eq(1));
                    Elsewhere.run(() -> db.transact(other -> {
                        long same = table.get(1).orElseThrow().getLong("n")
                                + table.get(2).orElseThrow().getLong("n");
                        table.update(Map.of("n", same), field("id").eq(2));
                    }));
                }))
                .hasMessageContaining("after 1 attempt in")
                .hasMessageContaining("table 't', record 2")
                .asInstanceOf(InstanceOfAssertFactories.type(TransactionConflictException.class))
                .satisfies(e -> assertThat(e.table()).isEqualTo("t"))
                .satisfies(e -> assertThat(e.key()).isEqualTo(2L));
        assertThat(table.select("n").list()).extracting(r -> r.getInt("n")).containsExactly(10, 30, 30, 40, 50);
    }

    @Test
    void codeOfTheCallerIsNotRunAgainToDecideAboutTheCommit() {
        AtomicInteger tested = new AtomicInteger();
        assertThatThrownBy(() -> db.transact(ONCE, tx -> {
                    tx.getTable("t")
                            .select(matching("reads on", row -> {
                                tested.incrementAndGet();
                                return tx.getTable("log").get(row.get("id")).isPresent();
                            }))
                            .count();
                    tx.getTable("log").insert(Map.of());
                    Elsewhere.run(() -> table.insert(Map.of("n", 60)));
                }))
                .isInstanceOf(TransactionConflictException.class);
        assertThat(tested).hasValue(5);
    }

    @Test
    void keysThatWerePassedOverAreReadToo() {
        table.insert(List.of(Map.of("id", 6.0), Map.of("id", 7.0)));
        assertThatThrownBy(() -> db.transact(ONCE, tx -> {
                    assertThat(table.insert(Map.of())).isEqualTo(8L);
                    Elsewhere.run(() -> table.delete(field("id").eq(6)));
                }))
                .isInstanceOf(TransactionConflictException.class);
        assertThat(table.insert(Map.of())).isEqualTo(6L);
    }

    @Test
    void aKeyIsReadAsTheSchemaStoresIt() {
        Schema schema = Schema.builder().field("id", Double.class).build();
        Table doubles = db.createTable("doubles", "id", schema);
        double stored = 0x1p53;
        doubles.insert(Map.of("id", stored));
        assertThatThrownBy(() -> db.transact(ONCE, tx -> {
                    assertThatThrownBy(() -> doubles.insert(Map.of("id", (1L << 53) + 1)))
                            .isInstanceOf(DuplicateKeyException.class);
                    log.insert(Map.of());
                    Elsewhere.run(() -> doubles.delete(field("id").eq(stored)));
                }))
                .isInstanceOf(TransactionConflictException.class);
    }

    @Test
    void theOrderOfNamesInsideAValueIsPutInPlaceToo() {
        Map<String, Integer> before = new LinkedHashMap<>(Map.of("a", 1));
        before.put("b", 2);
        Map<String, Integer> after = new LinkedHashMap<>(Map.of("b", 2));
        after.put("a", 1);
        table.insert(Map.of("id", 9, "m", before));
        db.transact(ONCE, tx -> {
            table.update(Map.of("m", after), field("id").eq(9));
            Elsewhere.run(() -> table.update(Map.of("n", 0), field("id").eq(1)));
        });
        assertThat(table.get(9).orElseThrow().get("m")).hasToString("{b=2, a=1}");
    }

    @Test
    void aTableThatOthersCreatedMeanwhileIsNotThereYet() {
        Table[] late = new Table[1];
        assertThatThrownBy(() -> db.transact(tx -> {
                    Elsewhere.run(() -> late[0] = db.createTable("late"));
                    late[0].count();
                }))
                .isInstanceOf(TableNotFoundException.class)
                .hasMessageContaining("'late' was created after the transaction began");
    }

    @Test
    void anUpdateWhoseFunctionMakesItNewWorkIsGivenUp() {
        int records = table.count();
        AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() -> table.update(
                        row -> {
                            table.insert(Map.of("n", calls.incrementAndGet()));
                            return Map.of("m", 1);
                        },
                        all()))
                .isInstanceOf(TransactionConflictException.class)
                .hasMessageContaining("its own function");
        assertThat(table.select(field("m").eq(1)).count()).isZero();
        assertThat(calls.get())
                .as("each round decides what the one before has added")
                .isEqualTo(records * 1_001);
    }

    @Test
    void theWorkIsRunAgainOnWhatOthersMade() {
        AtomicInteger runs = new AtomicInteger();
        db.transact(tx -> {
            int before = table.get(3).orElseThrow().getInt("n");
            if (runs.incrementAndGet() < 6) {
                Elsewhere.run(() -> table.update(
                        r -> Map.of("n", r.getInt("n") + 1), field("id").eq(3)));
            }
            table.update(Map.of("n", before * 2), field("id").eq(3));
        });
        assertThat(runs).hasValue(6);
        assertThat(table.get(3).orElseThrow().getInt("n")).isEqualTo(70);
    }

    @Test
    void anAnswerThatFailedIsAnAnswerToo() {
        AtomicInteger runs = new AtomicInteger();
        db.transact(tx -> {
            runs.incrementAndGet();
            assertThatThrownBy(() -> table.insert(Map.of("id", 3))).isInstanceOf(DuplicateKeyException.class);
            if (runs.get() == 1) {
                Elsewhere.run(() -> table.update(Map.of("n", 0), field("id").eq(3)));
            }
            log.insert(Map.of("taken", 3));
        });
        assertThat(runs).hasValue(2);
    }

    @Test
    void boundsAreBounds() {
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> db.transact(TransactionOptions.defaults().attempts(7), tx -> {
                    runs.incrementAndGet();
                    table.update(Map.of("n", 0), field("id").eq(3));
                    Elsewhere.run(() ->
                            table.update(Map.of("n", runs.get()), field("id").eq(3)));
                }))
                .isInstanceOf(TransactionConflictException.class)
                .hasMessageContaining("7 attempts");
        assertThat(runs).hasValue(7);
        assertThat(table.get(3).orElseThrow().getInt("n")).isEqualTo(7);
    }
}
