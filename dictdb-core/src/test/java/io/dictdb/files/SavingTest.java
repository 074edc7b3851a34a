package io.dictdb.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.LoadOptions;
import io.dictdb.SaveOptions;
import io.dictdb.StorageException;
import io.dictdb.Table;
import io.dictdb.internal.engine.Engine;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/* Whatever happens during a save, the file is the old one or the new one, whole, and nothing is left lying about. */
class SavingTest {
    @TempDir
    Path directory;

    private static DictDB filled(DictDB db, String text) {
        Table table = db.createTable("t");
        for (int i = 0; i < 300; i++) {
            table.insert(Map.of("v", text + i, "w", "x".repeat(500) + i));
        }
        return db;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCallThatFails(boolean dead) throws IOException {
        Path file = directory.resolve("db.ddb");
        FaultyStorage counting = new FaultyStorage(-1, false);
        DictDB old = filled(Engine.create(counting), "old");
        old.save(file);
        byte[] before = Files.readAllBytes(file);
        List<String> calls = new ArrayList<>(counting.calls());
        assertThat(calls)
                .containsSubsequence("create", "write", "write", "force", "replace", "close", "forceDirectory");
        for (int i = 0; i < calls.size(); i++) {
            Files.write(file, before);
            DictDB db = filled(Engine.create(new FaultyStorage(i, dead)), "new");
            String what = "call " + i + ", " + calls.get(i) + (dead ? ", the last" : "");
            boolean failed = hasFailed(db, file);
            DictDB found = DictDB.load(file);
            boolean replaced = i > calls.indexOf("replace");
            Same.require(found, replaced ? db : old);
            assertThat(failed).as(what).isTrue();
            if (dead) {
                filled(DictDB.create(), "later").save(directory.resolve("other.json"));
                Files.delete(directory.resolve("other.json"));
            }
            assertThat(files()).as(what).containsExactly("db.ddb");
        }
    }

    @Test
    void anExportThatFailsLeavesTheOldFile() throws IOException {
        Path file = directory.resolve("t.csv");
        FaultyStorage counting = new FaultyStorage(-1, false);
        filled(Engine.create(counting), "old").getTable("t").exportCsv(file, CsvOptions.defaults());
        byte[] old = Files.readAllBytes(file);
        for (int i = 0; i <= counting.calls().indexOf("replace"); i++) {
            Table table =
                    filled(Engine.create(new FaultyStorage(i, false)), "new").getTable("t");
            assertThatThrownBy(() -> table.exportCsv(file, CsvOptions.defaults()))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("No space left");
            assertThat(file).hasBinaryContent(old);
            assertThat(files()).containsExactly("t.csv");
        }
    }

    private static boolean hasFailed(DictDB db, Path file) {
        try {
            db.save(file);
            return false;
        } catch (StorageException e) {
            assertThat(e).hasMessageContaining(file.toString()).hasMessageContaining("No space left");
            assertThat(e.path()).isEqualTo(file);
            return true;
        }
    }

    @Test
    void whatIsBeingWrittenIsNoLitter() throws IOException {
        Path other = directory.resolve("other.json");
        DictDB db = filled(DictDB.create(), "x");
        AtomicLong saves = new AtomicLong();
        db.save(directory.resolve("db.json"), SaveOptions.defaults().progress(bytes -> {
            if (saves.incrementAndGet() == 1) {
                db.save(other);
            }
        }));
        assertThat(files()).containsExactly("db.json", "other.json");
        Same.require(DictDB.load(directory.resolve("db.json")), db);
    }

    @Test
    void anotherSaveBetweenAnyTwoStepsDisturbsNone() throws IOException {
        DictDB other = filled(DictDB.create(), "y");
        FaultyStorage storage = new FaultyStorage(() -> other.save(directory.resolve("other.json")));
        DictDB db = filled(Engine.create(storage), "x");
        db.save(directory.resolve("db.json"));
        assertThat(storage.calls()).contains("list", "create", "write", "force", "replace", "close", "delete");
        assertThat(files()).containsExactly("db.json", "other.json");
        Same.require(DictDB.load(directory.resolve("db.json")), db);
        Same.require(DictDB.load(directory.resolve("other.json")), other);
    }

    @Test
    void aTemporaryFileThatIsClearedAwayAtItsBirthGetsAnotherName() throws IOException {
        Set<Path> tried = new HashSet<>();
        DictDB db = filled(
                Engine.create(new FaultyStorage(-1, false) {
                    @Override
                    public Output create(Path file, @Nullable Path like) throws IOException {
                        if (tried.add(file) && tried.size() < 4) {
                            throw new FileAlreadyExistsException(file.toString());
                        }
                        return super.create(file, like);
                    }
                }),
                "x");
        db.save(directory.resolve("db.json"));
        assertThat(tried).hasSize(4);
        assertThat(files()).containsExactly("db.json");
        Same.require(DictDB.load(directory.resolve("db.json")), db);
    }

    @Test
    void aDirectoryIsNoTarget() throws IOException {
        Path target = Files.createDirectory(directory.resolve("db.json"));
        assertThatThrownBy(() -> DictDB.create().save(target))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("directory");
        assertThatThrownBy(() -> DictDB.load(target))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("directory");
        assertThat(files()).containsExactly("db.json");
    }

    @Test
    void aDirectoryThatIsNotThere() {
        Path target = directory.resolve("none").resolve("db.json");
        assertThatThrownBy(() -> DictDB.create().save(target))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.path()).isEqualTo(target))
                .hasMessageContaining("there is no")
                .hasMessageContaining("none");
        assertThatThrownBy(() -> DictDB.load(target))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("there is no");
    }

    @Test
    void permissionsAndLinksStay() throws IOException {
        Path real = directory.resolve("real.json");
        DictDB db = filled(DictDB.create(), "x");
        db.save(real);
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-------"));
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), Path.of("real.json"));
        db.createTable("more");
        db.save(link);
        assertThat(link).isSymbolicLink();
        assertThat(Files.getPosixFilePermissions(real)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Same.require(DictDB.load(real), db);
    }

    @Test
    void aNameThatTellsNoFormat() throws IOException {
        for (String name : new String[] {"db", "db.txt", "json", "db.gz", "db.pickle"}) {
            assertThatThrownBy(() -> DictDB.create().save(directory.resolve(name)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name)
                    .hasMessageContaining(".json")
                    .hasMessageContaining(".ddb");
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void progressIsToldAndWhatItThrowsEndsTheSaving() throws IOException {
        Path file = directory.resolve("db.json");
        DictDB db = filled(DictDB.create(), "x");
        AtomicLong told = new AtomicLong();
        db.save(file, SaveOptions.defaults().progress(told::set));
        assertThat(told).hasValue(Files.size(file));
        DictDB.load(file, LoadOptions.defaults().progress(told::set));
        assertThat(told).hasValue(Files.size(file));
        IllegalArgumentException enough = new IllegalArgumentException("enough");
        assertThatThrownBy(() -> db.save(file, SaveOptions.defaults().progress(bytes -> {
                    throw enough;
                })))
                .isSameAs(enough);
        assertThatThrownBy(() -> DictDB.load(file, LoadOptions.defaults().progress(bytes -> {
                    throw enough;
                })))
                .isSameAs(enough);
        Same.require(DictDB.load(file), db);
        assertThat(files()).containsExactly("db.json");
    }

    @Test
    void anInterruptDisturbsNeitherAndIsKept() {
        Path file = directory.resolve("db.ddb");
        DictDB db = filled(DictDB.create(), "x");
        Thread.currentThread().interrupt();
        db.save(file);
        DictDB loaded = DictDB.load(file);
        Path csv = directory.resolve("t.csv");
        assertThat(db.getTable("t").exportCsv(csv, CsvOptions.defaults())).isEqualTo(300);
        assertThat(DictDB.create().importCsv(csv, "t", CsvOptions.defaults())).isEqualTo(300);
        assertThat(Thread.interrupted()).isTrue();
        Same.require(loaded, db);
    }
}
