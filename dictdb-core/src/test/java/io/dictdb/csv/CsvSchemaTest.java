package io.dictdb.csv;

import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.matching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dictdb.BadValue;
import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.DuplicateKeyException;
import io.dictdb.Row;
import io.dictdb.Schema;
import io.dictdb.SchemaValidationException;
import io.dictdb.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An import with a schema: what each class reads, what is done about a value that does not fit, and about columns. */
class CsvSchemaTest {
    private static final Schema PEOPLE = Schema.builder()
            .field("name", String.class)
            .field("age", Long.class)
            .nullable("height", Double.class)
            .field("active", Boolean.class, false)
            .build();
    private static final CsvOptions OPTIONS = CsvOptions.defaults().schema(PEOPLE);

    @TempDir
    Path folder;

    private CsvTables tables;

    @BeforeEach
    void newTables() {
        tables = new CsvTables(folder);
    }

    private @Nullable Object cell(Class<?> type, String text) {
        CsvOptions options = CsvOptions.defaults()
                .schema(Schema.builder().nullable("v", type).build());
        return tables.rows("v\n\"" + text.replace("\"", "\"\"") + "\"\n", options)
                .get(0)
                .get("v");
    }

    private void assertMisfit(Class<?> type, String text) {
        CsvOptions options = CsvOptions.defaults()
                .schema(Schema.builder().nullable("v", type).build());
        tables.assertRefused("v\n\n\"" + text + "\"\n", options)
                .hasMessageEndingWith("line 3, column 1 ('v'): '" + text + "' is no " + type.getSimpleName());
    }

    @Test
    void aRecordAndTheTablesSchema() {
        List<Row> rows = tables.rows("name,age,height,active\nAda,36,1.65,yes\n007,7,,\n", OPTIONS);
        assertThat(rows)
                .containsExactly(
                        row("name", "Ada", "age", 36L, "height", 1.65, "active", true, "id", 1L),
                        row("name", "007", "age", 7L, "height", null, "active", false, "id", 2L));
        Table table = tables.db.getTable("t0");
        assertThat(table.schema()).isPresent();
        assertThat(table.columns()).containsExactly("name", "age", "height", "active", "id");
        assertThatThrownBy(() -> table.insert(Map.of("name", "x", "age", "old")))
                .isInstanceOf(SchemaValidationException.class);
    }

