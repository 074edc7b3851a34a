package io.dictdb.backup;

import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.SaveOptions;
import io.dictdb.StorageException;
import io.dictdb.Table;
import io.dictdb.UnsupportedFormatException;
import io.dictdb.files.FaultyStorage;
import io.dictdb.files.Same;
import io.dictdb.internal.backup.Backups;
import io.dictdb.internal.engine.Checkpoint;
import io.dictdb.internal.engine.Engine;
import io.dictdb.internal.file.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/* A disk that fails at each call once, or from then on: a backup that failed is told and loses nothing, and those before it stay what they were. */
class BackupFaultsTest {
    private static final int ROUNDS = 6;

    @TempDir
    Path directory;

    /** A full backup, two deltas, a full one that makes the first superfluous, and so on; each after a change. */
    private static final class Run {
        final FaultyStorage storage;
        final DictDB db;
        final Table table;
        final Path folder;
        final List<Integer> failures = new ArrayList<>();
        private final BackupManager manager;

        Run(int failing, boolean dead, Path folder) {
            this.folder = folder;
            storage = new FaultyStorage(failing, dead);
            db = Engine.create(storage);
            table = db.createTable("t");
            manager = BackupManager.builder(db, folder)
                    .incremental(true)
                    .maxDeltasBeforeFull(2)
                    .retention(Retention.keepFulls(1))
                    .onFailure((error, inARow) -> {
                        assertThat(error).isInstanceOf(StorageException.class);
                        failures.add(inARow);
                    })
                    .build();
        }

        /** Whether the backup succeeded. */
        boolean round() {
            table.insert(Map.of("v", table.count()));
            try {
                manager.backupNow();
                return true;
            } catch (StorageException e) {
                assertThat(failures).isNotEmpty();
                return false;
            }
        }
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectory(directory.resolve(name));
    }

