package io.dictdb.operators;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.CsvOptions;
import io.dictdb.DatabaseStats;
import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.Snapshot;
import io.dictdb.Table;
import io.dictdb.TableStats;
import io.dictdb.backup.BackupManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* Counters: exact where one thread works, and where many do. */
class StatsTest {
    @TempDir
    Path directory;

    private final DictDB db = DictDB.create();
    private final Table table = db.createTable("t");

    @BeforeEach
    void fill() {
        table.insert(
                IntStream.range(0, 1_000).mapToObj(i -> Map.of("v", i % 10)).toList());
    }

    private TableStats stats() {
        return db.stats().tables().get("t");
    }

    @Test
    void changesByKind() {
        int unused = table.update(Map.of("w", 1), field("v").eq(3));
        table.upsert(Map.of("id", 1, "w", 2));
        table.upsert(Map.of("id", 5_000, "w", 2));
        table.delete(field("id").eq(5_000));
        assertThat(stats())
                .extracting(TableStats::inserts, TableStats::updates, TableStats::deletes, TableStats::records)
                .containsExactly(1_001L, 101L, 1L, 1_000);
        table.clear();
        assertThat(stats().deletes()).isEqualTo(1_001);
        assertThat(db.stats().commits()).isEqualTo(db.sequence());
    }

    @Test
    void whatIsUndoneDoesNotCount() {
        assertThatThrownBy(() -> db.transact(tx -> {
                    table.insert(Map.of("v", 1));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(stats().inserts()).isEqualTo(1_000);
        db.transact(tx -> table.insert(Map.of("v", 1)));
        assertThat(stats().inserts()).isEqualTo(1_001);
    }

    @Test
    void readsByKeyAndByCondition() {
        assertThat(table.get(7)).isPresent();
        assertThat(table.get(7_000)).isEmpty();
        assertThat(table.select(field("v").eq(3)).list()).hasSize(100);
        assertThat(stats()).isEqualTo(new TableStats(1_000, 1_000, 0, 0, 2, 1, 1_000, 100, 0));
        table.createIndex("v");
        assertThat(table.select(field("v").eq(3)).list()).hasSize(100);
        assertThat(table.select(field("v").eq(3)).count()).isEqualTo(100);
        assertThat(stats()).isEqualTo(new TableStats(1_000, 1_000, 0, 0, 2, 3, 1_100, 300, 2));
        assertThat(table.aggregate(count()).groupBy("v").list()).hasSize(10);
        assertThat(stats()).isEqualTo(new TableStats(1_000, 1_000, 0, 0, 2, 4, 2_100, 310, 2));
        int exported = table.exportCsv(directory.resolve("t.csv"), CsvOptions.defaults());
        assertThat(stats()).isEqualTo(new TableStats(1_000, 1_000, 0, 0, 2, 5, 3_100, 310L + exported, 2));
    }

    @Test
    void whatIsNotLookedAtIsNotScanned() {
        assertThat(table.select().first()).isPresent();
        assertThat(table.select(field("v").eq(9)).limit(1).list()).hasSize(1);
        assertThat(stats().rowsScanned()).isEqualTo(1 + 10);
        assertThat(table.select(field("v").eq(9)).limit(26).list()).hasSize(26);
        assertThat(stats().rowsScanned()).isEqualTo(11 + 260);
        table.createIndex("v", IndexType.SORTED);
        assertThat(table.select().orderBy("-v").limit(3).list()).hasSize(3);
        assertThat(stats().rowsScanned()).isEqualTo(271 + 3);
    }

    @Test
    void aStreamCountsWhenItEndsOrIsClosed() {
        try (var rows = table.select(all()).stream()) {
            assertThat(rows.iterator().next()).containsEntry("id", 1L);
            assertThat(stats().queries()).isZero();
        }
        assertThat(stats().queries()).isEqualTo(1);
        assertThat(stats().rowsReturned()).isPositive().isLessThan(1_000);
        assertThat(table.select(all()).stream().toList()).hasSize(1_000);
        assertThat(stats().queries()).isEqualTo(2);
    }

    @Test
    void manyThreads() {
        CompletableFuture<?>[] threads = IntStream.range(0, 4)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        table.insert(Map.of("v", 1));
                        assertThat(table.get(i % 1_000 + 1)).isPresent();
                    }
                }))
                .toArray(CompletableFuture[]::new);
        long seen = 0;
        while (!CompletableFuture.allOf(threads).isDone()) {
            long now = stats().inserts();
            assertThat(now).isGreaterThanOrEqualTo(seen);
            seen = now;
        }
        CompletableFuture.allOf(threads).join();
        assertThat(stats().inserts()).isEqualTo(5_000);
        assertThat(stats().gets()).isEqualTo(4_000);
    }

    @Test
    void snapshotsUntilTheyAreClosedOrCollected() {
        try (Snapshot one = db.snapshot();
                Snapshot other = db.snapshot()) {
            assertThat(db.stats().snapshotsHeld()).isEqualTo(2);
            other.close();
            other.close();
            assertThat(db.stats().snapshotsHeld()).isEqualTo(1);
            assertThat(one.sequence()).isEqualTo(db.sequence());
        }
        List<Snapshot> forgotten = new ArrayList<>(List.of(db.snapshot(), db.snapshot()));
        assertThat(db.stats().snapshotsHeld()).isEqualTo(forgotten.size());
        forgotten.clear();
        for (int i = 0; i < 100 && db.stats().snapshotsHeld() > 0; i++) {
            System.gc();
        }
        assertThat(db.stats().snapshotsHeld()).isZero();
    }

    @Test
    void backups() throws Exception {
        Path backups = directory.resolve("backups");
        try (BackupManager manager = BackupManager.builder(db, backups).build()) {
            manager.backupFull();
            Files.move(backups, directory.resolve("elsewhere"));
            table.insert(Map.of("v", 1));
            assertThatThrownBy(manager::backupNow).isInstanceOf(RuntimeException.class);
            Files.move(directory.resolve("elsewhere"), backups);
        }
        assertThat(db.stats())
                .extracting(DatabaseStats::backups, DatabaseStats::failedBackups)
                .containsExactly(2L, 1L);
    }

    @Test
    void aStoreBeginsAnewWhenItIsOpened() {
        Path store = directory.resolve("store");
        try (DictDB durable = DictDB.open(store)) {
            durable.createTable("t").insert(Map.of("v", 1));
            assertThat(durable.stats().journalBytes()).isPositive();
            assertThat(durable.stats().commits()).isEqualTo(2);
        }
        try (DictDB durable = DictDB.open(store)) {
            assertThat(durable.stats().journalBytes()).isZero();
            assertThat(durable.stats().commits()).isZero();
            assertThat(durable.stats().tables())
                    .containsOnly(Map.entry("t", new TableStats(1, 0, 0, 0, 0, 0, 0, 0, 0)));
        }
    }
}
