package io.dictdb.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.Condition;
import io.dictdb.DictDB;
import io.dictdb.Dsl;
import io.dictdb.FileFormat;
import io.dictdb.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/* What was saved comes back as it was, in every format that keeps everything. */
class RoundTripTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"db.json", "db.ddb", "db.JSON", "db.json.gz", "db.ddb.gz"})
    void everythingComesBack(String name) {
        DictDB db = Everything.create();
        Path file = directory.resolve(name);
        db.save(file);
        DictDB loaded = DictDB.load(file);
        Same.require(loaded, db);
        assertThat(Same.nextKey(loaded, "values")).isEqualTo(1_001L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "image"})
    void theFormatNeedsNoExtension(String format) {
        DictDB db = Everything.create();
        Path file = directory.resolve("file");
        db.save(file, FileFormat.of(format));
        Same.require(DictDB.load(file), db);
        Same.require(DictDB.load(file, FileFormat.of(format)), db);
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.json", "db.ddb"})
    void manyPagesWithGapsAndManyShapes(String name) {
        DictDB db = DictDB.create();
        Table table = db.createTable("t");
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            records.add(
                    i % 700 == 0 ? Map.of("odd" + i, i) : Map.of("n", i, "d", i / 7.0, "s", "s" + i % 5, "t", "t" + i));
        }
        table.insert(records);
        table.createIndex("s");
        table.delete(Dsl.field("n").between(300, 1_000).or(Dsl.field("n").in(1, 3, 4_999)));
        table.update(Map.of("n", "text", "new", 1), Dsl.field("n").in(2_000, 2_001));
        Path file = directory.resolve(name);
        db.save(file);
        DictDB loaded = DictDB.load(file);
        Same.require(loaded, db);
        Table again = loaded.getTable("t");
        assertThat(again.insert(Map.of("n", 1))).isEqualTo(5_001L);
        assertThat(again.update(Map.of("d", 0), Dsl.field("s").eq("s1")))
                .isEqualTo(table.update(Map.of("d", 0), Dsl.field("s").eq("s1")));
        table.insert(Map.of("n", 1));
        Same.require(loaded, db);
    }

    /* An image keeps one number for a page of equal ones, and so does what is loaded from it, until they are changed. */
    @ParameterizedTest
    @ValueSource(strings = {"db.json", "db.ddb"})
    void numbersThatAreTheSameInAllRecords(String name) throws IOException {
        DictDB db = DictDB.create();
        Table table = db.createTable("t");
        for (int i = 0; i < 700; i++) {
            table.insert(Map.of("one", 1, "least", Long.MIN_VALUE, "half", i < 600 ? 7 : i));
        }
        Path file = directory.resolve(name);
        db.save(file);
        DictDB loaded = DictDB.load(file);
        Same.require(loaded, db);
        Path again = directory.resolve("again-" + name);
        loaded.save(again);
        assertThat(Files.size(again)).isEqualTo(Files.size(file));
        assertThat(numbers(loaded.getTable("t"))).isEqualTo(numbers(table)).contains(700L);
        change(table);
        change(loaded.getTable("t"));
        Same.require(loaded, db);
        assertThat(numbers(loaded.getTable("t"))).isEqualTo(numbers(table));
    }

    private static List<Object> numbers(Table table) {
        Condition small = Dsl.field("half").lt(650);
        Object sum = table.aggregate(Dsl.sum("one"))
                .list()
                .get(0)
                .values()
                .iterator()
                .next();
        return List.of(
                sum,
                table.select(small).list().size(),
                table.select(Dsl.field("least").lt(0)).list().size());
    }

    private static void change(Table table) {
        table.insert(Map.of("one", "text", "least", 1, "new", 5)); // behind the loaded ones of the last page
        table.insert(Map.of("one", 1));
        table.update(Map.of("one", 2), Dsl.field("id").in(3, 300, 690));
        table.update(Map.of("least", 1.5), Dsl.field("id").eq(5));
        table.delete(Dsl.field("id").between(10, 200).or(Dsl.field("id").eq(698)));
        table.update(Map.of("half", 0), Dsl.field("id").between(400, 420));
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.json", "db.ddb"})
    void valuesLargerThanAFrame(String name) {
        DictDB db = DictDB.create();
        Table table = db.createTable("t");
        table.insert(Map.of("v", "\u20ac".repeat(1_500_000)));
        table.insert(Map.of("v", "e".repeat(3_000_000)));
        table.insert(Map.of("v", new byte[2_500_000]));
        Path file = directory.resolve(name);
        db.save(file);
        Same.require(DictDB.load(file), db);
    }
}