    @Test
    void oneCallFails() throws IOException {
        Run whole = new Run(-1, false, folder("whole"));
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(whole.round()).isTrue();
        }
        int failed = 0;
        for (int i = 1; i < whole.storage.calls().size(); i++) {
            failed += oneFails(new Run(i, false, folder("at" + i)));
        }
        assertThat(failed).isGreaterThan(whole.storage.calls().size() / 2);
    }

    private static int oneFails(Run run) throws IOException {
        int failed = 0;
        int known = 0;
        for (int i = 0; i <= ROUNDS; i++) {
            boolean done = run.round();
            failed += done ? 0 : 1;
            assertThat(run.manager.consecutiveFailures()).isEqualTo(done ? 0 : 1);
            known = done ? run.table.count() : known;
            if (known > 0) {
                assertThat(BackupManager.restore(run.folder).getTable("t").count())
                        .as("call %s, round %s", run.storage.calls().size(), i)
                        .isGreaterThanOrEqualTo(known);
            }
        }
        assertThat(failed).isLessThanOrEqualTo(1);
        assertThat(run.failures).hasSize(failed).allMatch(inARow -> inARow == 1);
        Same.require(BackupManager.restore(run.folder), run.db);
        try (Stream<Path> files = Files.list(run.folder)) {
            assertThat(files).as("litter").noneMatch(file -> file.toString().endsWith(".tmp"));
        }
        return failed;
    }

    @Test
    void theProcessDies() throws IOException {
        Run whole = new Run(-1, true, folder("whole"));
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(whole.round()).isTrue();
        }
        for (int i = 1; i < whole.storage.calls().size(); i++) {
            dies(new Run(i, true, folder("at" + i)));
        }
    }

    private static void dies(Run run) {
        int known = 0;
        while (run.round()) {
            known = run.table.count();
        }
        if (known > 0) {
            DictDB restored = BackupManager.restore(run.folder);
            assertThat(restored.getTable("t").count()).isIn(known, known + 1);
            BackupManager next = BackupManager.builder(restored, run.folder).build();
            restored.createTable("next");
            next.backupNow();
            Same.require(BackupManager.restore(run.folder), restored);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void theDirectoryIsRemoved(int rounds) throws IOException {
        Run run = new Run(-1, false, folder("removed"));
        for (int i = 0; i < rounds; i++) {
            assertThat(run.round()).isTrue();
        }
        List<BackupFile> files = BackupManager.list(run.folder);
        for (BackupFile file : files) {
            Files.delete(file.path());
        }
        Files.delete(run.folder);
        assertThat(run.round()).isFalse();
        assertThat(run.round()).isFalse();
        assertThat(run.failures).containsExactly(1, 2);
        Files.createDirectory(run.folder);
        assertThat(run.round()).isTrue();
        Same.require(BackupManager.restore(run.folder), run.db);
    }

    /* What was written is not what is read: a disk that loses bits. */
    @Test
    void verifyingFindsWhatTheDiskLost() throws IOException {
        Path folder = folder("lost");
        boolean[] loses = {false};
        DictDB db = Engine.create(new FaultyStorage(-1, false) {
            @Override
            public InputStream open(Path file) throws IOException {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= (byte) (loses[0] ? 1 : 0);
                return new ByteArrayInputStream(bytes);
            }
        });
        Table table = db.createTable("t");
        BackupManager manager =
                BackupManager.builder(db, folder).incremental(true).build();
        manager.backupNow();
        for (boolean full : List.of(true, false)) {
            table.insert(Map.of("v", 1));
            loses[0] = true;
            assertThatThrownBy(full ? manager::backupFull : manager::backupDelta)
                    .isInstanceOf(StorageException.class);
            loses[0] = false;
            assertThat(BackupManager.verify(folder).isGood()).isTrue();
            manager.backupNow();
            Same.require(BackupManager.restore(folder), db);
        }
        assertThat(manager.deltasSinceFull()).isEqualTo(2);
    }

    /* A disk that gives back another file: whole, and not the one that was written. */
    @ParameterizedTest
    @ValueSource(strings = {"json", "image"})
    void verifyingComparesEachRecord(String format) throws IOException {
        Path folder = folder("other");
        Path other = directory.resolve("other.file");
        DictDB db = Engine.create(new FaultyStorage(-1, false) {
            @Override
            public InputStream open(Path file) throws IOException {
                return Files.newInputStream(Files.exists(other) ? other : file);
            }
        });
        twoCommits(db, "t", 1, 2);
        BackupManager manager = BackupManager.builder(db, folder)
                .fileFormat(FileFormat.of(format))
                .build();
        Map<DictDB, String> others = Map.of(
                oneCommit(), "is of commit",
                twoCommits(DictDB.create(), "t", 1, 3), "not what was written",
                twoCommits(DictDB.create(), "t", 1), "records of table 't' are missing",
                twoCommits(DictDB.create(), "t", 7, 8, 9), "not what was written",
                twoCommits(DictDB.create(), "t", 1, 2, 3), "too many",
                twoCommits(DictDB.create(), "u", 1), "should have 't'");
        others.forEach((database, why) -> {
            database.save(other, FileFormat.of(format));
            assertThatThrownBy(manager::backupFull)
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining(why);
        });
        Files.delete(other);
        manager.backupFull();
        Same.require(BackupManager.restore(folder), db);
    }

    private static DictDB oneCommit() {
        DictDB db = DictDB.create();
        db.createTable("t");
        return db;
    }

    private static DictDB twoCommits(DictDB db, String table, Integer... values) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (Integer value : values) {
            records.add(Map.of("k", "record " + records.size(), "v", value)); // no key that is counted
        }
        db.createTable(table, "k").insert(records);
        return db;
    }

    @Test
    void aFileWhereADirectoryShouldBe(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> BackupManager.list(file)).hasMessageContaining("it is a file, not a directory");
        BackupManager.Builder builder = BackupManager.builder(DictDB.create(), file);
        assertThatThrownBy(builder::build).hasMessageContaining("it is a file, not a directory");
    }

    @Test
    void aDirectoryThatIsGone(@TempDir Path folder) throws IOException {
        Path gone = folder.resolve("gone");
        BackupManager manager = BackupManager.builder(DictDB.create(), gone).build();
        Files.delete(gone);
        assertThatThrownBy(manager::backupNow).hasMessageContaining("there is no directory " + gone);
        assertThat(manager.toString()).contains("1 failed in a row: there is no directory");
    }

    /* What comes before it may be old: nobody would notice. */
    @Test
    void aNewerVersionIsNoDamage() throws IOException {
        Run run = new Run(-1, false, folder("newer"));
        run.round();
        Path full = BackupManager.list(run.folder).get(0).path();
        String newer = Files.readString(full).replaceFirst("\"format_version\": 1", "\"format_version\": 2");
        Path later = full.resolveSibling("dictdb_backup_9000000000_000000.json");
        Files.writeString(later, newer);
        assertThatThrownBy(() -> BackupManager.restore(run.folder))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining(later.toString());
    }

    @Test
    void whatMayNotBeReadIsNoDamage() throws IOException {
        Run run = new Run(-1, false, folder("closed"));
        run.round();
        run.round();
        Path last = BackupManager.list(run.folder).get(1).path();
        FaultyStorage closed = new FaultyStorage(-1, false) {
            @Override
            public InputStream open(Path file) throws IOException {
                if (file.equals(last)) {
                    throw new AccessDeniedException(file.toString());
                }
                return super.open(file);
            }
        };
        assertThatThrownBy(() -> Backups.restore(closed, run.folder))
                .hasMessageContaining("permission denied for " + last);
    }

    @Test
    void verifyingWhileAnotherProcessDeletesWhatItNoLongerNeeds() throws IOException {
        Run run = new Run(-1, false, folder("both"));
        run.round();
        AtomicInteger calls = new AtomicInteger(3);
        VerifyReport report = Backups.verify(
                new FaultyStorage(() -> {
                    if (calls.decrementAndGet() == 0) {
                        run.table.insert(Map.of("v", 1));
                        run.manager.backupFull();
                    }
                }),
                run.folder);
        assertThat(calls.get()).isNegative();
        assertThat(report.isGood()).as(report.toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "/etc/passwd", "../x.json", "notes.txt"})
    void aDeltaThatNamesNoBackup(String name) throws IOException {
        Run run = new Run(-1, false, folder("crafted"));
        run.round();
        Checkpoint before = Checkpoint.of(run.db);
        run.table.insert(Map.of("v", 1));
        Path delta = run.folder.resolve("dictdb_delta_9000000000_000000.json");
        Checkpoint.of(run.db).saveChanges(before, new Origin(name, 1), Instant.EPOCH, delta, SaveOptions.defaults());
        assertThat(BackupManager.verify(run.folder).files())
                .extracting(VerifyReport.Checked::state)
                .containsExactly(VerifyReport.State.GOOD, VerifyReport.State.FOREIGN);
    }

    /* A format that forgot what is not records would not have been noticed. */
    @Test
    void readingBackSeesEverything() throws IOException {
        DictDB db = DictDB.create();
        Table table = db.createTable("t");
        table.insert(Map.of("v", 1));
        Checkpoint plain = Checkpoint.of(db);
        table.createIndex("v");
        Checkpoint indexed = Checkpoint.of(db);
        table.insert(Map.of("v", 2));
        table.delete(field("v").eq(2));
        Checkpoint counted = Checkpoint.of(db);
        for (String name : List.of("a.json", "a.ddb")) {
            Path file = directory.resolve(name);
            Origin written = indexed.save(file, SaveOptions.defaults());
            indexed.verify(file, written);
            assertThatThrownBy(() -> plain.verify(file, written)).isInstanceOf(StorageException.class);
            assertThatThrownBy(() -> counted.verify(file, written)).isInstanceOf(StorageException.class);
        }
        Path delta = directory.resolve("delta.json");
        Origin written = counted.saveChanges(plain, new Origin("a", 1), Instant.EPOCH, delta, SaveOptions.defaults());
        counted.verifyChanges(plain, delta, written);
        assertThatThrownBy(() -> indexed.verifyChanges(plain, delta, written))
                .hasMessageContaining("is not what was to be written");
    }

    /* What cannot be deleted is no reason to keep everything that comes after it. */
    @Test
    void retentionGoesOnBehindWhatCannotBeDeleted() throws IOException {
        Run run = new Run(-1, false, folder("stuck"));
        Files.createDirectories(
                run.folder.resolve("dictdb_backup_1_000000.json").resolve("full"));
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(run.round()).isTrue();
        }
        assertThat(BackupManager.list(run.folder)).hasSizeLessThanOrEqualTo(4);
    }
}
