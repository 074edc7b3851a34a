package io.dictdb.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.LoadOptions;
import io.dictdb.Table;
import io.dictdb.UnsupportedFormatException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
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

    /* As python3 writes them, protocols 0 to 5. */
    @Test
    void valuesOfOtherClassesAreNamed() throws IOException {
        record Case(String pickle, String name) {}
        for (Case c : List.of(
                new Case("cdatetime\ndate\n(c_codecs\nencode\n(V\u0007\u00e4\1\2\nVlatin1\ntRtR", "datetime.date"),
                new Case("\u008c\10datetime\u008c\4date\u0093C\4\7\u00e4\1\2\u0085R", "datetime.date"),
                new Case("cdecimal\nDecimal\n\u008c\0031.5\u0085R", "decimal.Decimal"),
                new Case("c__builtin__\ncomplex\n(F1.0\nF2.0\ntR", "__builtin__.complex"),
                new Case("ccollections\nOrderedDict\n)R\u008c\1aK\1s", "collections.OrderedDict"),
                new Case("ccollections\ndeque\n)R(K\1K\2e", "collections.deque"),
                new Case(
                        "ccopy_reg\n_reconstructor\n(cuuid\nUUID\nc__builtin__\nobject\nNtR(dVint\nI5\nsb",
                        "uuid.UUID"),
                new Case("ccopy_reg\n_reconstructor\n(capp\nL\nc__builtin__\nlist\n(lI1\natR", "app.L"),
                new Case("cuuid\nUUID\n)\u0081}\u008c\3intK\5sb", "uuid.UUID"),
                new Case("capp\nSet\n]K\1a\u0085R(K\1\u0090}b", "app.Set"),
                new Case("capp\nC\n)}\u0092", "app.C"),
                new Case("cbuiltins\nlen\n", "builtins.len"),
                new Case("](K\1}\u008c\1acdatetime\ndate\n)Rse", "datetime.date"))) {
            Path file = file(
                    record(1, table()).ascii(c.pickle()).raw('s').tableEnds().databaseEnds());
            assertThatThrownBy(() -> DictDB.load(file))
                    .isInstanceOf(CorruptFileException.class)
                    .hasMessage(file + " cannot be loaded: table 't', record 1, field 'v': a " + c.name()
                            + ", which tables have no value for");
        }
    }

    @Test
    void aKeyOfAnotherClassIsNamed() throws IOException {
        Pickle inside = record(1, table()).ascii("}cdatetime\ndate\n)RNss");
        assertThatThrownBy(() -> loaded(inside))
                .hasMessageContaining("table 't', record 1, field 'v': a dict with the key a datetime.date");
        Pickle key = table().ascii("cdatetime\ndate\n)R}");
        assertThatThrownBy(() -> loaded(key))
                .hasMessageContaining(
                        "table 't', record a datetime.date, its key: a datetime.date identifies no record");
    }

    /* As python3 writes them, protocols 0 to 5, and as it did before 3.8. */
    @Test
    void bytearraysAreBytesInEachProtocol() throws IOException {
        byte[] bytes = {'a', 'b', -1};
        for (String array : List.of(
                "c__builtin__\nbytearray\np0\n(c_codecs\nencode\np1\n(Vab\u00ff\np2\nVlatin1\np3\ntp4\nRp5\ntp6\nRp7\n",
                "c__builtin__\nbytearray\nc_codecs\nencode\nX\4\0\0\0ab\u00c3\u00bfX\6\0\0\0latin1\u0086R\u0085R",
                "c__builtin__\nbytearray\n(Vab\u00ff\nVlatin-1\ntR",
                "cbuiltins\nbytearray\nC\3ab\u00ff\u0085R",
                "\u008c\10builtins\u008c\11bytearray\u0093C\3ab\u00ff\u0085R",
                "\u0096\3\0\0\0\0\0\0\0ab\u00ff")) {
            Table table = loaded(record(1, table()).ascii(array).raw('s')).getTable("t");
            assertThat(table.all()).extracting(row -> row.get("v")).containsExactly((Object) bytes);
        }
        Pickle empty = record(1, table()).ascii("c__builtin__\nbytearray\n)Rs");
        assertThat(loaded(empty).getTable("t").all())
                .extracting(row -> row.get("v"))
                .containsExactly((Object) new byte[0]);
    }

    @Test
    void manySmallContainersAreNoHarm() throws IOException {
        int many = 200_000; // more than are free
        for (String one : List.of("}", "}\u0094", "]", "]\u0094", ")", "]Na", "}h\0Ns", "N\u0085", "(t")) {
            Pickle pickle = record(1, table().text("x").raw(0x94, '0')).ascii("](" + one.repeat(many) + "es");
            Object value = loaded(pickle).getTable("t").get(1).orElseThrow().get("v");
            assertThat(value)
                    .as(one)
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .hasSize(many);
        }
    }

    @Test
    void anEmptyContainerThatIsRememberedStaysTheSame() throws IOException {
        Pickle pickle = record(1, table()).ascii("](}}\u0094\u008c\1aK\1s]]q\5K\2a)eh\5K\3a0s");
        Table table = loaded(pickle).getTable("t");
        assertThat(table.get(1).orElseThrow().get("v"))
                .isEqualTo(List.of(Map.of(), Map.of("a", 1L), List.of(), List.of(2L, 3L), List.of()));
    }

    @Test
    void aProtocolThatIsTooNewIsToldFromTheContentToo() throws IOException {
        for (int protocol : new int[] {6, 127, 128, 255}) {
            Path file = Files.write(
                    directory.resolve("new.bin"),
                    Pickle.protocol(protocol).database().databaseEnds());
            assertThatThrownBy(() -> DictDB.load(file)).isInstanceOfSatisfying(UnsupportedFormatException.class, e -> {
                assertThat(e.version()).isEqualTo(protocol);
                assertThat(e.reason()).isEqualTo(UnsupportedFormatException.Reason.TOO_NEW);
            });
        }
    }

    @Test
    void whatNoFormatKnowsIsToldWithoutAdviceToAddWhatIsThere() throws IOException {
        for (byte[] content : new byte[][] {{(byte) 0x80}, {(byte) 0x80, 1}}) {
            Path file = Files.write(directory.resolve("old.bin"), content);
            assertThatThrownBy(() -> DictDB.load(file))
                    .hasMessage(file + " is not a file of a format that is known here");
        }
    }
}
