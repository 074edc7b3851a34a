package io.dictdb.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.BadValue;
import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.Dsl;
import io.dictdb.Row;
import io.dictdb.Schema;
import io.dictdb.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that mean harm, or were made by accident: the answer is records or a StorageException, and memory stays within bounds. */
class HostileCsvTest {
    private static final CsvOptions DEFAULTS = CsvOptions.defaults();
    private static final List<BadValue> POLICIES = List.of(BadValue.values());

    @TempDir
    Path folder;

    private CsvTables tables;

    @BeforeEach
    void newTables() {
        tables = new CsvTables(folder);
    }

    private static CsvOptions of(Class<?> type) {
        return DEFAULTS.schema(Schema.builder().nullable("v", type).build());
    }

    @Test
    void aHundredThousandColumns() {
        String header = IntStream.range(0, 100_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String text = header + "\n" + "1,".repeat(100_000) + "\n";
        assertThat(tables.rows(text, DEFAULTS).get(0)).hasSize(100_001).containsEntry("c99999", 1L);
        assertThat(tables.rows(text, DEFAULTS.columns("c70000", "c3")).get(0))
                .isEqualTo(Map.of("c70000", 1L, "c3", 1L, "id", 1L));
    }

    @Test
    void aWideHeaderOverShortLines() {
        String text = ",".repeat(99_999) + "\n" + "1\n".repeat(10_000);
        tables.assertRefused(text, DEFAULTS).hasMessageContaining("much shorter than the 100000 columns");
        assertThat(tables.rows(text, DEFAULTS.columns("col_0"))).hasSize(10_000);
    }

    @Test
    void aLineOfCommasAlone() {
        String line = ",".repeat(3_000_000);
        String message = "line 1, column 250001: more than 250000 columns";
        tables.assertRefused(line, DEFAULTS).hasMessageEndingWith(message);
        tables.assertRefused(line, DEFAULTS.header(false)).hasMessageEndingWith(message);
        tables.assertRefused(line, of(Long.class)).hasMessageEndingWith(message);
        assertThat(tables.rows("v\n7" + line + "\n", of(Long.class)).get(0)).containsEntry("v", 7L);
        tables.rows(",".repeat(249_999), DEFAULTS);
    }

    @Test
    void quotesThatAreNeverClosedAndQuotesInTheMiddle() {
        tables.assertRefused("v\n1\n\"2\n3\n", of(Long.class)).hasMessageContaining("line 3, column 1: the quote");
        tables.assertRefused("v\n\"1\"x\n", of(String.class)).hasMessageContaining("line 2, column 1:");
        assertThat(tables.rows("v\na\"b\n", of(String.class)).get(0)).containsEntry("v", "a\"b");
    }

    @Test
    void nulCharactersAreText() {
        assertThat(tables.rows("v\n\0\n", of(String.class)).get(0)).containsEntry("v", "\0");
        assertThat(tables.rows("v\n\0\n", DEFAULTS).get(0)).containsEntry("v", "\0");
        tables.assertRefused("v\n1\0\n", of(Long.class)).hasMessageContaining("line 2, column 1 ('v')");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() {
        assertThat(tables.rows("\uFEFFv\n1\n", of(Long.class)).get(0)).containsEntry("v", 1L);
    }

    @Test
    void bytesOfAnotherCharset() throws IOException {
        Path file = tables.file("v\nx\n");
        Files.write(file, "v\nx\nZürich\n".getBytes(ISO_8859_1));
        try {
            tables.db.importCsv(file, "t", of(String.class));
            throw new AssertionError("it was read");
        } catch (StorageException e) {
            assertThat(e).hasMessageContaining("line 3: bytes that are not UTF-8");
            assertThat(tables.db.listTables()).isEmpty();
        }
    }

    @Test
    void valuesOfMillionsOfCharactersAreRefusedInAFewWords() {
        for (Class<?> type : List.of(Long.class, Double.class, LocalDate.class, Boolean.class)) {
            tables.assertRefused("v\n" + "9".repeat(5_000_000) + "\n", of(type))
                    .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(1_000))
                    .hasMessageContaining("'999")
                    .hasMessageEndingWith("is no " + type.getSimpleName());
        }
        tables.assertRefused("v\n" + "x".repeat(20_000_001) + "\n", of(String.class))
                .hasMessageContaining("line 2, column 1: a cell of more than 20000000 characters");
    }

    @Test
    void listsDeeperThanAnyValue() {
        String bomb = "[".repeat(1_000_000);
        tables.assertRefused("v\n" + bomb + "\n", of(List.class)).hasMessageContaining("is no List");
        List<Row> kept = tables.rows("v\n" + bomb + "\n", of(List.class).onBadValue(BadValue.KEEP_TEXT));
        assertThat(kept.get(0)).containsEntry("v", bomb);
    }

    @Test
    void aSchemaOfNamesThatTheMessageCannotHold() {
        Schema.Builder wide = Schema.builder();
        IntStream.range(0, 1_000).forEach(i -> wide.nullable("x".repeat(1_000) + i, Long.class));
        tables.assertRefused("v\n1\n", DEFAULTS.schema(wide.build()))
                .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(5_000));
    }

    @Test
    void randomBytesGiveRecordsOrAFault() throws IOException {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        Random random = new Random(seed);
        Schema schema = Schema.builder()
                .field("a", Long.class)
                .nullable("b", List.class)
                .field("c", Double.class, 1.5)
                .build();
        for (int i = 0; i < 3_000; i++) {
            CsvOptions options = DEFAULTS.schema(schema)
                    .onBadValue(POLICIES.get(random.nextInt(POLICIES.size())))
                    .skipValidation(random.nextBoolean())
                    .where(Dsl.field("a").ne(7));
            Path file = tables.file("");
            Files.write(file, bytes(random));
            check(file, options, seed);
        }
    }

    private static void check(Path file, CsvOptions options, long seed) {
        DictDB db = DictDB.create();
        try {
            assertThat(db.importCsv(file, "t", options))
                    .isEqualTo(db.getTable("t").count());
        } catch (StorageException expected) {
            assertThat(expected.path()).isEqualTo(file);
            assertThat(db.listTables()).isEmpty();
        } catch (RuntimeException | Error wrong) {
            throw new AssertionError("-Ddictdb.seed=" + seed + ": " + CsvTables.read(file), wrong);
        }
    }

    private static byte[] bytes(Random random) {
        byte[] alphabet = "\"\",,\n\n\r-01.x []{}':\u00C3\u00BC\u00EF".getBytes(ISO_8859_1);
        byte[] bytes = new byte[random.nextInt(60)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = alphabet[random.nextInt(alphabet.length)];
        }
        byte[] header = "a,b,c\n".getBytes(ISO_8859_1);
        System.arraycopy(header, 0, bytes, 0, random.nextInt(4) == 0 ? 0 : Math.min(header.length, bytes.length));
        return bytes;
    }
}
