package io.dictdb.backup;

import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.LoadOptions;
import io.dictdb.StorageException;
import io.dictdb.SyncPolicy;
import io.dictdb.Table;
import io.dictdb.durable.Content;
import io.dictdb.files.RandomChanges;
import io.dictdb.files.Same;
import io.dictdb.files.ToldTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* A store that keeps its journal can be restored to any commit, not only to those at which a backup was made. */
class PointInTimeTest {
    private static final int COMMITS = Integer.getInteger("dictdb.points", 400);
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private Path store;
    private Path backups;
    private Instant now = BEGIN;

    /** A second later each time that it is asked. */
    private final Clock clock = new ToldTime(() -> now = now.plusSeconds(1));

    @BeforeEach
    void places() {
        store = folder.resolve("store");
        backups = folder.resolve("backups");
    }

    private DictDB opened(Duration keep) {
        return DictDB.builder()
                .directory(store)
                .keepJournalFor(keep)
                .clock(clock)
                .open();
    }

    private BackupManager.Builder manager(DictDB db) {
        return BackupManager.builder(db, backups).clock(clock);
    }

    private List<Path> files(String ending) throws IOException {
        try (var files = Files.list(backups)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /* Every commit of a long history is restored, by its number and by its time. */
    @Test
    void everyCommit() throws IOException {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        System.out.println("PointInTimeTest: again with -Ddictdb.seed=" + seed);
        List<String> states = new ArrayList<>();
        List<Instant> times = new ArrayList<>();
        try (DictDB db = opened(Duration.ofDays(365));
                BackupManager manager = manager(db)
                        .incremental(true)
                        .maxDeltasBeforeFull(3)
                        .compress(true)
                        .build()) {
            db.createTable("always");
            manager.backupNow();
            RandomChanges changes = new RandomChanges(db, seed);
            long first = db.sequence();
            while (states.size() < COMMITS) {
                db.transact(tx -> changes.make(1)); // so that each is one commit
                if (db.sequence() == first + states.size() + 1) {
                    states.add(Content.of(db));
                    times.add(clock.instant());
                }
                if (new Random(seed + states.size()).nextInt(40) == 0) {
                    manager.backupNow();
                }
            }
            manager.backupNow();
            assertThat(files(".ddj.gz")).hasSizeGreaterThan(COMMITS / 200);
            assertThat(files(".json.gz").size() + files(".ddj.gz").size())
                    .isEqualTo(BackupManager.list(backups).size());
            for (int i = 0; i < COMMITS; i++) {
                DictDB byNumber = BackupManager.restore(backups, first + i + 1);
                assertThat(byNumber.sequence()).isEqualTo(first + i + 1);
                assertThat(Content.of(byNumber)).isEqualTo(states.get(i));
                if (i % 10 == 0) {
                    DictDB byTime = BackupManager.restore(backups, times.get(i));
                    assertThat(byTime.sequence()).isEqualTo(first + i + 1);
                }
            }
            Same.require(BackupManager.restore(backups), db);
        }
        VerifyReport report = BackupManager.verify(backups);
        assertThat(report.isGood()).as("%s", report).isTrue();
    }

    @Test
    void whatComesBetweenTwoFullBackups() throws IOException {
        try (DictDB db = opened(Duration.ofDays(1));
                BackupManager manager = manager(db).build()) {
            Table table = db.createTable("t");
            manager.backupNow();
            for (int i = 0; i < 5; i++) {
                table.insert(Map.of("v", i));
            }
            manager.backupNow();
            assertThat(files(".ddj")).hasSize(1);
            assertThat(BackupManager.restore(backups, 4).getTable("t").count()).isEqualTo(3);
            RestoreReport report = BackupManager.lastReport(BackupManager.restore(backups, 4));
            assertThat(report.used()).hasSize(2);
            assertThat(report.sequence()).isEqualTo(4);
        }
    }

    /* Whoever makes backups of the store later knows the newest one, so that what comes between can be restored as well. */
    @Test
    void whatComesBetweenTheBackupsOfTwoRuns() {
        for (int run = 0; run < 3; run++) {
            try (DictDB db = opened(Duration.ofDays(1));
                    BackupManager manager = manager(db).incremental(true).build()) {
                if (run > 0) {
                    db.getTable("t").insert(Map.of("v", "before the first backup of run " + run));
                    db.getTable("t").insert(Map.of("v", "another one"));
                    manager.backupNow();
                } else {
                    db.createTable("t");
                    manager.backupNow();
                }
                db.getTable("t").insert(Map.of("v", "before the last backup of run " + run));
                manager.backupNow();
                db.getTable("t").insert(Map.of("v", "after it"));
            }
        }
        for (int commit = 1; commit <= 10; commit++) {
            DictDB restored = BackupManager.restore(backups, commit);
            assertThat(restored.sequence()).isEqualTo(commit);
            assertThat(restored.getTable("t").count()).isEqualTo(commit - 1);
        }
        assertThat(BackupManager.verify(backups).isGood()).isTrue();
    }

    /* Or else a store that has lost its newest commits would go on behind a backup that holds them. */
    @Test
    void whatIsKnownOfBackupsIsOfCommitsThatCannotBeLost() {
        try (DictDB db = DictDB.builder()
                        .directory(store)
                        .keepJournalFor(Duration.ofDays(1))
                        .syncPolicy(SyncPolicy.NEVER)
                        .open();
                BackupManager manager = manager(db).build()) {
            db.createTable("t");
            assertThat(db.durableSequence()).isZero();
            manager.backupNow();
            assertThat(db.durableSequence()).isEqualTo(1);
        }
    }

    /* A store that begins anew in its directory has other commits with the same numbers. */
    @Test
    void theBackupsOfAnEarlierStoreInTheSamePlace() throws IOException {
        try (DictDB db = opened(Duration.ofDays(1));
                BackupManager manager = manager(db).build()) {
            db.createTable("t").insert(Map.of("v", 1));
            manager.backupNow();
        }
        try (var files = Files.list(store)) {
            for (Path file : files.filter(file -> !file.toString().endsWith(".properties"))
                    .toList()) {
                Files.delete(file);
            }
        }
        try (DictDB db = opened(Duration.ofDays(1));
                BackupManager manager = manager(db).build()) {
            db.createTable("other").insert(List.of(Map.of("v", 1), Map.of("v", 2)));
            db.getTable("other").insert(Map.of("v", 3));
            manager.backupNow();
        }
        assertThat(files(".ddj")).isEmpty();
    }

    @Test
    void throughALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        store = link.resolve("store");
        backups = link.resolve("backups");
        for (int run = 0; run < 2; run++) {
            try (DictDB db = opened(Duration.ofDays(1));
                    BackupManager manager = manager(db).build()) {
                db.createTable("t" + run);
                manager.backupNow();
            }
        }
        assertThat(files(".ddj")).hasSize(1);
    }

    /* Its commits have the same numbers, and are others. */
    @Test
    void theBackupsOfAnotherStore() throws IOException {
        try (DictDB db = opened(Duration.ofDays(1));
                BackupManager manager = manager(db).build()) {
            db.createTable("t");
            manager.backupNow();
        }
        Path first = store;
        store = folder.resolve("another store");
        try (DictDB db = opened(Duration.ofDays(1));
                BackupManager manager = manager(db).build()) {
            db.createTable("other").insert(Map.of("v", 1));
            manager.backupNow();
        }
        store = first;
        try (DictDB db = opened(Duration.ofDays(1));
                BackupManager manager = manager(db).build()) {
            db.getTable("t").insert(Map.of("v", 1));
            manager.backupNow();
        }
        assertThat(files(".ddj")).isEmpty();
        assertThat(BackupManager.restore(backups).listTables()).containsExactly("t");
    }

    /* Nothing is taken for granted of a file that tells which backup is the newest. */
    @Test
    void everyBitOfWhatIsKnownOfBackups() throws IOException {
        try (DictDB db = opened(Duration.ofDays(1));
                BackupManager manager = manager(db).build()) {
            db.createTable("t");
            manager.backupNow();
            db.getTable("t").insert(Map.of("v", 1));
        }
        Path known = store.resolve("dictdb-backups.properties");
        byte[] good = Files.readAllBytes(known);
        for (int bit = 0; bit < good.length * 8; bit += 7) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << (bit % 8));
            Files.write(known, bad);
            try (DictDB db = opened(Duration.ofDays(1));
                    BackupManager manager = manager(db).build()) {
                manager.backupNow();
            }
            for (Path delta : files(".ddj")) { // the damaged bit was one that says nothing
                assertThat(BackupManager.restore(backups, 2).getTable("t").count())
                        .isEqualTo(1);
                Files.delete(delta);
            }
            assertThat(BackupManager.verify(backups).isGood()).isTrue();
            deleteAllButTheFirst();
        }
    }

    private void deleteAllButTheFirst() throws IOException {
        List<Path> fulls = files(".json");
        for (Path path : fulls.subList(1, fulls.size())) {
            Files.delete(path);
        }
    }

    /* Restored into a directory it is a store again, and goes on. */
    @Test
    void aStoreOfAPoint() {
        try (DictDB db = opened(Duration.ofDays(1));
                BackupManager manager = manager(db).incremental(true).build()) {
            Table table = db.createTable("t");
            table.createIndex("v");
            manager.backupNow();
            table.insert(Map.of("v", 1));
            table.insert(Map.of("v", 2));
            manager.backupNow();
        }
        Path restored = folder.resolve("restored");
        BackupManager.restore(backups, 3).saveStore(restored);
        try (DictDB db = DictDB.open(restored)) {
            assertThat(db.sequence()).isEqualTo(3);
            assertThat(db.getTable("t").insert(Map.of("v", 3))).isEqualTo(2L);
            assertThat(db.getTable("t").indexedFields()).containsExactly("v");
        }
    }

    /* What is kept is not enough: then a delta says what came of the commits, as without a journal. */
    @Test
    void withoutAJournalOfThem() throws IOException {
        try (DictDB db = opened(Duration.ZERO);
                BackupManager manager = manager(db).incremental(true).build()) {
            Table table = db.createTable("t");
            manager.backupNow();
            table.insert(Map.of("v", 1));
            table.insert(Map.of("v", 2));
            manager.backupNow();
            assertThat(files(".ddj")).isEmpty();
            assertThat(files(".json")).hasSize(2);
            Same.require(BackupManager.restore(backups), db);
        }
    }

    @Test
    void appliedAsADelta() throws IOException {
        try (DictDB db = opened(Duration.ofDays(1));
                BackupManager manager = manager(db).incremental(true).build()) {
            Table table = db.createTable("t");
            table.createIndex("v");
            manager.backupNow();
            DictDB copy = BackupManager.restore(backups);
            table.insert(List.of(Map.of("v", 1), Map.of("v", 2)));
            table.clear();
            table.insert(Map.of("v", 3));
            manager.backupNow();
            Path delta = files(".ddj").get(0);
            assertThat(copy.applyDelta(delta)).isEqualTo(3);
            Same.require(copy, db);
            assertThatThrownBy(() -> copy.applyDelta(delta))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("does not follow");
        }
    }

    /* Whatever is damaged is found, and everything before it restored. */
    @Test
    void everyByteCutAndEveryBitFlipped() throws IOException {
        try (DictDB db = opened(Duration.ofDays(1));
                BackupManager manager = manager(db).incremental(true).build()) {
            Table table = db.createTable("t");
            manager.backupNow();
            for (int i = 0; i < 5; i++) {
                table.insert(Map.of("v", "x" + i));
            }
            manager.backupNow();
        }
        Path delta = files(".ddj").get(0);
        byte[] good = Files.readAllBytes(delta);
        for (int length = 0; length < good.length; length++) {
            Files.write(delta, Arrays.copyOf(good, length));
            requireFound(delta);
        }
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(delta, bad);
            requireFound(delta);
        }
        Files.write(delta, Arrays.copyOf(good, good.length + 1));
        requireFound(delta);
        Files.write(delta, good);
        assertThat(BackupManager.restore(backups).sequence()).isEqualTo(6);
    }

    private void requireFound(Path delta) {
        VerifyReport report = BackupManager.verify(backups);
        assertThat(report.isGood()).isFalse();
        assertThat(report.files().get(1).path()).isEqualTo(delta);
        try {
            DictDB restored = BackupManager.restore(backups);
            assertThat(restored.getTable("t").count()).isEqualTo((int) restored.sequence() - 1);
            assertThat(BackupManager.lastReport(restored).passedOver()).hasSize(1);
        } catch (StorageException e) {
            assertThat(e).hasMessageContaining("version"); // of a newer one nobody knows what is in it
        }
    }

    private void damage(Path file, long fromTheEnd) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) (bytes.length - fromTheEnd)] ^= 1;
        Files.write(file, bytes);
    }

    /* What comes before the damage is good, commit by commit. */
    @Test
    void upToTheDamage() throws IOException {
        try (DictDB db = opened(Duration.ofDays(1));
                BackupManager manager = manager(db).incremental(true).build()) {
            Table table = db.createTable("t");
            table.createIndex("v");
            manager.backupNow();
            for (int i = 0; i < 100; i++) {
                table.insert(Map.of("v", i));
            }
            manager.backupNow();
        }
        damage(files(".ddj").get(0), 3);
        DictDB restored = BackupManager.restore(backups);
        assertThat(restored.sequence()).isEqualTo(101);
        assertThat(restored.getTable("t").select(field("v").lt(50)).count()).isEqualTo(50);
        assertThat(BackupManager.restore(backups, 60).sequence()).isEqualTo(60);
        RestoreReport report = BackupManager.lastReport(restored);
        assertThat(report.used()).hasSize(2);
        assertThat(report.passedOver()).hasSize(1);
    }

    /* The journal that is kept is damaged where recovery does not need it any more: what is in memory is good, and is backed up. */
    @Test
    void aDamagedJournalIsInNoBackupsWay() throws IOException {
        try (DictDB db = opened(Duration.ofDays(1));
                BackupManager manager = manager(db).incremental(true).build()) {
            Table table = db.createTable("t");
            manager.backupNow();
            for (int i = 0; i < 50; i++) {
                table.insert(Map.of("v", i));
            }
            db.sync();
            try (var journal = Files.list(store)) {
                Path segment = journal.filter(file -> file.toString().endsWith(".ddj"))
                        .findFirst()
                        .orElseThrow();
                damage(segment, 200);
            }
            manager.backupNow();
            assertThat(files(".ddj")).isEmpty();
            Same.require(BackupManager.restore(backups), db);
            table.insert(Map.of("v", 50));
            manager.backupFull();
            Same.require(BackupManager.restore(backups), db);
        }
    }

    /* Of a moment between the beginning of a backup and its end. */
    @Test
    void commitsThatCameWhileABackupWasWritten() {
        try (DictDB db = opened(Duration.ofDays(1));
                BackupManager manager = manager(db).incremental(true).build()) {
            Table table = db.createTable("t");
            manager.backupNow();
            for (int i = 0; i < 5; i++) {
                table.insert(Map.of("v", i));
                Instant at = clock.instant();
                manager.backupNow();
                int count = i + 1;
                assertThat(BackupManager.restore(backups, at).getTable("t").count())
                        .isEqualTo(count);
            }
            for (BackupFile file : BackupManager.list(backups)) {
                DictDB restored = BackupManager.restore(backups, file.at());
                assertThat(BackupManager.lastReport(restored).used()).contains(file.path());
            }
        }
    }

    @Test
    void limitsHold() throws IOException {
        try (DictDB db = opened(Duration.ofDays(1));
                BackupManager manager = manager(db).incremental(true).build()) {
            Table table = db.createTable("t");
            manager.backupNow();
            table.insert(Map.of("v", "a long text"));
            table.insert(Map.of("v", List.of(List.of(1))));
            manager.backupNow();
        }
        Path delta = files(".ddj").get(0);
        for (LoadOptions options : List.of(
                LoadOptions.defaults().maxStringLength(10),
                LoadOptions.defaults().maxRecords(1),
                LoadOptions.defaults().maxDepth(1))) {
            DictDB copy = BackupManager.restore(backups, 1);
            assertThatThrownBy(() -> copy.applyDelta(delta, options)).isInstanceOf(StorageException.class);
            assertThat(copy.sequence()).isEqualTo(1);
        }
        assertThat(BackupManager.restore(backups, 1).applyDelta(delta)).isEqualTo(2);
    }
}
