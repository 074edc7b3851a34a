package io.dictdb.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.StorageException;
import io.dictdb.Table;
import io.dictdb.backup.VerifyReport.Checked;
import io.dictdb.backup.VerifyReport.State;
import io.dictdb.files.FaultyStorage;
import io.dictdb.files.Same;
import io.dictdb.internal.backup.Backups;
import io.dictdb.internal.file.BackupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* What others do to a directory: files that are not ours, files of Python, a second manager. */
class SharedDirectoryTest extends BackedUp {
    @Test
    void foreignFiles(@TempDir Path elsewhere) throws IOException {
        sevenBackups();
        DictDB other = DictDB.create();
        BackupManager theirs = BackupManager.builder(other, elsewhere).build();
        theirs.backupFull();
        other.createTable("x");
        theirs.backupDelta();
        Path delta = BackupManager.list(elsewhere).get(1).path();
        Files.copy(delta, directory.resolve(delta.getFileName()));
        Files.writeString(directory.resolve("notes.txt"), "mine");
        Files.writeString(directory.resolve("dictdb_backup_1_000000.tmp~"), "mine");
        DictDB restored = restored();
        Same.require(restored, db);
        assertThat(BackupManager.lastReport(restored).passedOver()).hasSize(1);
        assertThat(BackupManager.list(directory)).hasSize(8);
        assertThat(BackupManager.verify(directory).files())
                .extracting(Checked::state)
                .endsWith(State.MISSING, State.FOREIGN);
    }

    /* It would be put onto a state that it does not belong to. */
    @Test
    void aDeltaOfPythonsBehindADamagedOne() throws IOException {
        String full = "{\"tables\": {\"t\": {\"primary_key\": \"id\", \"schema\": null, \"records\": []}}}";
        Files.writeString(directory.resolve("dictdb_backup_10_000000.json"), full);
        Files.writeString(directory.resolve("dictdb_delta_20_000000.json"), pythons(20, 1));
        Files.writeString(
                directory.resolve("dictdb_delta_30_000000.json"), pythons(30, 2).substring(0, 50));
        Files.writeString(directory.resolve("dictdb_delta_40_000000.json"), pythons(40, 3));
        DictDB restored = restored();
        assertThat(records(restored)).isEqualTo(1);
        RestoreReport report = BackupManager.lastReport(restored);
        assertThat(report.linked()).isFalse();
        assertThat(report.passedOver())
                .extracting(file -> file.file().getFileName().toString())
                .containsExactly("dictdb_delta_30_000000.json", "dictdb_delta_40_000000.json");
        assertThat(report.passedOver().get(1).why()).contains("does not say what it follows");
        assertStates(State.GOOD, State.GOOD, State.DAMAGED, State.FOREIGN);
        assertThatThrownBy(() -> BackupManager.restore(directory, 1))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("does not tell which commit");
    }

    /* A program that begins anew because a volume is away would, with its next backups, push out what is on it. */
    @Test
    void linksThatLeadNowhereAreNotNoBackups() throws IOException {
        Files.createSymbolicLink(directory.resolve("dictdb_backup_5_000000.json"), directory.resolve("away"));
        assertThatThrownBy(() -> BackupManager.restoreIfAny(directory))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("dictdb_backup_5_000000.json");
        assertStates(State.DAMAGED);
    }

    @Test
    void restoringWhileAnotherProcessDeletesWhatItNoLongerNeeds() {
        Table table = db.createTable("t");
        BackupManager rotating = BackupManager.builder(db, directory)
                .retention(Retention.keepFulls(1))
                .build();
        rotating.backupNow();
        for (int quiet = 1; quiet < 8; quiet++) {
            AtomicInteger calls = new AtomicInteger(quiet);
            int known = table.count();
            DictDB restored = Backups.restore(
                    new FaultyStorage(() -> {
                        if (calls.decrementAndGet() >= 0) {
                            table.insert(Map.of("v", 1));
                            rotating.backupNow();
                        }
                    }),
                    directory);
            assertThat(records(restored)).isGreaterThan(known);
            assertThat(BackupManager.lastReport(restored).passedOver()).isEmpty();
        }
    }

