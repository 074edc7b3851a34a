package io.dictdb.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDB;
import io.dictdb.LoadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/* What Python DictDB wrote is loaded as it was, field by field, and again after it has been saved here. Another folder of such files is taken by -Dgolden.dir.
 * Where the note in expected.json speaks of tuples, the file holds values that tables lack; its records are tried one by one. */
class GoldenPicklesTest {
    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> picklesOfTheOriginal() throws IOException {
        List<Path> folders = Golden.folders("full.pickle");
        assertThat(folders).isNotEmpty();
        return folders.stream().map(folder -> dynamicTest(folder.getFileName().toString(), () -> full(folder)));
    }

    private void full(Path folder) throws IOException {
        Map<String, Object> expected = Golden.expected(folder);
        Path file = folder.resolve("full.pickle");
        if (String.valueOf(expected.get("note")).contains("$tuple")) {
            refused(file);
            recordByRecord(Golden.map(expected.get("tables")));
            return;
        }
        DictDB db = DictDB.load(file);
        Golden.require(db, expected.get("tables"), true);
        again(db, expected.get("tables"), true);
    }

    private void again(DictDB db, Object tables, boolean ordered) throws IOException {
        Path copy = directory.resolve("copy.pkl");
        db.save(copy);
        Golden.require(DictDB.load(copy), tables, ordered);
        Opinions.require(Files.readAllBytes(copy), db);
    }

    private static void refused(Path file) {
        assertThatThrownBy(() -> DictDB.load(file))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("table 'users', record 4, field 'value': a set");
        assertThatThrownBy(() -> DictDB.load(file, LoadOptions.defaults().setsAsLists(true)))
                .hasMessageContaining("table 'users', record 9, field 'value': a dict with the key 1");
    }

    private void recordByRecord(Map<String, Object> tables) throws IOException {
        for (String name : tables.keySet()) {
            Map<String, Object> table = Golden.map(tables.get(name));
            for (Object record : Golden.list(table.get("records"))) {
                new Single(name, (String) table.get("primary_key"), Golden.map(record)).check(directory);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> fullBackupsOfTheOriginal() throws IOException {
        return Golden.folders("backups").stream()
                .flatMap(GoldenPicklesTest::points)
                .filter(point -> point.file().toString().endsWith(".pickle"))
                .map(point -> dynamicTest(point.file().getFileName().toString(), () -> backup(point)));
    }

    private record Point(Path file, Object tables) {}

    private static Stream<Point> points(Path folder) {
        try {
            return Golden.list(Golden.expected(folder).get("points")).stream()
                    .map(Golden::map)
                    .filter(point -> Golden.list(point.get("deltas")).isEmpty())
                    .map(point -> new Point(
                            folder.resolve("backups").resolve((String) point.get("full")), point.get("tables")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void backup(Point point) throws IOException {
        DictDB db = DictDB.load(point.file());
        Golden.require(db, point.tables(), false);
        again(db, point.tables(), false);
    }
}
