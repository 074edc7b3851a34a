package io.dictdb.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.StorageException;
import io.dictdb.Table;
import io.dictdb.files.RandomChanges;
import io.dictdb.files.Same;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/* What was backed up comes back, to any point. */
class RestoreTest extends BackedUp {
    @ParameterizedTest
    @CsvSource({"json, false", "image, true"})
    void everyPointOfTenThousandChanges(String format, boolean compress) {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        System.out.println("RestoreTest, " + format + ": again with -Ddictdb.seed=" + seed);
        RandomChanges changes = new RandomChanges(db, seed);
        manager = BackupManager.builder(db, directory)
                .incremental(true)
                .fileFormat(FileFormat.of(format))
                .compress(compress)
                .build();
        TreeMap<Long, DictDB> points = new TreeMap<>();
        TreeMap<Instant, Long> times = new TreeMap<>();
        for (int i = 0; i < 250; i++) {
            changes.make(40);
            manager.backupNow();
            points.put(db.sequence(), copy());
            times.put(manager.status().lastBackup().orElseThrow().at(), db.sequence());
        }
        assertThat(points).hasSizeGreaterThan(200);
        Same.require(restored(), db);
        points.forEach((sequence, point) -> {
            if (sequence % 5 == 0) { // which loads every newer full backup
                Same.require(BackupManager.restore(directory, sequence), point);
            }
        });
        times.forEach((at, sequence) ->
                Same.require(BackupManager.restore(directory, at.plusNanos(999)), points.get(sequence)));
        VerifyReport report = BackupManager.verify(directory);
        assertThat(report.isGood()).isTrue();
        assertThat(report.files()).hasSameSizeAs(BackupManager.list(directory));
    }

    private DictDB copy() {
        Path file = directory.resolve("copy.ddb");
        db.save(file);
        return DictDB.load(file);
    }

    @Test
    void betweenTheCommitsThatWereBackedUp() {
        Table table = db.createTable("t");
        manager.backupFull();
        table.insert(Map.of("v", 1));
        table.insert(Map.of("v", 2));
        manager.backupDelta();
        assertThat(records(BackupManager.restore(directory, db.sequence()))).isEqualTo(2);
        assertThat(records(BackupManager.restore(directory, db.sequence() - 1))).isZero();
        assertThat(records(BackupManager.restore(directory, Long.MAX_VALUE))).isEqualTo(2);
        assertThatThrownBy(() -> BackupManager.restore(directory, 0))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("no backup");
        assertThatThrownBy(() -> BackupManager.restore(directory, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BackupManager.restore(directory, Instant.EPOCH))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("no backup");
    }

    /* What is asked for may be older than the oldest backup: that is told, not that there is none. */
    @Test
    void beforeTheOldestBackup() {
        List<Path> files = sevenBackups();
        Instant oldest = BackupManager.list(directory).get(0).at();
        assertThatThrownBy(() -> BackupManager.restore(directory, oldest.minusNanos(1)))
                .hasMessageContaining("or before; the oldest is of " + oldest);
        assertThatThrownBy(() -> BackupManager.restore(directory, 1)).hasMessageContaining("no commit after 1");
        assertThat(files).hasSize(7);
    }

    @Test
    void whichCommitEachFileLeadsTo() {
        sevenBackups();
        VerifyReport report = BackupManager.verify(directory);
        for (int i = 0; i < 7; i++) {
            long sequence = report.files().get(i).sequence().orElseThrow();
            assertThat(records(BackupManager.restore(directory, sequence))).isEqualTo(i + 1);
        }
        assertThat(report.toString()).contains("all good").hasLineCount(8);
    }

    @Test
    void reportsArePrintedLineByLine() {
        List<Path> files = sevenBackups();
        assertThat(BackupManager.lastReport(restored()).toString().lines())
                .hasSize(4)
                .first()
                .asString()
                .contains("commit " + db.sequence());
        assertThat(manager.status().toString())
                .contains("not running")
                .contains(files.get(6).getFileName().toString());
        assertThat(db.toString()).isEqualTo("DictDB[t] at commit " + db.sequence());
    }

    @Test
    void theReportOfAWholeDirectory() {
        List<Path> files = sevenBackups();
        DictDB restored = restored();
        Same.require(restored, db);
        assertThat(BackupManager.lastReport(restored))
                .isEqualTo(new RestoreReport(directory, files.subList(4, 7), List.of(), db.sequence(), true));
    }

    @Test
    void aRestoredDatabaseGoesOn() {
        sevenBackups();
        DictDB restored = restored();
        assertThat(restored.getTable("t").insert(Map.of("v", 7))).isEqualTo(8L);
        Path second = directory.resolve("second");
        BackupManager.builder(restored, second).build().backupNow();
        Same.require(BackupManager.restore(second), restored);
    }

    @Test
    void restoreOrCreate() throws IOException {
        Path none = directory.resolve("none");
        assertThat(BackupManager.restoreIfAny(none)).isEmpty();
        assertThat(Files.exists(none)).isFalse();
        assertThat(BackupManager.restoreIfAny(directory)).isEmpty();
        assertThatThrownBy(this::restored)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("no backup to restore in " + directory);
        assertThatThrownBy(() -> BackupManager.restore(none))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(none.toString());
        sevenBackups();
        Same.require(BackupManager.restoreIfAny(directory).orElseThrow(), db);
    }

    @Test
    void whatLiesBeyondACommitIsNotPassedOver() {
        sevenBackups();
        DictDB restored = BackupManager.restore(directory, 4);
        assertThat(restored.sequence()).isEqualTo(4);
        assertThat(BackupManager.lastReport(restored).passedOver()).isEmpty();
        assertThat(BackupManager.lastReport(BackupManager.restore(directory, 6)).passedOver())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "tr-TR", "th-TH-u-nu-thai"})
    void digitsOfAnyLanguage(String language) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            manager = BackupManager.builder(db, directory).build();
            sevenBackups();
            assertThat(BackupManager.list(directory)).hasSize(7);
            Same.require(restored(), db);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theDeepestValue() {
        Object deep = List.of();
        for (int i = 1; i < 500; i++) {
            deep = i % 2 == 0 ? List.of(deep) : Map.of("$m", deep);
        }
        Table table = db.createTable("t");
        manager.backupFull();
        table.insert(Map.of("v", deep));
        manager.backupDelta();
        Same.require(restored(), db);
        manager.backupFull();
        Same.require(restored(), db);
    }
}
