package io.dictdb.backup;

import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.StorageException;
import io.dictdb.Table;
import io.dictdb.backup.BackupFile.Kind;
import io.dictdb.conformance.Json;
import io.dictdb.files.Golden;
import io.dictdb.files.Same;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/* What a manager writes when it is asked, and what it tells about that. */
class BackupManagerTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:15:30.000123Z");

    @TempDir
    Path directory;

    private final DictDB db = DictDB.create();
    private final Table table = db.createTable("t");

    private BackupManager.Builder builder() {
        return BackupManager.builder(db, directory).clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void change() {
        table.insert(Map.of("v", 1.5));
    }

    private List<String> names() {
        return BackupManager.list(directory).stream()
                .map(file -> file.path().getFileName().toString())
                .toList();
    }

    private List<Kind> kinds() {
        return BackupManager.list(directory).stream().map(BackupFile::kind).toList();
    }

    @Test
    void filesAreNamedAsInPython() {
        BackupManager manager = builder().incremental(true).build();
        manager.backupNow();
        change();
        manager.backupNow();
        change();
        manager.backupFull();
        assertThat(names())
                .containsExactly(
                        "dictdb_backup_1795601730_000123.json",
                        "dictdb_delta_1795601730_000124.json",
                        "dictdb_backup_1795601730_000125.json");
    }

    @Test
    void aDeltaHasPythonsStructure() throws IOException {
        BackupManager manager = builder().build();
        table.insert(List.of(Map.of("v", 1), Map.of("v", 2)));
        manager.backupFull();
        table.update(Map.of("v", 9), field("id").eq(2));
        table.delete(field("id").eq(1));
        manager.backupDelta();
        Path delta = BackupManager.list(directory).get(1).path();
        Map<String, Object> read = Golden.map(Json.read(Files.readString(delta)));
        assertThat(read).containsEntry("type", "delta").containsEntry("timestamp", 1795601730.000124);
        assertThat(Golden.map(Golden.map(read.get("tables")).get("t")))
                .containsEntry("upserts", List.of(Map.of("id", 2L, "v", 9L)))
                .containsEntry("deletes", List.of(1L));
    }

    @Test
    void nothingIsWrittenWhenNothingHasChanged() {
        BackupManager manager = builder().incremental(true).build();
        manager.backupNow();
        manager.backupNow();
        manager.backupDelta();
        assertThat(kinds()).containsExactly(Kind.FULL);
        manager.backupFull();
        assertThat(kinds()).containsExactly(Kind.FULL, Kind.FULL);
        table.updateIfAny(Map.of("v", 1), field("id").eq(77));
        manager.backupDelta();
        assertThat(kinds()).hasSize(2);
    }

    @Test
    void fullOnesUnlessAsked() {
        BackupManager manager = builder().build();
        manager.backupDelta();
        change();
        manager.backupNow();
        change();
        manager.backupDelta();
        change();
        manager.backupNow();
        assertThat(kinds()).containsExactly(Kind.FULL, Kind.FULL, Kind.DELTA, Kind.FULL);
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "1, 2", "2, 2", "3, 1", "10, 1"})
    void aFullOneAfterSoManyDeltas(int most, int fulls) {
        BackupManager manager =
                builder().incremental(true).maxDeltasBeforeFull(most).build();
        for (int i = 0; i < 4; i++) {
            change();
            manager.backupNow();
            assertThat(manager.deltasSinceFull()).isEqualTo(i % (most + 1));
        }
        assertThat(kinds()).hasSize(4).filteredOn(Kind.FULL::equals).hasSize(fulls);
    }

    @ParameterizedTest
    @CsvSource({
        "json, false, .json, .json",
        "json, true, .json.gz, .json.gz",
        "image, false, .ddb, .json",
        "image, true, .ddb.gz, .json.gz"
    })
    void formats(String format, boolean compress, String full, String delta) {
        BackupManager manager =
                builder().fileFormat(FileFormat.of(format)).compress(compress).build();
        change();
        manager.backupFull();
        change();
        manager.backupDelta();
        assertThat(names().get(0)).isEqualTo("dictdb_backup_1795601730_000123" + full);
        assertThat(names().get(1)).isEqualTo("dictdb_delta_1795601730_000124" + delta);
        Same.require(BackupManager.restore(directory), db);
        assertThat(BackupManager.verify(directory).isGood()).isTrue();
    }

    @Test
    void byHand() {
        BackupManager manager = builder().build();
        change();
        manager.backupFull();
        for (int i = 0; i < 3; i++) {
            change();
            manager.backupDelta();
        }
        List<BackupFile> files = BackupManager.list(directory);
        DictDB loaded = DictDB.load(files.get(0).path());
        assertThatThrownBy(() -> loaded.applyDelta(files.get(2).path())).hasMessageContaining("does not follow");
        files.stream().skip(1).forEach(delta -> loaded.applyDelta(delta.path()));
        Same.require(loaded, db);
        assertThatThrownBy(() -> BackupManager.lastReport(loaded)).isInstanceOf(IllegalArgumentException.class);
    }

    /* A delta would follow what is gone. */
    @Test
    void filesThatSomebodyTookAway() throws IOException {
        BackupManager manager = builder().incremental(true).build();
        manager.backupNow();
        change();
        manager.backupNow();
        change();
        Files.delete(BackupManager.list(directory).get(0).path());
        manager.backupNow();
        assertThat(kinds()).containsExactly(Kind.DELTA, Kind.FULL);
        Same.require(BackupManager.restore(directory), db);
    }

    @Test
    void status() throws IOException {
        BackupManager manager = builder().incremental(true).build();
        BackupStatus none = manager.status();
        assertThat(none.lastBackup()).isEmpty();
        assertThat(none.age(NOW)).isEmpty();
        assertThat(none.sequence()).isEqualTo(-1);
        change();
        manager.backupNow();
        BackupStatus status = manager.status();
        BackupFile file = status.lastBackup().orElseThrow();
        assertThat(file).isEqualTo(BackupManager.list(directory).get(0));
        assertThat(file.bytes()).isEqualTo(Files.size(file.path()));
        assertThat(file.at()).isEqualTo(NOW);
        assertThat(status.sequence()).isEqualTo(db.sequence());
        assertThat(status.age(NOW.plusSeconds(90))).contains(Duration.ofSeconds(90));
        assertThat(status.upToDate()).contains(NOW);
        assertThat(status.running()).isFalse();
        change();
        manager.backupNow();
        assertThat(manager.status().deltasSinceFull()).isEqualTo(1);
        assertThat(manager.status().sequence()).isEqualTo(db.sequence());
    }

    @Test
    void withoutVerifying() {
        BackupManager manager = builder().verify(false).build();
        manager.backupFull();
        assertThat(manager.status().lastBackup()).isPresent();
        assertThat(manager.status().lastVerified()).isEmpty();
        assertThat(manager.status().upToDate()).contains(NOW);
    }

    @Test
    void retention() {
        BackupManager manager = builder()
                .incremental(true)
                .maxDeltasBeforeFull(2)
                .retention(Retention.keepFulls(2))
                .build();
        for (int i = 0; i < 20; i++) {
            change();
            manager.backupNow();
            Same.require(BackupManager.restore(directory), db);
        }
        assertThat(kinds()).containsExactly(Kind.FULL, Kind.DELTA, Kind.DELTA, Kind.FULL, Kind.DELTA);
        assertThat(BackupManager.verify(directory).isGood()).isTrue();
    }

    @Test
    void theDirectoryIsMade() throws IOException {
        Path deep = directory.resolve("a/b");
        BackupManager.builder(db, deep).build().backupNow();
        assertThat(BackupManager.list(deep)).hasSize(1);
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> BackupManager.builder(db, file).build())
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void settingsThatAreNone() {
        BackupManager.Builder builder = builder();
        for (Runnable setting : List.<Runnable>of(
                () -> builder.interval(Duration.ZERO),
                () -> builder.interval(Duration.ofSeconds(-1)),
                () -> builder.minInterval(Duration.ofSeconds(-1)),
                () -> builder.maxDeltasBeforeFull(-1),
                () -> Retention.keepFulls(0),
                () -> Retention.keepFor(Duration.ofSeconds(-1)))) {
            assertThatThrownBy(setting::run).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /* Others' transactions and one's own are seen when they are committed, not before. */
    @Test
    void insideATransaction() {
        BackupManager manager = builder().build();
        db.transact(tx -> {
            tx.getTable("t").insert(Map.of("v", 1));
            manager.backupNow();
        });
        assertThat(BackupManager.restore(directory).getTable("t").count()).isZero();
    }
}
