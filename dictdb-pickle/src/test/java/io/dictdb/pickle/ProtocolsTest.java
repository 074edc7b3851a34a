package io.dictdb.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.LoadOptions;
import io.dictdb.Row;
import io.dictdb.Table;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/* The same databases as Python's own pickle module writes them in each protocol; "optimized" ones went through pickletools.optimize, which renumbers the memo. */
class ProtocolsTest {
    private static final Path FOLDER = Path.of("src/test/resources/protocols");

    @TempDir
    Path directory;

    static Stream<String> plain() {
        return Stream.concat(
                IntStream.rangeClosed(0, 5).mapToObj(protocol -> "plain." + protocol + ".pickle"),
                Stream.of(0, 2, 4).map(protocol -> "optimized." + protocol + ".pickle"));
    }

    private static List<Object> values() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        List<Object> same = List.of("same", 1L);
        return Arrays.asList(
                null,
                true,
                false,
                0L,
                1L,
                255L,
                256L,
                65_535L,
                65_536L,
                -1L,
                -129L,
                (long) Integer.MAX_VALUE,
                (long) Integer.MIN_VALUE,
                1L << 31,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                BigInteger.TWO.pow(63),
                BigInteger.TWO.pow(70),
                BigInteger.TWO.pow(70).negate(),
                BigInteger.TWO.pow(2_100),
                0.0,
                -0.0,
                1.5,
                1e300,
                Double.MIN_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.NaN,
                "",
                "text",
                "caf\u00e9 \u20ac \ud83d\ude00",
                "\\u0041\\ \n\r\0\u001a'\"\\",
                "half \ud800",
                "x".repeat(300),
                "\u20ac".repeat(300),
                new byte[0],
                new byte[] {0, -1, 'p', 'u', 'b'},
                all,
                "ab".repeat(200).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                List.of(),
                List.of(1L),
                List.of(1L, 2L),
                List.of(1L, 2L, 3L),
                List.of(1L, 2L, 3L, Arrays.asList("a", null)),
                List.of(),
                List.of(1L, List.of(2L, List.of())),
                Map.of(),
                Map.of("a", 1L, "b", Map.of("c", Arrays.asList((Object) null))),
                List.of(same, same),
                "int",
                List.of("str", "dict"));
    }

    @ParameterizedTest
    @MethodSource("plain")
    void everyProtocolIsRead(String name) {
        DictDB db = DictDB.load(FOLDER.resolve(name));
        assertThat(db.listTables()).containsExactly("values", "typed", "empty", "many");
        List<Object> values = values();
        Table table = db.getTable("values");
        for (int i = 0; i < values.size(); i++) {
            assertThat(table.get(i + 1).orElseThrow().get("value"))
                    .as("value %d", i)
                    .isEqualTo(values.get(i));
        }
        assertThat(table.insert(Map.of())).isEqualTo(100L);
        assertThat(db.getTable("typed").schemaFields()).containsExactly("code", "n", "f", "b", "l", "d");
        assertThat(db.getTable("many").all())
                .extracting(Row::toMap)
                .last()
                .isEqualTo(Map.of("id", 1101L, "name", "n1101"));
        assertThat(db.getTable("many").select("id").list())
                .extracting(row -> row.getInt("id"))
                .isSorted();
    }

    @ParameterizedTest
    @MethodSource("plain")
    void everyProtocolIsWrittenAsTheFourth(String name) throws IOException {
        DictDB db = DictDB.load(FOLDER.resolve(name));
        Path copy = directory.resolve("copy.pickle");
        db.save(copy);
        Golden.requireSame(DictDB.load(copy), db);
        Opinions.require(Files.readAllBytes(copy), db);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void setsAreListsWhenAsked(int protocol) {
        Path file = FOLDER.resolve("sets." + protocol + ".pickle");
        assertThatThrownBy(() -> DictDB.load(file))
                .hasMessageContaining("table 'sets', record 1, field 'value': a set, which tables have no value for");
        DictDB db = DictDB.load(file, LoadOptions.defaults().setsAsLists(true));
        List<Object> read = new ArrayList<>();
        db.getTable("sets").all().forEach(row -> read.add(row.get("value")));
        assertThat(read)
                .containsExactly(
                        List.of(),
                        List.of(7L),
                        List.of(),
                        List.of("x"),
                        List.of(List.of(List.of(1L, 2L))),
                        List.of(List.of(1L)));
    }
}
