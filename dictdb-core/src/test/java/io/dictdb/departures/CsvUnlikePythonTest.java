package io.dictdb.departures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.DuplicateKeyException;
import io.dictdb.DuplicateTableException;
import io.dictdb.Row;
import io.dictdb.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The CSV import of the original lost zeros, made records of blank lines and left tables behind when it failed; the export of nothing left the old file. */
class CsvUnlikePythonTest {
    private final DictDB db = DictDB.create();

    @TempDir
    private Path folder;

    @Test
    void aZipCodeKeepsItsZeros() throws IOException {
        List<Row> rows = imported("zip,n\n00501,1\n10001,2\n");
        assertThat(rows).extracting(row -> row.get("zip")).containsExactly("00501", "10001");
        assertThat(rows).extracting(row -> row.get("n")).containsExactly(1L, 2L);
    }

    @Test
    void aBlankLineIsNoRecord() throws IOException {
        assertThat(imported("id,v\n1,a\n\n2,b\n\n"))
                .extracting(row -> row.get("id"))
                .containsExactly(1L, 2L);
    }

    @Test
    void aFailedImportLeavesNoTable() throws IOException {
        assertThatThrownBy(() -> imported("id,v\n1,a\n1,b\n")).isInstanceOf(DuplicateKeyException.class);
        assertThat(db.listTables()).isEmpty();
        Path missing = folder.resolve("missing.csv");
        assertThatThrownBy(() -> db.importCsv(missing, "t", CsvOptions.defaults()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("missing.csv");
        assertThat(db.listTables()).isEmpty();
        assertThat(imported("id,v\n1,a\n")).hasSize(1);
    }

    @Test
    void anImportDoesNotTouchATableThatIsThere() throws IOException {
        db.createTable("t").insert(Map.of("v", 1));
        assertThatThrownBy(() -> imported("id,v\n1,a\n")).isInstanceOf(DuplicateTableException.class);
        assertThat(db.getTable("t").all()).extracting(row -> row.get("v")).containsExactly(1L);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        assertThat(imported("\uFEFFid,v\n1,a\n").get(0)).containsOnlyKeys("id", "v");
    }

    @Test
    void whatIsNoNumberStaysAsItStands() throws IOException {
        List<Row> rows = imported("a,b,c\n+1,1_000, 2\n1,2,3\n");
        assertThat(rows.get(0))
                .containsEntry("a", "+1")
                .containsEntry("b", "1_000")
                .containsEntry("c", " 2");
    }

    @Test
    void exportingNothingReplacesTheOldFile() throws IOException {
        Path file = Files.writeString(folder.resolve("out.csv"), "id,v\n1,old\n");
        assertThat(db.createTable("t").exportCsv(file, CsvOptions.defaults())).isZero();
        assertThat(Files.readString(file)).isEqualTo("id\r\n");
    }

    private List<Row> imported(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), text);
        int count = db.importCsv(file, "t", CsvOptions.defaults());
        assertThat(db.getTable("t").count()).isEqualTo(count);
        return db.getTable("t").all();
    }
}
