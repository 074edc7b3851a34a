package io.dictdb.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
}
