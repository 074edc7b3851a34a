package io.dictdb.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.BadValue;
import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.Schema;
import io.dictdb.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/* A table with the records of the original is exported as the original exported it. Another folder of such files is taken by -Dgolden.dir. */
class GoldenCsvTest {
    @TempDir
    Path folder;

    static List<GoldenCsv> files() throws IOException {
        return GoldenCsv.all();
    }

    static List<GoldenCsv> filesWithSchema() throws IOException {
        return files().stream().filter(golden -> golden.schema().isPresent()).toList();
    }

    @Test
    void thereAreSuchFiles() throws IOException {
        assertThat(files()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("files")
    void exportIsThatOfTheOriginalByteForByte(GoldenCsv golden) throws IOException {
        Table table = DictDB.create().createTable("t", golden.primaryKey());
        table.insert(golden.records());
        Path file = folder.resolve("out.csv");
        assertThat(table.exportCsv(file, CsvOptions.defaults()))
                .isEqualTo(golden.records().size());
        assertThat(Files.readString(file)).isEqualTo(Files.readString(golden.file()));
        assertThat(file).hasSameBinaryContentAs(golden.file());
    }

    /** A bool in a field of integers, which the original let pass, is kept as its text here. */
    @ParameterizedTest
    @MethodSource("filesWithSchema")
    void whatTheOriginalExportedIsReadBackWithItsSchema(GoldenCsv golden) {
        DictDB db = DictDB.create();
        CsvOptions options = CsvOptions.defaults()
                .primaryKey(golden.primaryKey())
                .schema(golden.schema().get())
                .onBadValue(BadValue.KEEP_TEXT);
        db.importCsv(golden.file(), "t", options);
        List<Row> rows = db.getTable("t").all();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> expected = new HashMap<>(golden.records().get(i));
            expected.replaceAll((name, value) -> kept(golden.schema().get(), name, value));
            assertThat(rows.get(i)).isEqualTo(expected);
        }
        assertThat(rows).hasSameSizeAs(golden.records());
    }

    private static Object kept(Schema schema, String name, Object value) {
        boolean misfit = value instanceof Boolean && schema.type(name) == Long.class;
        return misfit ? (value.equals(true) ? "True" : "False") : value;
    }
}
