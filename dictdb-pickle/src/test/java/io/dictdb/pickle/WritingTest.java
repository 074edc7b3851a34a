package io.dictdb.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.Schema;
import io.dictdb.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* What is saved as a pickle: all that Python DictDB has values for, in the form in which it writes them, and nothing else. */
class WritingTest {
    @TempDir
    Path directory;

    private byte[] saved(DictDB db) throws IOException {
        Path file = directory.resolve("db.pickle");
        db.save(file);
        return Files.readAllBytes(file);
    }

    @Test
    void everythingComesBack() throws IOException {
        DictDB db = Everything.create();
        byte[] pickle = saved(db);
        Opinions.require(pickle, db);
        DictDB loaded = DictDB.load(directory.resolve("db.pickle"));
        Golden.requireSame(loaded, db);
        assertThat(loaded.getTable("values").insert(Map.of()))
                .isEqualTo(BigInteger.TWO.pow(70).add(BigInteger.ONE));
    }

    @Test
    void theSameDatabaseGivesTheSameBytes() throws IOException {
        assertThat(saved(Everything.create())).isEqualTo(saved(Everything.create()));
    }

    @Test
    void batchesOfAThousand() throws IOException {
        DictDB db = DictDB.create();
        Table table = db.createTable("t");
        for (int i = 0; i < 2_001; i++) {
            table.insert(Map.of());
        }
        Map<String, Object> wide = new LinkedHashMap<>();
        for (int i = 0; i < 2_500; i++) {
            wide.put("field " + i, i);
        }
        wide.put("list", new java.util.ArrayList<>(wide.values()));
        wide.put("map", new LinkedHashMap<>(wide));
        table.insert(wide);
        Opinions.require(saved(db), db);
        Golden.requireSame(DictDB.load(directory.resolve("db.pickle")), db);
    }

    @Test
    void longStringsAndManyNames() throws IOException {
        DictDB db = DictDB.create();
        Table table = db.createTable("t");
        Map<String, Object> wide = new LinkedHashMap<>();
        for (int i = 0; i < 70_000; i++) {
            wide.put("name " + i, i);
        }
        table.insert(List.of(wide, wide));
        for (String unit : List.of("x", "\u20ac", "\ud83d\ude00", "a\ud83d\ude00")) {
            table.insert(Map.of("text", unit.repeat(100_000), "bytes", new byte[200_000]));
        }
        saved(db);
        Golden.requireSame(DictDB.load(directory.resolve("db.pickle")), db);
    }

    @Test
    void valuesThatPythonLacksAreRefused() {
        for (Object value : List.of(new BigDecimal("1.5"), LocalDate.EPOCH, Instant.EPOCH, new UUID(1, 2))) {
            DictDB db = DictDB.create();
            db.createTable("t").insert(Map.of("name", 1));
            db.getTable("t").insert(Map.of("when", List.of(Map.of("in", value))));
            refused(
                    db,
                    "table 't', record 2, field 'when': a pickle has no "
                            + value.getClass().getSimpleName());
            DictDB keyed = DictDB.create();
            keyed.createTable("t").insert(Map.of("id", value));
            refused(
                    keyed,
                    "table 't', record " + value + ", its key: a pickle has no "
                            + value.getClass().getSimpleName());
        }
    }

    private void refused(DictDB db, String message) {
        Path file = directory.resolve("refused.pickle");
        assertThatThrownBy(() -> db.save(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
        assertThat(file).doesNotExist();
    }

    @Test
    void typesThatPythonLacksAreRefused() {
        for (Class<?> type : List.of(BigDecimal.class, LocalDate.class, UUID.class, byte[].class)) {
            DictDB db = DictDB.create();
            db.createTable("t", "id", Schema.builder().nullable("x", type).build());
            refused(db, "table 't', schema, field 'x': a pickle has no type for " + type.getSimpleName());
        }
    }

    @Test
    void keysThatPythonTakesForOneAreRefused() {
        DictDB db = DictDB.create();
        db.createTable("t").insert(List.of(Map.of("id", 1), Map.of("id", 2), Map.of("id", true)));
        refused(db, "table 't', record true, its key is for Python the same as 1");
        DictDB zero = DictDB.create();
        zero.createTable("t").insert(List.of(Map.of("id", false), Map.of("id", -0.0)));
        refused(zero, "table 't', record -0.0, its key is for Python the same as false");
    }

    @Test
    void whatASchemaSaysOfNullsAndDefaultsIsNotKept() throws IOException {
        DictDB db = DictDB.create();
        db.createTable(
                "t",
                "id",
                Schema.builder()
                        .nullable("a", String.class)
                        .field("b", Long.class, 7)
                        .build());
        saved(db);
        Schema schema = DictDB.load(directory.resolve("db.pickle"))
                .getTable("t")
                .schema()
                .orElseThrow();
        assertThat(schema.fields()).containsExactly("a", "b", "id");
        assertThat(schema.isNullable("a")).isFalse();
        assertThat(schema.defaultValue("b")).isEmpty();
    }
}
