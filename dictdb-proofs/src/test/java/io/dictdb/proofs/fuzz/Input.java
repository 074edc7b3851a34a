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
        try {
            Files.write(FILE, bytes);
            List<String> complaints = Integrity.verify(read.apply(FILE));
            if (!complaints.isEmpty()) {
                throw new AssertionError(complaints);
            }
        } catch (StorageException e) {
            if (!String.valueOf(e.getMessage()).contains(FILE.toString())) {
                throw new AssertionError("the message does not name the file", e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
