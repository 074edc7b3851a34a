package io.dictdb.csv;

import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;

/** Imports of small files into a database of their own. */
final class CsvTables {
    private final Path folder;
    final DictDB db = DictDB.create();

    CsvTables(Path folder) {
        this.folder = folder;
    }

    Path file(String text) {
        try {
            return Files.write(folder.resolve("in.csv"), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The records of a new table with the content of a file. */
    List<Row> rows(String text, CsvOptions options) {
        String name = "t" + db.listTables().size();
        int count = db.importCsv(file(text), name, options);
        List<Row> rows = db.getTable(name).all();
        Assertions.assertThat(count).isEqualTo(rows.size());
        return rows;
    }

    /** An import that must fail, name its file and leave no table. */
    AbstractThrowableAssert<?, ?> assertRefused(String text, CsvOptions options) {
        Path file = file(text);
        List<String> before = db.listTables();
        AbstractThrowableAssert<?, ?> thrown = Assertions.assertThatThrownBy(() -> db.importCsv(file, "none", options))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(file.toString());
        Assertions.assertThat(db.listTables()).isEqualTo(before);
        return thrown;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