    private static Row row(Object... namesAndValues) {
        List<Object> all = Arrays.asList(namesAndValues);
        DictDB db = DictDB.create();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i += 2) {
            map.put((String) all.get(i), all.get(i + 1));
        }
        db.createTable("r").insert(map);
        return db.getTable("r").all().get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "TRUE", "yes", "Yes", "1", " true "})
    void trueInAllItsSpellings(String text) {
        assertThat(cell(Boolean.class, text)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "False", "no", "NO", "0"})
    void falseInAllItsSpellings(String text) {
        assertThat(cell(Boolean.class, text)).isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource({"7,7", "007,7", "+7,7", "-0,0", "' -12 ',-12", "9223372036854775807,9223372036854775807"})
    void integers(String text, long n) {
        assertThat(cell(Integer.class, text)).isEqualTo(n);
    }

    @Test
    void integersOfAnySize() {
        BigInteger big = new BigInteger("-1180591620717411303424");
        assertThat(cell(Long.class, big.toString())).isEqualTo(big);
        assertThat(cell(Long.class, "9".repeat(1_000))).isEqualTo(new BigInteger("9".repeat(1_000)));
        assertThat(cell(Long.class, "9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
    }

    @ParameterizedTest
    @CsvSource({
        "1,1.0",
        "1.,1.0",
        ".5,0.5",
        "1e+300,1e300",
        "1E-5,1e-5",
        "5e-324,4.9e-324",
        "inf,Infinity",
        "-inf,-Infinity",
        "Infinity,Infinity",
        "-Infinity,-Infinity",
        "nan,NaN",
        "NaN,NaN",
        "-0.0,-0.0",
        "+2.5,2.5",
        "1.0E10,1e10"
    })
    void doubles(String text, double d) {
        assertThat(cell(Float.class, text)).isEqualTo(d);
    }

    @Test
    void otherClasses() {
        assertThat(cell(BigDecimal.class, "1.50")).isEqualTo(new BigDecimal("1.50"));
        assertThat(cell(BigDecimal.class, "1E+3")).isEqualTo(new BigDecimal("1E+3"));
        assertThat(cell(LocalDate.class, "2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(cell(LocalDate.class, LocalDate.MIN.toString())).isEqualTo(LocalDate.MIN);
        assertThat(cell(LocalTime.class, "07:05")).isEqualTo(LocalTime.of(7, 5));
        assertThat(cell(LocalDateTime.class, LocalDateTime.MAX.toString())).isEqualTo(LocalDateTime.MAX);
        assertThat(cell(Instant.class, Instant.MAX.toString())).isEqualTo(Instant.MAX);
        assertThat(cell(Instant.class, Instant.MIN.toString())).isEqualTo(Instant.MIN);
        assertThat(cell(UUID.class, new UUID(7, -7).toString())).isEqualTo(new UUID(7, -7));
        assertThat(cell(byte[].class, "AP8=")).isEqualTo(new byte[] {0, -1});
        assertThat(cell(List.class, "[1, {'a': None}]")).isEqualTo(List.of(1L, Collections.singletonMap("a", null)));
        assertThat(cell(Map.class, "{\"a\": [true]}")).isEqualTo(Map.of("a", List.of(true)));
        assertThat(cell(String.class, " 007 ")).isEqualTo(" 007 ");
    }

    @Test
    void whatIsOfNoSuchClassIsRefusedWithItsPlace() {
        for (String text : List.of("x", "1.0", "1_000", "1 2", "٣", "1e3", "--1")) {
            assertMisfit(Long.class, text);
        }
        for (String text : List.of("x", "1,5", "1e", "e5", ".", "1e999", "-1e999", "0x1p3", "1.0f", "infinit", "٣")) {
            assertMisfit(Double.class, text);
        }
        for (String text : List.of("x", "2", "t", "on", "truefalse")) {
            assertMisfit(Boolean.class, text);
        }
        assertMisfit(BigDecimal.class, "nan");
        assertMisfit(LocalDate.class, "2023-02-29");
        assertMisfit(LocalTime.class, "24:00");
        assertMisfit(LocalDateTime.class, "2024-02-29");
        assertMisfit(Instant.class, "2024-02-29T00:00");
        assertMisfit(UUID.class, "1-1-1-1-1");
        assertMisfit(byte[].class, "?");
        assertMisfit(List.class, "{}");
        assertMisfit(Map.class, "[1");
    }

    @Test
    void anEmptyCell() {
        for (Class<?> type : List.of(Long.class, Double.class, Boolean.class, LocalDate.class, List.class, Map.class)) {
            assertThat(cell(type, "")).isNull();
            assertThat(cell(type, "  ")).isNull();
        }
        assertThat(cell(String.class, "")).isEqualTo("");
        assertThat(cell(byte[].class, "")).isEqualTo(new byte[0]);
    }

    @Test
    void bytesThatMustBeThereAreEmptyWhereOthersAreNull() {
        String text = "a,b\n,\n";
        Schema schema = Schema.builder()
                .field("a", byte[].class)
                .nullable("b", byte[].class)
                .build();
        Row row = tables.rows(text, CsvOptions.defaults().schema(schema)).get(0);
        assertThat(row.get("a")).isEqualTo(new byte[0]);
        assertThat(row.get("b")).isNull();
    }

    @Test
    void anEmptyCellThatTheSchemaRequires() {
        tables.assertRefused("name,age\nAda,36\nBob,\n", OPTIONS)
                .hasMessageEndingWith("line 3, column 2 ('age'): it is empty, and the schema requires a Long");
    }

    @Test
    void shortRecordsAreFilledUpAndLongOnesCut() {
        assertThat(tables.rows("name,age,height,active\nAda,36\nBob,7,1.5,no,more,still\n", OPTIONS))
                .extracting(row -> row.get("height"), row -> row.get("active"))
                .containsExactly(tuple(null, false), tuple(1.5, false));
        tables.assertRefused("name,age\nAda,36\n\nBob\n", OPTIONS)
                .hasMessageEndingWith("line 4: the record ends before column 2 ('age'), which the schema requires");
    }

    @Test
    void keepTextStoresTheCellAsItStands() {
        List<Row> rows = tables.rows(
                "name,age,height\nAda,old,1.65\nBob,,tall \nCy\nDi,7,2\n", OPTIONS.onBadValue(BadValue.KEEP_TEXT));
        assertThat(rows).extracting(row -> row.get("age")).containsExactly("old", null, null, 7L);
        assertThat(rows).extracting(row -> row.get("height")).containsExactly(1.65, "tall ", null, 2.0);
        Table table = tables.db.getTable("t0");
        assertThat(table.select(field("age").eq("old")).count()).isEqualTo(1);
        assertThatThrownBy(() -> table.update(Map.of("name", "A"), field("name").eq("Ada")))
                .isInstanceOf(SchemaValidationException.class);
    }

    @Test
    void skipRowLeavesTheRowOutAndCounts() {
        List<Long> skipped = new ArrayList<>();
        CsvOptions options = OPTIONS.onBadValue(BadValue.SKIP_ROW).skipped(skipped::add);
        List<Row> rows = tables.rows("name,age,height\nAda,old,tall\nBob,,1\nCy\nDi,7,2\n", options);
        assertThat(rows).extracting(row -> row.get("name")).containsExactly("Di");
        assertThat(rows).extracting(row -> row.get("id")).containsExactly(1L);
        assertThat(skipped).containsExactly(3L);
        tables.rows("name,age\nAda,36\n", options);
        assertThat(skipped).containsExactly(3L, 0L);
    }

    @Test
    void whatTheSkippedListenerThrowsLeavesNoTable() {
        IllegalStateException tooMany = new IllegalStateException("too many");
        CsvOptions options = OPTIONS.onBadValue(BadValue.SKIP_ROW).skipped(n -> {
            throw tooMany;
        });
        Path file = tables.file("name,age\nAda,old\n");
        assertThatThrownBy(() -> tables.db.importCsv(file, "t", options)).isSameAs(tooMany);
        assertThat(tables.db.listTables()).isEmpty();
    }

    @Test
    void aColumnThatTheSchemaDoesNotName() {
        String text = "name,age,shoe\nAda,36,38\n";
        tables.assertRefused(text, OPTIONS)
                .hasMessageContaining("column 'shoe' is not in the schema")
                .hasMessageContaining("columns(");
        assertThat(tables.rows(text, OPTIONS.columns("age", "name")))
                .containsExactly(row("age", 36L, "name", "Ada", "active", false, "id", 1L));
        assertThat(tables.rows(text, OPTIONS.skipValidation(true)))
                .containsExactly(row("name", "Ada", "age", 36L, "shoe", "38", "id", 1L));
    }

    @Test
    void aFieldThatTheFileLacks() {
        tables.assertRefused("name\nAda\n", OPTIONS)
                .hasMessageEndingWith("there is no column 'age', which the schema requires");
        tables.assertRefused("", OPTIONS).hasMessageContaining("there is no column 'name'");
        tables.assertRefused("name,age\nAda,3\n", OPTIONS.columns("name")).hasMessageContaining("'age'");
        assertThat(tables.rows("name,age\nAda,36\n", OPTIONS))
                .containsExactly(row("name", "Ada", "age", 36L, "active", false, "id", 1L));
        assertThat(tables.rows("name\nAda\n", OPTIONS.skipValidation(true)))
                .containsExactly(row("name", "Ada", "id", 1L));
    }

    @Test
    void skipValidationStillReadsTheClasses() {
        CsvOptions trusting = OPTIONS.skipValidation(true);
        assertThat(tables.rows("name,age\nAda,\n", trusting))
                .extracting(row -> row.get("age"))
                .containsOnlyNulls();
        tables.assertRefused("name,age\nAda,old\n", trusting).hasMessageContaining("line 2, column 2 ('age')");
    }

    @Test
    void aKeyThatIsMissingIsRefusedWithItsLine() {
        Schema byDate = Schema.builder()
                .field("d", LocalDate.class)
                .nullable("v", Long.class)
                .build();
        CsvOptions options = CsvOptions.defaults().schema(byDate).primaryKey("d");
        String text = "d,v\n2024-02-29,1\n,2\n";
        tables.assertRefused(text, options).hasMessageContaining("line 3, column 1 ('d')");
        tables.assertRefused(text, options.onBadValue(BadValue.KEEP_TEXT)).hasMessageContaining("line 3: ");
        tables.assertRefused(text, options.skipValidation(true)).hasMessageContaining("line 3: ");
        assertThat(tables.rows(text, options.onBadValue(BadValue.SKIP_ROW))).hasSize(1);
    }

    @Test
    void keys() {
        CsvOptions byName = OPTIONS.primaryKey("name");
        assertThat(tables.rows("name,age\nAda,36\n", byName)).hasSize(1);
        Path twice = tables.file("name,age\nAda,36\nAda,37\n");
        assertThatThrownBy(() -> tables.db.importCsv(twice, "t", byName))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageStartingWith("CSV file " + twice + ": line 3: ");
        Schema keyed = Schema.builder()
                .field("id", UUID.class)
                .field("v", Double.class)
                .build();
        tables.assertRefused("v\n1\n", CsvOptions.defaults().schema(keyed)).hasMessageContaining("no column 'id'");
        tables.assertRefused("id,v\n,1\n", CsvOptions.defaults().schema(keyed)).hasMessageContaining("it is empty");
        tables.assertRefused(
                        "v\n1\nnan\n",
                        CsvOptions.defaults()
                                .schema(Schema.builder()
                                        .field("v", Double.class)
                                        .build())
                                .primaryKey("v"))
                .hasMessageEndingWith("line 3, column 1 ('v'): 'nan' is no Double");
        Schema integers = Schema.builder().field("id", Long.class).build();
        assertThat(tables.rows("id\n7\n\"\"\n3\n", CsvOptions.defaults().schema(integers)))
                .extracting(row -> row.get("id"))
                .containsExactly(7L, 8L, 3L);
    }

    @Test
    void aKeyThatIsKeptAsTextIsAKey() {
        Schema schema = Schema.builder().field("id", Long.class).build();
        CsvOptions keeping = CsvOptions.defaults().schema(schema).onBadValue(BadValue.KEEP_TEXT);
        assertThat(tables.rows("id\n5\nx\n\"\"\n", keeping))
                .extracting(row -> row.get("id"))
                .containsExactly(5L, "x", 6L);
        assertThat(tables.db.getTable("t0").get("x")).isPresent();
    }

    @Test
    void withoutTheKeysColumnRecordsGetAutomaticKeys() {
        assertThat(tables.rows("id,v\n7,a\n8,b\n", CsvOptions.defaults().columns("v")))
                .extracting(row -> row.get("id"))
                .containsExactly(1L, 2L);
    }

    @Test
    void aKeyWithADefaultIsRefusedBeforeTheFileIsRead() {
        Schema schema = Schema.builder().field("id", Long.class, 1).build();
        assertThatThrownBy(() -> tables.db.importCsv(
                        folder.resolve("missing.csv"),
                        "t",
                        CsvOptions.defaults().schema(schema)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutHeaderTheSchemaNamesNumberedColumns() {
        Schema schema = Schema.builder()
                .field("col_0", Long.class)
                .field("col_1", Boolean.class)
                .build();
        assertThat(tables.rows(
                        "1,no\n2,yes\n", CsvOptions.defaults().header(false).schema(schema)))
                .extracting(row -> row.get("col_1"))
                .containsExactly(false, true);
    }

    @Test
    void columnsChooseAndOrderWithInferenceToo() {
        String text = "a,b,c\n1,x,2.5\n2,y,3\n";
        assertThat(tables.rows(text, CsvOptions.defaults().columns("c", "a")))
                .containsExactly(row("c", 2.5, "a", 1L, "id", 1L), row("c", 3.0, "a", 2L, "id", 2L));
        assertThat(tables.rows("1,x,2.5\n", CsvOptions.defaults().header(false).columns("col_2")))
                .containsExactly(row("col_2", 2.5, "id", 1L));
        tables.assertRefused(text, CsvOptions.defaults().columns("a", "d"))
                .hasMessageEndingWith("there is no column 'd', but there are ('a', 'b', 'c')");
    }

    @Test
    void whereSeesTheFinishedRecord() {
        CsvOptions adults =
                OPTIONS.where(field("age").ge(18).and(field("active").eq(false)));
        assertThat(tables.rows("name,age\nAda,36\nBob,7\nCy,40\n", adults))
                .extracting(row -> row.get("name"), row -> row.get("id"))
                .containsExactly(tuple("Ada", 1L), tuple("Cy", 2L));
        CsvOptions odd = CsvOptions.defaults()
                .where(matching("odd key", row -> row.getLong("id") % 2 == 1)
                        .and(field("v").ne("b")));
        assertThat(tables.rows("id,v\n1,a\n2,a\n3,b\n5,c\n", odd))
                .extracting(row -> row.get("id"))
                .containsExactly(1L, 5L);
    }

    @Test
    void whereDoesNotChangeWhatIsInferred() {
        assertThat(tables.rows(
                        "v\n1\nx\n", CsvOptions.defaults().where(field("v").ne("x"))))
                .extracting(row -> row.get("v"))
                .containsExactly("1");
    }

    @Test
    void whatAConditionThrowsLeavesNoTable() {
        IllegalStateException enough = new IllegalStateException("enough");
        CsvOptions options = OPTIONS.where(matching("never", row -> {
            throw enough;
        }));
        Path file = tables.file("name,age\nAda,36\n");
        assertThatThrownBy(() -> tables.db.importCsv(file, "t", options)).isSameAs(enough);
        assertThat(tables.db.listTables()).isEmpty();
    }

    @Test
    void progressCountsOneReading() {
        List<Long> told = new ArrayList<>();
        String text = "name,age\n" + "some name,36\n".repeat(20_000);
        tables.rows(text, OPTIONS.progress(told::add));
        assertThat(told).isSorted().endsWith((long) text.length());
        assertThat(told.get(0)).isBetween(1L << 16, 1L << 17);
    }

    @Test
    void optionsThatMakeNoSenseAreRefusedWhereTheyAreTyped() {
        CsvOptions defaults = CsvOptions.defaults();
        assertThatThrownBy(() -> defaults.columns("a", "b", "a")).hasMessageContaining("column 'a' comes twice");
        assertThatThrownBy(() -> defaults.columns(new String[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> defaults.delimiter('\uD83D')).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> defaults.primaryKey("x".repeat(50_001))).isInstanceOf(IllegalArgumentException.class);
        assertThat(defaults.columns()).isEmpty();
        assertThat(defaults.columns("a").columns()).containsExactly("a");
        assertThat(defaults.schema()).isEmpty();
    }
}
