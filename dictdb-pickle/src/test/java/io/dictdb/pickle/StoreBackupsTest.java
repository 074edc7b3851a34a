package io.dictdb.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.Table;
import io.dictdb.backup.BackupManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* A pickle does not tell its commit: what follows it does. */
class StoreBackupsTest {
    @TempDir
    Path folder;

    @Test
    void commitsBehindAPickle() {
        Path backups = folder.resolve("backups");
        try (DictDB db = DictDB.builder()
                        .directory(folder.resolve("store"))
                        .keepJournalFor(Duration.ofDays(1))
                        .open();
                BackupManager manager = BackupManager.builder(db, backups)
                        .incremental(true)
                        .fileFormat(FileFormat.of("pickle"))
                        .build()) {
            Table table = db.createTable("t");
            manager.backupNow();
            table.insert(Map.of("v", 1));
            table.insert(Map.of("v", 2));
            manager.backupNow();
            DictDB restored = BackupManager.restore(backups);
            assertThat(restored.getTable("t").all()).isEqualTo(table.all());
            assertThat(restored.sequence()).isEqualTo(3);
            assertThat(BackupManager.restore(backups, 2).getTable("t").count()).isEqualTo(1);
            assertThat(BackupManager.verify(backups).isGood()).isTrue();
        }
    }
}
