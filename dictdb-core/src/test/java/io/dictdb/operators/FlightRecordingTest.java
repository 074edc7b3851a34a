package io.dictdb.operators;

import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.SyncPolicy;
import io.dictdb.Table;
import io.dictdb.backup.BackupManager;
import io.dictdb.internal.engine.EngineBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* What a flight recording shows of the database. */
class FlightRecordingTest {
    @TempDir
    Path directory;

    private List<RecordedEvent> recorded(String name, Runnable work) throws IOException {
        Path file = directory.resolve("recording.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("io.dictdb." + name).withoutThreshold();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("io.dictdb." + name))
                .toList();
    }

    @Test
    void queries() throws IOException {
        Table table = DictDB.create().createTable("t");
        table.insert(List.of(Map.of("v", 1), Map.of("v", 2)));
        List<RecordedEvent> events = recorded(
                "Query", () -> assertThat(table.select(field("v").eq(2)).list()).hasSize(1));
        assertThat(events).hasSize(1);
        RecordedEvent event = events.get(0);
        assertThat(event.getString("table")).isEqualTo("t");
        assertThat(event.getString("query")).isEqualTo("select all where v = 2");
        assertThat(event.getString("plan")).isEqualTo("scan of 2 rows, then filter v = 2");
        assertThat(event.getLong("scanned")).isEqualTo(2);
        assertThat(event.getLong("returned")).isEqualTo(1);
    }

    @Test
    void commits() throws IOException {
        DictDB db = DictDB.create();
        List<RecordedEvent> events = recorded(
                "Commit",
                () -> db.transact(tx -> {
                    tx.createTable("a").insert(Map.of("v", 1));
                    tx.createTable("b");
                }));
        assertThat(events).hasSize(1);
        assertThat(events.get(0).getLong("commit")).isEqualTo(1);
        assertThat(events.get(0).getInt("tables")).isEqualTo(2);
        assertThat(events.get(0).getBoolean("durable")).isFalse();
    }

    @Test
    void recovery() throws IOException {
        Path store = directory.resolve("store");
        try (DictDB db = DictDB.open(store)) {
            db.createTable("t");
        }
        List<RecordedEvent> events =
                recorded("Recovery", () -> DictDB.open(store).close());
        assertThat(events).hasSize(1);
        assertThat(events.get(0).getString("path")).isEqualTo(store.toString());
        assertThat(events.get(0).getLong("commit")).isEqualTo(1);
    }

    @Test
    void images() throws IOException {
        Path store = directory.resolve("store");
        List<RecordedEvent> events = recorded("Checkpoint", () -> {
            try (DictDB db = new EngineBuilder()
                    .leastJournal(1_000)
                    .directory(store)
                    .syncPolicy(SyncPolicy.EVERY_COMMIT)
                    .executor(Runnable::run)
                    .open()) {
                Table table = db.createTable("t");
                for (int i = 0; i < 100; i++) {
                    table.insert(Map.of("v", i));
                }
            }
        });
        assertThat(events).isNotEmpty();
        assertThat(events.get(0).getString("path")).isEqualTo(store.toString());
        assertThat(events.get(0).getLong("commit")).isPositive();
    }

    @Test
    void backups() throws IOException {
        DictDB db = DictDB.create();
        db.createTable("t");
        Path backups = directory.resolve("backups");
        List<RecordedEvent> events = recorded("Backup", () -> {
            try (BackupManager manager = BackupManager.builder(db, backups).build()) {
                manager.backupFull();
            }
        });
        assertThat(events).hasSize(1);
        assertThat(events.get(0).getString("path")).startsWith(backups.toString());
        assertThat(events.get(0).getString("kind")).isEqualTo("full");
        assertThat(events.get(0).getLong("bytes")).isPositive();
    }
}
