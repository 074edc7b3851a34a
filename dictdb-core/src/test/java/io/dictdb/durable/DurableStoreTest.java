package io.dictdb.durable;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.OpenReport;
import io.dictdb.Schema;
import io.dictdb.StorageException;
import io.dictdb.SyncPolicy;
import io.dictdb.Table;
import io.dictdb.files.RandomChanges;
import io.dictdb.files.Same;
import io.dictdb.internal.engine.Integrity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/* What was done to a durable store is there when it is opened again. */
class DurableStoreTest {
    @TempDir
    Path directory;

    private DictDB opened(SyncPolicy policy) {
        return DictDB.builder()
                .directory(directory)
                .syncPolicy(policy)
                .syncInterval(Duration.ofMillis(20))
                .open();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfChange(SyncPolicy policy) {
        DictDB copy = DictDB.create();
        try (DictDB db = opened(policy)) {
            for (DictDB each : List.of(db, copy)) {
                Table users = each.createTable("users");
                users.insert(List.of(Map.of("name", "Ada", "age", 36), Map.of("name", "Alan", "age", 41)));
                users.createIndex("age", IndexType.SORTED);
                users.update(Map.of("city", "London"), field("name").eq("Ada"));
                users.upsert(Map.of("id", 7, "name", "Grace"));
                users.delete(field("name").eq("Alan"));
                users.insert(Map.of("name", "Linus"));
                users.delete(field("name").eq("Linus")); // its key is not given out again
                Schema schema = Schema.builder()
                        .field("isbn", String.class)
                        .nullable("pages", Integer.class)
                        .build();
                each.createTable("books", "isbn", schema).insert(Map.of("isbn", "x", "pages", 3));
                each.createTable("gone");
                each.transact(tx -> {
                    tx.getTable("books").clear();
                    tx.dropTable("gone");
                    tx.createTable("gone", "k").insert(Map.of("k", "again"));
                });
                each.getTable("books").createIndex("pages");
                each.getTable("books").dropIndex("pages");
            }
            Same.require(db, copy);
        }
        try (DictDB db = opened(policy)) {
            Same.require(db, copy);
            assertThat(db.sequence()).isEqualTo(copy.sequence());
            assertThat(db.getTable("users").insert(Map.of("name", "Dennis"))).isEqualTo(9L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tenThousandChangesOverManyRuns(SyncPolicy policy) {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        System.out.println("DurableStoreTest, " + policy + ": again with -Ddictdb.seed=" + seed);
        DictDB before = DictDB.create();
        for (int run = 0; run < 50; run++) {
            try (DictDB db = opened(policy)) {
                Same.require(db, before);
                new RandomChanges(db, seed + run).make(200);
                before = copy(db);
            }
        }
    }

    private DictDB copy(DictDB db) {
        Path file = directory.resolve("copy.ddb");
        db.save(file);
        return DictDB.load(file);
    }

    @Test
    void whatIsOnTheDisk() {
        try (DictDB db = opened(SyncPolicy.EVERY_COMMIT)) {
            db.createTable("t");
            assertThat(db.durableSequence()).isEqualTo(1);
        }
        try (DictDB db = opened(SyncPolicy.NEVER)) {
            assertThat(db.durableSequence()).isEqualTo(1);
            db.getTable("t").insert(Map.of("v", 1));
            db.sync();
            assertThat(db.durableSequence()).isEqualTo(2);
            assertThat(db.openReport()).contains(new OpenReport(directory, 0, 1, 0, List.of()));
        }
    }

    @Test
    void oneOwner() {
        try (DictDB db = opened(SyncPolicy.INTERVAL)) {
            assertThatThrownBy(() -> DictDB.open(directory))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            db.createTable("t");
        }
        try (DictDB db = DictDB.open(directory)) {
            assertThat(db.listTables()).containsExactly("t");
        }
    }

    @Test
    void inMemory() {
        try (DictDB db = DictDB.builder().open()) {
            db.createTable("t");
            db.sync();
            assertThat(db.durableSequence()).isZero();
            assertThat(db.openReport()).isEmpty();
        }
    }

    @Test
    void imagesKeepTheJournalShort() {
        DictDB copy;
        try (DictDB db = opened(SyncPolicy.INTERVAL)) {
            Table table = db.createTable("t");
            table.createIndex("v");
            for (int i = 0; i < 1_000; i++) {
                table.insert(Map.of("v", i, "text", "x".repeat(100)));
            }
            for (int i = 0; i < 100; i++) {
                table.update(Map.of("v", -i), all());
            }
            copy = copy(db);
        }
        try (DictDB db = opened(SyncPolicy.INTERVAL)) {
            Same.require(db, copy);
            assertThat(db.openReport().orElseThrow().image()).isGreaterThan(500);
        }
    }

    @Test
    void numbersOfRecordsThatWereClearedAreNotUsedAgain() {
        try (DictDB db = DictDB.open(directory)) {
            Table table = db.createTable("t");
            table.insert(List.of(Map.of("v", 1), Map.of("v", 2), Map.of("v", 3)));
            table.clear();
        }
        try (DictDB db = DictDB.open(directory)) {
            assertThat(db.getTable("t").insert(Map.of("v", 4))).isEqualTo(4L);
        }
    }

    @Test
    void aStoreOfAnyDatabase(@TempDir Path folder) {
        DictDB db = DictDB.create();
        db.createTable("t").insert(Map.of("v", 1));
        db.getTable("t").createIndex("v");
        Path store = folder.resolve("deep").resolve("store");
        db.saveStore(store);
        try (DictDB opened = DictDB.open(store)) {
            Same.require(opened, db);
            opened.getTable("t").insert(Map.of("v", 2));
            assertThatThrownBy(() -> opened.saveStore(store))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("not empty");
        }
        try (DictDB opened = DictDB.open(store)) {
            assertThat(opened.getTable("t").count()).isEqualTo(2);
        }
    }

    @Test
    void aJournalThatIsGone() throws IOException {
        try (DictDB db = opened(SyncPolicy.NEVER)) {
            db.createTable("t");
        }
        Path elsewhere = directory.resolve("store");
        try (DictDB db = opened(SyncPolicy.NEVER)) {
            db.saveStore(elsewhere);
        }
        try (Stream<Path> files = Files.list(elsewhere)) {
            for (Path journal :
                    files.filter(file -> file.toString().endsWith(".ddj")).toList()) {
                Files.delete(journal);
            }
        }
        assertThatThrownBy(() -> DictDB.open(elsewhere))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("what follows commit 1 is missing");
    }

    @Test
    void closedTwiceAndUsedAfterwards() {
        DictDB db = opened(SyncPolicy.INTERVAL);
        db.createTable("t");
        db.close();
        db.close();
        assertThatThrownBy(db::sync).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(db::durableSequence).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> db.createTable("u")).isInstanceOf(IllegalStateException.class);
    }

    /* No thread of a caller touches a file, so none can be closed under it. */
    @ParameterizedTest
    @EnumSource
    void interruptedAThousandTimes(SyncPolicy policy) {
        try (DictDB db = opened(policy)) {
            Table table = db.createTable("t");
            for (int i = 0; i < 1_000; i++) {
                Thread.currentThread().interrupt();
                table.insert(Map.of("v", i));
                assertThat(Thread.interrupted()).isTrue();
            }
            Thread.currentThread().interrupt();
            db.sync();
            assertThat(Thread.interrupted()).isTrue();
        }
        Thread.currentThread().interrupt();
        try (DictDB db = opened(policy)) {
            assertThat(db.getTable("t").count()).isEqualTo(1_000);
        }
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void writersOfTheSameTableShareAForce() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        try (DictDB db = opened(SyncPolicy.EVERY_COMMIT)) {
            Table table = db.createTable("t");
            for (int i = 0; i < 16; i++) {
                int writer = i;
                Thread thread = new Thread(() -> {
                    for (int n = 0; n < 50; n++) {
                        Object key = table.insert(Map.of("writer", writer, "n", n));
                        assertThat(table.get(key))
                                .as("what was acknowledged is seen")
                                .isPresent();
                    }
                });
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(db.durableSequence()).isEqualTo(801);
        }
        try (DictDB db = opened(SyncPolicy.EVERY_COMMIT)) {
            assertThat(db.getTable("t").count()).isEqualTo(800);
        }
    }

    /* What happens to one record in many commits is gathered when they are read again. */
    @Test
    void aLongJournal() {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        System.out.println("DurableStoreTest: again with -Ddictdb.seed=" + seed);
        String content;
        try (DictDB db = Stores.unimaged(directory)) {
            RandomChanges changes = new RandomChanges(db, seed);
            Table text = db.createTable("text");
            for (int i = 0; i < 1_000; i++) {
                changes.make(3);
                text.upsert(Map.of("id", i % 50, "v", "x".repeat(1_500)));
                text.deleteIfAny(field("id").eq((i * 7) % 50));
            }
            content = Content.of(db);
        }
        try (DictDB db = Stores.unimaged(directory)) {
            assertThat(Content.of(db)).isEqualTo(content);
            assertThat(Integrity.verify(db)).isEmpty();
        }
    }
}
