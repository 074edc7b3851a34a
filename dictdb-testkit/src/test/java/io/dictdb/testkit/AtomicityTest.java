package io.dictdb.testkit;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.OnConflict;
import io.dictdb.Row;
import io.dictdb.Schema;
import io.dictdb.Table;
import io.dictdb.TransactionOptions;
import io.dictdb.internal.engine.Engine;
import io.dictdb.internal.engine.Integrity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/*
 * Every call is atomic, whatever fails inside it and however. For each kind of call the i-th internal step fails, for i = 0, 1, 2 and so on until the call
 * gets through without reaching the i-th; each time on a fresh database with records and indexes of both types. After a failure the database is what it was
 * before, and the call made again comes to exactly what it would have come to had nothing failed: the same result, the same records, the same sequence and
 * the same next automatic key. A step fails once by an exception and once by an error, as when memory runs out.
 */
class AtomicityTest {
    @TempDir
    static Path directory;

    record Change(String name, Function<DictDB, Object> call) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** All that can be seen of a database. */
    private record Picture(
            List<String> tables,
            Map<String, List<Row>> rows,
            Map<String, List<String>> indexes,
            Map<String, List<String>> columns,
            long sequence) {
        static Picture of(DictDB db) {
            Picture picture = new Picture(
                    db.listTables(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    db.sequence());
            picture.tables.forEach(name -> picture.add(db.getTable(name)));
            return picture;
        }

        private void add(Table table) {
            rows.put(table.name(), table.all());
            indexes.put(table.name(), table.indexedFields());
            columns.put(table.name(), table.columns());
        }
    }

    static Stream<Change> changes() {
        return Stream.of(
                onTable("insert", t -> t.insert(Map.of("a", 1, "b", "new"))),
                onTable("insert with a key", t -> t.insert(Map.of("id", 500, "a", 1))),
                onTable("bulk insert", t -> t.insert(records(20))),
                onTable("upsert that inserts", t -> t.upsert(Map.of("id", 77, "a", 2))),
                onTable("upsert without a key", t -> t.upsert(Map.of("a", 2), OnConflict.ERROR)),
                onTable("upsert that updates", t -> t.upsert(Map.of("id", 3, "a", 99, "c", "more"))),
                onTable(
                        "update by a map",
                        t -> t.update(Map.of("a", 7, "c", 1), field("id").between(5, 25))),
                onTable("update by a function", t -> t.update(row -> Map.of("a", row.getLong("a") + 1), all())),
                onTable("delete", t -> t.delete(field("b").eq("b1"))),
                onTable("clear", Table::clear),
                onTable("create a hash index", t -> done(() -> t.createIndex("c"))),
                onTable("create a sorted index", t -> done(() -> t.createIndex("c", IndexType.SORTED))),
                onTable("create a second index", t -> done(() -> t.createIndex("b", IndexType.SORTED))),
                onTable("drop both indexes", t -> done(() -> t.dropIndex("a"))),
                new Change("create a table", db -> db.createTable("new").name()),
                new Change("drop a table", db -> done(() -> db.dropTable("t"))),
                new Change("import CSV", db -> db.importCsv(csv(), "imported", CsvOptions.defaults())),
                new Change("import CSV with a schema", AtomicityTest::typedImport),
                new Change("transaction over tables", AtomicityTest::transaction),
                new Change("transaction that defines tables", AtomicityTest::definition));
    }

    private static Object typedImport(DictDB db) {
        Schema schema = Schema.builder()
                .nullable("name", String.class)
                .nullable("n", Long.class)
                .build();
        CsvOptions options =
                CsvOptions.defaults().schema(schema).where(field("n").ne(1));
        return db.importCsv(csv(), "imported", options);
    }

    private static Object transaction(DictDB db) {
        return db.transaction(tx -> {
            Table table = tx.getTable("t");
            table.insert(records(3));
            table.update(row -> Map.of("a", row.getLong("id") * 2), field("id").between(10, 20));
            table.delete(field("b").eq("b2"));
            table.upsert(Map.of("id", 3, "a", 99));
            return tx.getTable("other").insert(Map.of("a", table.count()));
        });
    }

    private static Object definition(DictDB db) {
        return db.transaction(tx -> {
            tx.getTable("t").createIndex("c", IndexType.SORTED);
            tx.getTable("t").dropIndex("b");
            tx.dropTable("other");
            tx.createTable("other", "name").insert(Map.of("name", "n"));
            return tx.createTable("new").insert(Map.of("a", 1));
        });
    }

    private static Change onTable(String name, Function<Table, Object> call) {
        return new Change(name, db -> call.apply(db.getTable("t")));
    }

    private static Object done(Runnable call) {
        call.run();
        return "done";
    }

    private static List<Map<String, Object>> records(int n) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            records.add(i % 7 == 6 ? Map.of("a", i) : Map.of("a", i / 2, "b", "b" + i % 3));
        }
        return records;
    }

    private static Path csv() {
        try {
            return Files.writeString(directory.resolve("rows.csv"), "id,name,n\n1,Ada,1\n2,Grace,2\n5,Barbara,\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anExceptionAtAnyStepChangesNothing(Change change) {
        failAtEachStep(change, new FailingSteps.Injected());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anErrorAtAnyStepChangesNothing(Change change) {
        failAtEachStep(change, new OutOfMemoryError("injected"));
    }

    private static void failAtEachStep(Change change, Throwable failure) {
        DictDB undisturbed = database(new FailingSteps());
        Object result = change.call.apply(undisturbed);
        Picture wanted = afterOneMore(undisturbed);
        Set<String> failed = new LinkedHashSet<>();
        for (int i = 0; ; i++) {
            FailingSteps steps = new FailingSteps();
            DictDB db = database(steps);
            if (!failAt(i, steps, db, change, failure)) {
                break;
            }
            failed.add(steps.failed());
            assertThat(change.call.apply(db))
                    .as("%s again after %s failed", change, steps.failed())
                    .isEqualTo(result);
            assertThat(afterOneMore(db))
                    .as("%s after %s failed", change, steps.failed())
                    .isEqualTo(wanted);
            assertThat(Integrity.verify(db)).isEmpty();
        }
        assertThat(failed).as("steps of %s", change).isNotEmpty();
    }

    /** Whether there was such a step to fail. */
    private static boolean failAt(int i, FailingSteps steps, DictDB db, Change change, Throwable failure) {
        Picture before = Picture.of(db);
        steps.plan(i, failure);
        Throwable thrown = catchThrowable(() -> change.call.apply(db));
        steps.rest();
        if (!steps.hasFailed()) {
            assertThat(thrown).as("%s", change).isNull();
            return false;
        }
        assertThat(thrown).as("%s when %s fails", change, steps.failed()).isSameAs(failure);
        assertThat(Picture.of(db))
                .as("%s when %s fails", change, steps.failed())
                .isEqualTo(before);
        assertThat(Integrity.verify(db))
                .as("%s when %s fails", change, steps.failed())
                .isEmpty();
        return true;
    }

    /** Others change the same tables while the work runs, so that its changes must be put onto theirs; each step of that fails in turn. */
    @ParameterizedTest
    @ValueSource(classes = {FailingSteps.Injected.class, OutOfMemoryError.class})
    void aFailureWhileATransactionIsCommittedLeavesWhatOthersMade(Class<? extends Throwable> kind) throws Exception {
        Throwable failure = kind.getDeclaredConstructor().newInstance();
        DictDB undisturbed = database(new FailingSteps());
        overtaken(undisturbed, () -> {});
        Picture wanted = afterOneMore(undisturbed);
        Set<String> failed = new LinkedHashSet<>();
        for (int i = 0; ; i++) {
            int place = i;
            FailingSteps steps = new FailingSteps();
            DictDB db = database(steps);
            Throwable thrown = catchThrowable(() -> overtaken(db, () -> steps.plan(place, failure)));
            steps.rest();
            if (!steps.hasFailed()) {
                break;
            }
            failed.add(steps.failed());
            assertThat(thrown).as("when %s fails", steps.failed()).isSameAs(failure);
            assertThat(Picture.of(db)).as("when %s fails", steps.failed()).isEqualTo(othersAlone());
            assertThat(Integrity.verify(db)).isEmpty();
            mine(db);
            assertThat(afterOneMore(db))
                    .as("again after %s failed", steps.failed())
                    .isEqualTo(wanted);
        }
        assertThat(failed)
                .contains("check reads", "rebase table", "rewrite page", "index key", "build index", "publish");
    }

    private static Picture othersAlone() {
        DictDB db = database(new FailingSteps());
        others(db);
        return Picture.of(db);
    }

    /** A transaction that others overtake without being in its way. */
    private static void overtaken(DictDB db, Runnable atTheEnd) {
        db.transact(TransactionOptions.defaults().attempts(1), tx -> {
            mine(db);
            CompletableFuture.runAsync(() -> others(db), work -> new Thread(work).start())
                    .join();
            atTheEnd.run();
        });
    }

    private static void mine(DictDB db) {
        db.transact(tx -> {
            Table table = tx.getTable("t");
            table.insert(Map.of("id", 700, "a", 1));
            table.update(Map.of("a", 5, "c", 1), field("id").between(1, 5));
            table.delete(field("id").eq(6));
            table.createIndex("c", IndexType.SORTED);
            tx.getTable("other").insert(Map.of("id", 9));
            tx.createTable("new");
        });
    }

    private static void others(DictDB db) {
        Table table = db.getTable("t");
        table.insert(Map.of("id", 600, "a", 7));
        table.update(Map.of("a", 8), field("id").between(20, 25));
        table.delete(field("id").eq(30));
        db.getTable("other").update(Map.of("a", 2), field("id").eq(1));
    }

    private static DictDB database(FailingSteps steps) {
        DictDB db = Engine.create(steps);
        Table table = db.createTable("t");
        table.createIndex("a", IndexType.HASH);
        table.createIndex("a", IndexType.SORTED);
        table.createIndex("b");
        table.insert(records(40));
        db.createTable("other").insert(Map.of("a", 1));
        return db;
    }

    /** The picture after one more record with an automatic key in every table: so the counters show. */
    private static Picture afterOneMore(DictDB db) {
        db.listTables().forEach(name -> db.getTable(name).insert(Map.of()));
        return Picture.of(db);
    }
}
