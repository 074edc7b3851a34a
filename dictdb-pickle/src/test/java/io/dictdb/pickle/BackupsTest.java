package io.dictdb.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.StorageException;
import io.dictdb.Table;
import io.dictdb.backup.BackupFile;
import io.dictdb.backup.BackupManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/* Backup directories whose full backups are pickles: those that Python DictDB wrote, and ours, whose deltas tell what a pickle does not. */
class BackupsTest {
    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> everyPointOfTheOriginal() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : Golden.folders("backups")) {
            Golden.list(Golden.expected(folder).get("points")).stream()
                    .map(Golden::map)
                    .filter(point -> point.get("full").toString().endsWith(".pickle"))
                    .forEach(point -> tests.add(dynamicTest(
                            folder.getFileName() + " " + point.get("full") + " " + point.get("deltas"),
                            () -> byHand(folder.resolve("backups"), point))));
        }
        assertThat(tests).hasSizeGreaterThan(System.getProperty("golden.dir") == null ? 10 : -1);
        return tests.stream();
    }

    private static void byHand(Path backups, Map<String, Object> point) {
        DictDB db = DictDB.load(backups.resolve((String) point.get("full")));
        Golden.list(point.get("deltas")).forEach(delta -> db.applyDelta(backups.resolve((String) delta)));
        Golden.require(db, point.get("tables"), false);
    }

    @TestFactory
    Stream<DynamicTest> theLatestPointOfTheOriginal() throws IOException {
        return Golden.folders("backups").stream()
                .map(folder -> dynamicTest(folder.getFileName().toString(), () -> {
                    Map<String, Object> expected = Golden.expected(folder);
                    Object latest = Golden.map(expected.get("restore_latest")).get("deltas");
                    Map<String, Object> point = Golden.list(expected.get("points")).stream()
                            .map(Golden::map)
                            .filter(one -> one.get("deltas").equals(latest))
                            .reduce((one, other) -> other)
                            .orElseThrow();
                    DictDB restored = BackupManager.restore(folder.resolve("backups"));
                    Golden.require(restored, point.get("tables"), false);
                    assertThat(BackupManager.lastReport(restored).passedOver()).isEmpty();
                }));
    }

    @Test
    void ourDeltasTellTheCommitOfAPickle() throws IOException {
        DictDB db = DictDB.create();
        Table table = db.createTable("t");
        BackupManager manager = BackupManager.builder(db, directory)
                .fileFormat(FileFormat.of("pickle"))
                .incremental(true)
                .build();
        for (int i = 0; i < 4; i++) {
            table.insert(Map.of("v", i));
            manager.backupNow();
        }
        table.insert(Map.of("v", 4));
        manager.backupFull();
        List<BackupFile> files = BackupManager.list(directory);
        assertThat(files.get(0).path().toString()).endsWith(".pickle");
        Golden.requireSame(BackupManager.restore(directory), db);
        assertThat(BackupManager.verify(directory).isGood()).isTrue();
        assertThat(BackupManager.restore(directory, 3).getTable("t").count()).isEqualTo(2);
        assertThat(BackupManager.restore(directory, 3).sequence()).isEqualTo(3);
        assertThatThrownBy(() -> BackupManager.restore(directory, 1)).isInstanceOf(StorageException.class);
        Instant second = files.get(1).at();
        assertThat(BackupManager.restore(directory, second).getTable("t").count())
                .isEqualTo(2);
        Files.delete(files.get(1).path());
        assertThatThrownBy(() -> BackupManager.restore(directory, 3))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("does not tell which commit");
    }

    /* An empty pickle tells neither a table nor a commit. */
    @Test
    void ourDeltasFollowAnEmptyPickle() {
        DictDB db = DictDB.create();
        db.createTable("gone");
        db.dropTable("gone");
        BackupManager manager = BackupManager.builder(db, directory)
                .fileFormat(FileFormat.of("pickle"))
                .incremental(true)
                .build();
        manager.backupNow();
        db.createTable("t").insert(Map.of("v", 1));
        manager.backupNow();
        Golden.requireSame(BackupManager.restore(directory), db);
        assertThat(BackupManager.restore(directory, 2).listTables()).isEmpty();
        assertThatThrownBy(() -> BackupManager.restore(directory, 1)).isInstanceOf(StorageException.class);
    }
}
