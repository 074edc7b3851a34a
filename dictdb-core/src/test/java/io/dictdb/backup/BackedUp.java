package io.dictdb.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.Table;
import io.dictdb.backup.VerifyReport.Checked;
import io.dictdb.backup.VerifyReport.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A directory with backups, and what is asked of it. */
abstract class BackedUp {
    @TempDir
    Path directory;

    final DictDB db = DictDB.create();
    BackupManager manager;

    @BeforeEach
    void built() {
        manager = BackupManager.builder(db, directory).build();
    }

    /** F0 with one record, then deltas D1, D2, D3 with one more each, F4, D5, D6. */
    List<Path> sevenBackups() {
        Table table = db.createTable("t");
        for (int i = 0; i < 7; i++) {
            table.insert(Map.of("v", i));
            if (i % 4 == 0) {
                manager.backupFull();
            } else {
                manager.backupDelta();
            }
        }
        return BackupManager.list(directory).stream().map(BackupFile::path).toList();
    }

    DictDB restored() {
        return BackupManager.restore(directory);
    }

    static int records(DictDB restored) {
        return restored.getTable("t").count();
    }

    static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
    }

    void assertStates(State... states) {
        VerifyReport report = BackupManager.verify(directory);
        assertThat(report.files()).extracting(Checked::state).containsExactly(states);
        assertThat(report.isGood()).isEqualTo(List.of(states).stream().allMatch(State.GOOD::equals));
        assertThat(report.files())
                .allSatisfy(file -> assertThat(file.message().isEmpty()).isEqualTo(file.state() == State.GOOD));
    }

    static String pythons(int seconds, int key) {
        return "{\"type\": \"delta\", \"timestamp\": " + seconds + ".5, \"tables\": {\"t\": {\"upserts\": [{\"id\": "
                + key + "}], \"deletes\": []}}}";
    }
}
