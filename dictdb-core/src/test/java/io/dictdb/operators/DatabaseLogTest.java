package io.dictdb.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.StorageException;
import io.dictdb.Table;
import io.dictdb.backup.BackupManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* One line for each rare event, with what to look for in it as key-values, and what to do next where something failed. */
class DatabaseLogTest {
    @TempDir
    Path directory;

    private final Heard heard = new Heard("", Level.INFO);

    @AfterEach
    void close() {
        heard.close();
    }

    @Test
    void aDatabaseFromItsBeginningToItsEnd() {
        try (DictDB db = DictDB.create()) {
            Table users = db.createTable("users", "email");
            users.createIndex("age");
            users.createIndex("age");
            users.createIndex("age", IndexType.SORTED);
            users.insert(Map.of("email", "ada@example.org", "age", 36));
            users.dropIndex("age");
            db.dropTable("users");
        }
        assertThat(heard.lines())
                .containsExactly(
                        "INFO Initialized an empty DictDB instance.",
                        "INFO Created table 'users' with primary key 'email'",
                        "INFO Created the hash index on field 'age' of table 'users'",
                        "INFO Created the sorted index on field 'age' of table 'users'",
                        "INFO Dropped the hash index on field 'age' of table 'users'",
                        "INFO Dropped the sorted index on field 'age' of table 'users'",
                        "INFO Dropped table 'users' with 1 records",
                        "INFO Closed the database at commit 6");
        assertThat(heard.keyValues(1))
                .isEqualTo("component=database op=CREATE_TABLE table=users primary_key=email count=0");
        assertThat(heard.keyValues(2)).isEqualTo("component=database op=CREATE_INDEX table=users field=age type=hash");
    }

    @Test
    void aTransactionTellsWhatItDidWhenItIsCommitted() {
        DictDB db = DictDB.create();
        heard.forget();
        assertThatThrownBy(() -> db.transact(tx -> {
                    tx.createTable("t");
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(heard.lines()).isEmpty();
        db.transact(tx -> {
            tx.createTable("t").insert(List.of(Map.of("v", 1), Map.of("v", 2)));
            tx.getTable("t").createIndex("v");
            assertThat(heard.lines()).isEmpty();
        });
        assertThat(heard.lines())
                .containsExactly(
                        "INFO Created table 't' with primary key 'id'",
                        "INFO Created the hash index on field 'v' of table 't'");
        assertThat(heard.keyValues(0)).endsWith("count=2");
    }

    @Test
    void files() throws IOException {
        DictDB db = DictDB.create();
        db.createTable("t").insert(List.of(Map.of("v", 1), Map.of("v", 2)));
        Path file = directory.resolve("data.json");
        heard.forget();
        db.save(file);
        DictDB unused = DictDB.load(file);
        Files.writeString(file, "{");
        assertThatThrownBy(() -> DictDB.load(file)).isInstanceOf(StorageException.class);
        Path nowhere = directory.resolve("nowhere").resolve("data.json");
        assertThatThrownBy(() -> db.save(nowhere)).isInstanceOf(StorageException.class);
        assertThat(heard.lines()).hasSize(4);
        assertThat(heard.lines().subList(0, 2))
                .containsExactly(
                        "INFO Saved 2 records in 1 tables to " + file,
                        "INFO Loaded 2 records in 1 tables from " + file);
        assertThat(heard.keyValues(0)).startsWith("component=database op=SAVE path=" + file + " tables=1 count=2 ms=");
        assertThat(heard.lines().get(2)).startsWith("ERROR Loading " + file + " failed; nothing was loaded: ");
        assertThat(heard.lines().get(3))
                .startsWith("ERROR Saving to " + nowhere + " failed; a file that was there before is as it was: ");
        assertThat(heard.events().get(3).getThrowableProxy().getClassName()).contains("StorageException");
    }

    @Test
    void backupsAndWhatCameOfThem() throws IOException {
        DictDB db = DictDB.create();
        db.createTable("t").insert(Map.of("v", 1));
        Path backups = directory.resolve("backups");
        heard.forget();
        try (BackupManager manager = BackupManager.builder(db, backups).build()) {
            manager.backupFull();
            DictDB unused = BackupManager.restore(backups);
            Files.move(backups, directory.resolve("elsewhere"));
            db.getTable("t").insert(Map.of("v", 2));
            assertThatThrownBy(manager::backupNow).isInstanceOf(StorageException.class);
            assertThat(heard.lines().get(2))
                    .startsWith("ERROR No backup could be written to " + backups + ", 1 in a row; ")
                    .contains("the next one holds what this one lacks");
            Files.move(directory.resolve("elsewhere"), backups);
        }
        assertThat(heard.lines().get(0))
                .startsWith("INFO Wrote the full backup " + backups)
                .endsWith(" of commit 2");
        assertThat(heard.keyValues(0)).contains("op=BACKUP", "kind=full", "commit=2", "bytes=", "ms=");
        assertThat(heard.lines().get(1)).isEqualTo("INFO Restored commit 2 from 1 files of " + backups);
        assertThatThrownBy(() -> BackupManager.restore(directory.resolve("none")))
                .isInstanceOf(StorageException.class);
        assertThat(heard.lines().get(heard.lines().size() - 1)).startsWith("ERROR Nothing could be restored from ");
    }

    @Test
    void aStoreThatIsDamaged() throws IOException {
        Path store = directory.resolve("store");
        try (DictDB db = DictDB.open(store)) {
            db.createTable("t");
        }
        heard.forget();
        try (var files = Files.list(store)) {
            Path segment = files.filter(file -> file.toString().endsWith(".ddj"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(segment);
            bytes[bytes.length / 2] ^= 1;
            Files.write(segment, bytes);
        }
        assertThatThrownBy(() -> DictDB.open(store)).isInstanceOf(StorageException.class);
        assertThat(heard.lines()).hasSize(1);
        assertThat(heard.lines().get(0)).startsWith("ERROR The store in " + store + " was not opened: ");
    }
}