    @Test
    void sidecarsOfOtherToolsAreNoBackups() throws IOException {
        List<Path> files = sevenBackups();
        for (String suffix : List.of(".sha256", ".bak", ".json", "~", ".md5.txt")) {
            Files.writeString(Path.of(files.get(6) + suffix), "mine");
            Files.writeString(Path.of(files.get(4) + suffix), "mine");
        }
        assertThat(BackupManager.list(directory)).hasSize(7);
        BackupManager.builder(db, directory)
                .retention(Retention.keepFulls(1))
                .build()
                .backupFull();
        assertThat(BackupManager.list(directory)).hasSize(1);
        Same.require(restored(), db);
    }

    /* Some tools put their own extension in the place of ours. */
    @Test
    void otherExtensionsAreNoBackups() throws IOException {
        for (Path file : sevenBackups()) {
            for (String extension : List.of("md5", "txt", "tmp", "bak")) {
                Files.writeString(Path.of(file.toString().replace("json", extension)), "mine");
            }
        }
        assertThat(BackupManager.list(directory)).hasSize(7);
        Same.require(restored(), db);
        db.getTable("t").insert(Map.of("v", 8));
        manager.backupDelta();
        assertThat(BackupManager.list(directory))
                .last()
                .extracting(BackupFile::kind)
                .isEqualTo(BackupFile.Kind.DELTA);
    }

    @Test
    void aDirectoryThatLeadsNowhereIsNotNoBackups() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("away"));
        assertThatThrownBy(() -> BackupManager.restoreIfAny(link)).isInstanceOf(StorageException.class);
    }

    @Test
    void linksThatLeadNowhereAreReadOnce() throws IOException {
        sevenBackups();
        Files.createSymbolicLink(directory.resolve("dictdb_delta_9000000000_000000.json"), directory.resolve("away"));
        FaultyStorage storage = new FaultyStorage(-1, false);
        Same.require(Backups.restore(storage, directory), db);
        assertThat(storage.calls().stream().filter("list"::equals)).hasSizeLessThan(4);
        assertThat(storage.calls().stream().filter("open"::equals)).hasSizeLessThan(9);
    }

    /* A delta behind another's full backup would not be found. */
    @Test
    void twoManagersOfOneDatabase() {
        BackupManager one =
                BackupManager.builder(db, directory).incremental(true).build();
        BackupManager other = BackupManager.builder(db, directory)
                .incremental(true)
                .retention(Retention.keepFulls(1))
                .build();
        Table table = db.createTable("t");
        for (int i = 0; i < 20; i++) {
            table.insert(Map.of("v", i));
            (i * 7 % 5 < 2 ? one : other).backupNow();
            Same.require(restored(), db);
            assertThat(BackupManager.verify(directory).isGood()).isTrue();
        }
    }

    /* Python goes on writing into the directory after the move. */
    @Test
    void aDeltaOfPythonsInAChainOfOurs() throws IOException {
        List<Path> files = sevenBackups();
        Path last = files.get(6);
        BackupName name = BackupName.of(last.getFileName().toString()).orElseThrow();
        Path later = directory.resolve(new BackupName(true, name.micros() + 2_000_000, ".json").toString());
        Files.move(last, later);
        Files.writeString(
                directory.resolve(new BackupName(true, name.micros() + 1_000_000, ".json").toString()),
                pythons((int) name.at().getEpochSecond() + 1, 99));
        Same.require(restored(), db);
        assertThat(BackupManager.verify(directory).files())
                .extracting(Checked::state)
                .endsWith(State.FOREIGN, State.GOOD);
    }

    @Test
    void nothingIsWrittenToTheDirectory() throws IOException {
        List<Path> files = sevenBackups();
        damage(files.get(5));
        Files.createFile(directory.resolve(".dictdb-litter.tmp"));
        List<Object> before = content();
        restored();
        BackupManager.restore(directory, 3);
        BackupManager.verify(directory);
        BackupManager.list(directory);
        assertThat(content()).isEqualTo(before);
    }

    private List<Object> content() throws IOException {
        List<Object> content = new ArrayList<>();
        content.add(Files.getLastModifiedTime(directory));
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                FileTime time = Files.getLastModifiedTime(file);
                content.addAll(List.of(
                        file, time, List.of(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))));
            }
        }
        return content;
    }
}
