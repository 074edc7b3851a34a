package io.dictdb.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.LoadOptions;
import io.dictdb.Table;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* How files are recognised, which limits hold, and what is peculiar to Python's values. */
class ReadingTest {
    private static final Path FILES = Path.of("src/test/resources/protocols");

    @TempDir
    Path directory;

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("db.pickle"), content);
    }

    private static Pickle table() {
        return Pickle.protocol(4).database().table("t", "id");
    }

    private DictDB loaded(Pickle pickle) throws IOException {
        return DictDB.load(file(pickle.tableEnds().databaseEnds()));
    }

    private static Pickle record(int key, Pickle open) {
        return open.raw('K', key, '}').text("id").raw('K', key, 's').text("v");
    }

    @Test
    void contentTellsProtocolsTwoToFiveAndTheExtensionTheOthers() throws IOException {
        for (int protocol = 0; protocol <= 5; protocol++) {
            Path pickle = FILES.resolve("plain." + protocol + ".pickle");
            Path other = Files.copy(pickle, directory.resolve("plain" + protocol + ".bin"));
            assertThat(DictDB.load(other, FileFormat.of("pickle")).listTables()).hasSize(4);
            if (protocol >= 2) {
                assertThat(DictDB.load(other).listTables()).hasSize(4);
            } else {
                assertThatThrownBy(() -> DictDB.load(other)).hasMessageContaining("not a file of a format");
            }
        }
    }

    @Test
    void compressedOnesToo() throws IOException {
        Path file = directory.resolve("db.pkl.gz");
        DictDB db = Everything.create();
        db.save(file);
        Golden.requireSame(DictDB.load(file), db);
        assertThat(Files.readAllBytes(file)).startsWith(0x1f, 0x8b);
    }

    @Test
    void limitsHold() {
        Path file = FILES.resolve("plain.4.pickle");
        LoadOptions all = LoadOptions.defaults();
        assertThatThrownBy(() -> DictDB.load(file, all.maxDepth(2))).hasMessageContaining("nested deeper than 2");
        assertThatThrownBy(() -> DictDB.load(file, all.maxDigits(30)))
                .hasMessageContaining("a number of more digits than 30");
        assertThatThrownBy(() -> DictDB.load(file, all.maxStringLength(299)))
                .hasMessageContaining("a string longer than 299");
        assertThatThrownBy(() -> DictDB.load(file, all.maxRecords(1_000)))
                .hasMessageContaining("more records than 1000");
        assertThat(DictDB.load(
                                file,
                                all.maxDepth(4)
                                        .maxDigits(634)
                                        .maxStringLength(400)
                                        .maxRecords(2_000))
                        .listTables())
                .hasSize(4);
    }

    @Test
    void whatExceedsALimitIsNamed() throws IOException {
        record Case(Pickle value, LoadOptions options, String message) {}
        LoadOptions all = LoadOptions.defaults();
        for (Case c : List.of(
                new Case(
                        record(1, table()).ascii("L" + "9".repeat(1_001) + "L\n"),
                        all,
                        "a number of more digits than 1000"),
                new Case(
                        record(1, table()).ascii("I-" + "9".repeat(100_000) + "\n"),
                        all,
                        "a number of more digits than 1000"),
                new Case(
                        record(1, table()).i4(0x8b, 100_000).bytes(new byte[100_000]),
                        all,
                        "a number of more digits than 1000"),
                new Case(record(1, table()).text("x".repeat(31)), all.maxStringLength(30), "a string longer than 30"),
                new Case(
                        record(1, table()).text("x".repeat(100_000)),
                        all.maxStringLength(30),
                        "a string longer than 30"),
                new Case(
                        record(1, table()).ascii("V" + "x".repeat(1_000) + "\n"),
                        all.maxStringLength(30),
                        "a string longer than 30"),
                new Case(
                        record(1, table()).i4('B', 31).bytes(new byte[31]),
                        all.maxStringLength(30),
                        "more bytes than 30"))) {
            Path file = file(c.value().raw('s').tableEnds().databaseEnds());
            assertThatThrownBy(() -> DictDB.load(file, c.options()))
                    .hasMessage(file + " cannot be loaded: table 't', record 1, field 'v': " + c.message());
        }
    }

    @Test
    void theLimitOfDepthCountsWhatIsInARecord() throws IOException {
        for (int depth : new int[] {499, 500}) {
            Pickle deep = record(1, table()).ascii("]".repeat(depth)).ascii("a".repeat(depth - 1));
            assertThat(loaded(deep.raw('s')).getTable("t").count()).isEqualTo(1);
        }
        Pickle deeper = record(1, table()).ascii("]".repeat(501)).ascii("a".repeat(500));
        assertThatThrownBy(() -> loaded(deeper.raw('s')))
                .hasMessageEndingWith("table 't', record 1, field 'v': nested deeper than 500");
    }

    @Test
    void sharedValuesBecomeValuesOfTheirOwn() throws IOException {
        Pickle shared = record(1, table()).raw(']', 'q', 1, 'K', 7, 'a', 's');
        Table table = loaded(record(2, shared).raw('h', 1, 's')).getTable("t");
        assertThat(table.all()).extracting(row -> row.get("v")).containsExactly(List.of(7L), List.of(7L));
    }

    @Test
    void sharingAsPythonDoesItStaysWithinTheBudget() throws IOException {
        Pickle pickle = table();
        record(1, pickle).ascii("](" + "K\7".repeat(100) + "e").raw('q', 1, 's');
        for (int i = 2; i < 250; i++) {
            record(i, pickle).raw('h', 1, 's');
        }
        assertThat(loaded(pickle).getTable("t").count()).isEqualTo(249);
    }

    @Test
    void keysAreComparedAsPythonComparesThem() throws IOException {
        Pickle pickle = table();
        pickle.raw('K', 1, '}').text("id").raw(0x88, 's');
        pickle.raw('G', 0x40, 0, 0, 0, 0, 0, 0, 0, '}').text("id").raw('K', 2, 's');
        pickle.ascii("I00\n}").text("id").ascii("F0.0\ns");
        assertThat(loaded(pickle).getTable("t").all())
                .extracting(row -> row.get("id"))
                .containsExactly(true, 2L, 0.0);
    }

    @Test
    void theCounterIsThatOfTheFile() throws IOException {
        for (String next : List.of("500", "1", "0", "-7", "99999999999999999999")) {
            Pickle pickle = Pickle.protocol(2).database().text("t").object("dictdb.core.table", "Table");
            pickle.text("table_name")
                    .text("t")
                    .text("primary_key")
                    .text("id")
                    .text("records")
                    .raw('}');
            pickle.text("_next_pk").ascii("L" + next + "L\n").raw('u', 'b');
            BigInteger expected = new BigInteger(next).max(BigInteger.ONE);
            Object key = DictDB.load(file(pickle.databaseEnds())).getTable("t").insert(Map.of());
            assertThat(String.valueOf(key)).isEqualTo(expected.toString());
        }
    }

    @Test
    void whatIsSoundButHasNoPlaceHereIsNotCalledDamage() throws IOException {
        Path file = file(record(1, table()).raw(0x8f, 's').tableEnds().databaseEnds());
        assertThatThrownBy(() -> DictDB.load(file))
                .hasMessage(file
                        + " cannot be loaded: table 't', record 1, field 'v': a set, which tables have no value for; "
                        + "LoadOptions.setsAsLists(true) makes it a list");
    }
}
