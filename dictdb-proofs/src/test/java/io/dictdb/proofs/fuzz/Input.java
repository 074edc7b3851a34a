package io.dictdb.proofs.fuzz;

import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.LoadOptions;
import io.dictdb.StorageException;
import io.dictdb.internal.engine.Integrity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What every target asks: whatever the bytes are, they give a database that agrees with itself, or one typed exception that names the file. */
final class Input {
    private static final Path FILE = file();

    private Input() {}

    private static Path file() {
        try {
            Path file = Files.createTempFile("dictdb-fuzz", "");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void load(byte[] bytes, String format) {
        check(bytes, file -> DictDB.load(file, LoadOptions.defaults().format(FileFormat.of(format))));
    }

    static void applyDelta(byte[] bytes) {
        check(bytes, file -> {
            DictDB db = DictDB.create();
            db.createTable("t").insert(List.of(Map.of("v", 1), Map.of("v", 2)));
            db.getTable("t").createIndex("v");
            db.applyDelta(file);
            return db;
        });
    }

    static void importCsv(byte[] bytes) {
        check(bytes, file -> {
            DictDB db = DictDB.create();
            db.importCsv(file, "t", CsvOptions.defaults());
            return db;
        });
    }

    private static void check(byte[] bytes, Function<Path, DictDB> read) {
        boolean unused = check(FILE, FILE, bytes, read);
    }

    /** Writes a file and reads what it, or its directory, holds; whether that is a database. */
    static boolean check(Path file, Path place, byte[] bytes, Function<Path, DictDB> read) {
        try {
            Files.write(file, bytes);
            try (DictDB db = read.apply(place)) {
                List<String> complaints = Integrity.verify(db);
                if (!complaints.isEmpty()) {
                    throw new AssertionError(complaints);
                }
            }
            return true;
        } catch (StorageException e) {
            if (!String.valueOf(e.getMessage()).contains(file.toString())) {
                throw new AssertionError("the message does not name the file", e);
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
