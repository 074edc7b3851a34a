package io.dictdb.csv;

import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.matching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.Condition;
import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.QueryCancelledException;
import io.dictdb.Schema;
import io.dictdb.Select;
import io.dictdb.Snapshot;
import io.dictdb.StorageException;
import io.dictdb.Table;
import io.dictdb.TableNotFoundException;
import io.dictdb.TransactionConflictException;
import io.dictdb.TransactionOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an export writes, and that the file is complete or as it was. */
class ExportCsvTest {
    private static final CsvOptions DEFAULTS = CsvOptions.defaults();

    private final DictDB db = DictDB.create();

    @TempDir
    Path folder;

    private Path file;
    private Table people;

    @BeforeEach
    void fill() {
        file = folder.resolve("out.csv");
        people = db.createTable("people");
        people.insert(Map.of("name", "Ada", "age", 36));
        people.insert(Map.of("name", "Bob", "age", 7));
        people.insert(Map.of("name", "Cy, the \"last\"", "age", 36));
    }

    private String exported(Table table, CsvOptions options) {
        assertThat(table.exportCsv(file, options))
                .isEqualTo(table.select(options.where()).count());
        return CsvTables.read(file);
    }

    private String exported(Select select, CsvOptions options) {
        select.exportCsv(file, options);
        return CsvTables.read(file);
    }

    @Test
    void aByteOrderMarkThatIsACharacter() {
        Table table = db.createTable("t");
        table.insert(Map.of("\uFEFFv", "\uFEFFa"));
        CsvOptions column = DEFAULTS.columns("\uFEFFv");
        assertThat(exported(table, column)).isEqualTo("\"\uFEFFv\"\r\n\uFEFFa\r\n");
        db.importCsv(file, "again", DEFAULTS);
        assertThat(db.getTable("again").all().get(0)).containsEntry("\uFEFFv", "\uFEFFa");
        assertThat(exported(table, column.header(false))).isEqualTo("\"\uFEFFa\"\r\n");
    }

    private static Map<String, Object> record(Object... namesAndValues) {
        Map<String, Object> record = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            record.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return record;
    }

    @Test
    void columnsComeInTheOrderInWhichTheRowsFirstHaveThem() {
        Table table = db.createTable("t", "k");
        table.insert(record("z", 1, "k", "a"));
        table.insert(record("k", "b", "m", 2, "z", null));
        assertThat(exported(table, DEFAULTS)).isEqualTo("z,k,m\r\n1,a,\r\n,b,2\r\n");
        assertThat(exported(table, DEFAULTS.where(field("k").eq("b")))).isEqualTo("k,m,z\r\nb,2,\r\n");
    }

    @Test
    void quotesDelimitersAndHeader() {
        assertThat(exported(people.select("name", "age"), DEFAULTS))
                .isEqualTo("name,age\r\nAda,36\r\nBob,7\r\n\"Cy, the \"\"last\"\"\",36\r\n");
        assertThat(exported(
                        people.select("name", "age").limit(1),
                        DEFAULTS.delimiter(';').header(false)))
                .isEqualTo("Ada;36\r\n");
        Table odd = db.createTable("odd", "a;b");
        odd.insert(record("a;b", "x,y", "", "a\nb", "c\rd", " x "));
        assertThat(exported(odd, DEFAULTS.delimiter(';'))).isEqualTo("\"a;b\";;\"c\rd\"\r\nx,y;\"a\nb\"; x \r\n");
    }

    @Test
    void everyClassOfValues() {
        Table table = db.createTable("v");
        table.insert(record("v", new BigDecimal("1.50")));
        table.insert(record("v", LocalDate.of(2024, 2, 29)));
        table.insert(record("v", Instant.EPOCH));
        table.insert(record("v", new UUID(1, 2)));
        table.insert(record("v", new byte[] {0, -1}));
        table.insert(record("v", new byte[0]));
        table.insert(record("v", Collections.singletonMap("a", null)));
        assertThat(exported(table.select("v"), DEFAULTS).lines())
                .containsExactly(
                        "v",
                        "1.50",
                        "2024-02-29",
                        "1970-01-01T00:00:00Z",
                        "00000000-0000-0001-0000-000000000002",
                        "AP8=",
                        "\"\"",
                        "{'a': None}");
    }

    @Test
    void aLoneEmptyCellIsNoBlankLine() {
        assertThat(exported(people.select("nothing"), DEFAULTS)).isEqualTo("nothing\r\n\"\"\r\n\"\"\r\n\"\"\r\n");
        assertThat(db.importCsv(file, "back", DEFAULTS)).isEqualTo(3);
    }

    @Test
    void aSelectIsWrittenAsItWouldBeListed() {
        assertThat(exported(
                        people.select(Map.of("who", "name"))
                                .where(field("age").eq(36))
                                .orderBy("-name")
                                .limit(1),
                        DEFAULTS))
                .isEqualTo("who\r\n\"Cy, the \"\"last\"\"\"\r\n");
        assertThat(exported(people.select("age").distinct(), DEFAULTS)).isEqualTo("age\r\n36\r\n7\r\n");
        assertThat(exported(people.select().offset(2), DEFAULTS.columns("id", "age")))
                .isEqualTo("id,age\r\n3,36\r\n");
    }

    @Test
    void columnsAndWhereNarrowWhatIsThere() {
        CsvOptions some =
                DEFAULTS.columns("age", "nothing", "id").where(field("age").lt(10));
        assertThat(exported(people, some)).isEqualTo("age,nothing,id\r\n7,,2\r\n");
        assertThat(exported(
                        people.select("age").where(field("name").eq("Ada")),
                        DEFAULTS.where(field("age").lt(10))))
                .isEqualTo("age\r\n");
    }

    @Test
    void withoutRowsTheHeaderStandsAlone() throws IOException {
        Files.writeString(file, "old");
        Schema schema =
                Schema.builder().field("b", Long.class).field("a", String.class).build();
        assertThat(exported(db.createTable("s", "k", schema), DEFAULTS)).isEqualTo("b,a,k\r\n");
        assertThat(exported(db.createTable("e", "k"), DEFAULTS)).isEqualTo("k\r\n");
        assertThat(exported(db.createTable("f"), DEFAULTS.header(false))).isEmpty();
        assertThat(exported(people, DEFAULTS.where(field("age").gt(99)))).isEqualTo("age,id,name\r\n");
    }

    @Test
    void otherCharsets() throws IOException {
        people.insert(Map.of("name", "Zoë"));
        people.select("name")
                .where(field("name").startsWith("Z"))
                .exportCsv(file, DEFAULTS.charset(StandardCharsets.ISO_8859_1));
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).isEqualTo("name\r\nZoë\r\n");
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            people.exportCsv(file, DEFAULTS.charset(charset));
            db.importCsv(file, charset.name(), DEFAULTS.charset(charset));
            assertThat(db.getTable(charset.name()).all())
                    .hasSize(4)
                    .first()
                    .isEqualTo(people.all().get(0));
        }
    }

    @Test
    void aCharacterThatTheCharsetLacksIsNamedWithItsPlace() throws IOException {
        Files.writeString(file, "old");
        people.insert(Map.of("name", "two\nlines"));
        people.insert(Map.of("name", "日本"));
        assertThatThrownBy(() ->
                        people.select("age", "name").exportCsv(file, DEFAULTS.charset(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(StorageException.class)
                .hasMessageEndingWith(file + ": line 7, column 2 ('name'): ISO-8859-1 cannot write '日本'");
        people.insert(Map.of("name", "x".repeat(500) + "日", "age", List.of("y".repeat(500))));
        assertThatThrownBy(() -> people.select("age", "name")
                        .where(field("name").startsWith("xx"))
                        .exportCsv(file, DEFAULTS.charset(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("line 2, column 2 ('name'): ISO-8859-1 cannot write 'xxx");
        people.insert(Map.of("name", "half \uD83D"));
        assertThatThrownBy(() -> people.exportCsv(file, DEFAULTS))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("('name'): UTF-8 cannot write");
        assertThat(CsvTables.read(file)).isEqualTo("old");
        assertThat(CsvTables.names(folder)).containsExactly("out.csv");
    }

    @Test
    void aCharsetThatCanOnlyBeRead() {
        List<Charset> readOnly = Charset.availableCharsets().values().stream()
                .filter(charset -> !charset.canEncode())
                .toList();
        for (Charset charset : readOnly) {
            assertThatThrownBy(() -> people.exportCsv(file, DEFAULTS.charset(charset)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(charset.name());
        }
        assertThat(CsvTables.names(folder)).isEmpty();
    }

    @Test
    void aPlaceThatCannotBeWritten() {
        assertThatThrownBy(() -> people.exportCsv(folder, DEFAULTS))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("directory");
        Path nowhere = folder.resolve("no/where.csv");
        assertThatThrownBy(() -> people.exportCsv(nowhere, DEFAULTS))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.path()).isEqualTo(nowhere))
                .hasMessageEndingWith(nowhere + ": there is no " + nowhere.getParent());
        assertThat(CsvTables.names(folder)).isEmpty();
    }

    @Test
    void progressRisesToTheSizeOfTheFile() throws IOException {
        Table many = db.createTable("many");
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            records.add(record("text", "some text ä " + i));
        }
        many.insert(records);
        List<Long> told = new ArrayList<>();
        many.exportCsv(file, DEFAULTS.progress(told::add));
        assertThat(told).isSorted().hasSizeGreaterThan(4).endsWith(Files.size(file));
        told.clear();
        db.createTable("none").exportCsv(file, DEFAULTS.header(false).progress(told::add));
        assertThat(told).containsExactly(0L);
    }

    @Test
    void whatAListenerOrAConditionThrowsLeavesTheOldFile() throws IOException {
        Files.writeString(file, "old");
        IllegalStateException enough = new IllegalStateException("enough");
        assertThatThrownBy(() -> people.exportCsv(file, DEFAULTS.progress(bytes -> {
                    throw enough;
                })))
                .isSameAs(enough);
        CsvOptions failing = DEFAULTS.where(matching("fails", row -> {
            throw enough;
        }));
        assertThatThrownBy(() -> people.exportCsv(file, failing)).isSameAs(enough);
        assertThatThrownBy(() -> people.select("name").exportCsv(file, failing)).isSameAs(enough);
        assertThat(CsvTables.read(file)).isEqualTo("old");
        assertThat(CsvTables.names(folder)).containsExactly("out.csv");
    }

    @Test
    void aConditionIsAskedOnceAboutEachRecord() {
        List<Object> asked = new ArrayList<>();
        people.exportCsv(file, DEFAULTS.where(matching("asks", row -> asked.add(row.get("id")))));
        assertThat(asked).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatIsWrittenMeanwhileIsNotInIt() {
        CsvOptions inserting = DEFAULTS.columns("id").where(matching("inserts", row -> {
            people.insert(Map.of("name", "late"));
            return true;
        }));
        assertThat(people.exportCsv(file, inserting)).isEqualTo(3);
        assertThat(CsvTables.read(file)).isEqualTo("id\r\n1\r\n2\r\n3\r\n");
        assertThat(people.count()).isEqualTo(6);
    }

    @Test
    void aSnapshotAndATransactionShowTheirOwn() {
        try (Snapshot snapshot = db.snapshot()) {
            db.transact(tx -> {
                tx.getTable("people").insert(Map.of("name", "mine"));
                assertThat(exported(tx.getTable("people").select("id"), DEFAULTS))
                        .endsWith("\r\n4\r\n");
                assertThat(exported(people.select("id"), DEFAULTS)).endsWith("\r\n4\r\n");
            });
            assertThat(exported(snapshot.getTable("people").select("id"), DEFAULTS))
                    .endsWith("\r\n3\r\n");
        }
        assertThat(exported(people.select("id"), DEFAULTS)).endsWith("\r\n4\r\n");
    }

    @Test
    void aTransactionHasReadWhatItExported() {
        CsvOptions ada = DEFAULTS.where(field("name").eq("Ada"));
        assertThat(lostAfterExport(ada, field("name").eq("Ada"))).isTrue();
        assertThat(lostAfterExport(ada, field("name").eq("Bob"))).isFalse();
    }

    /** Whether a transaction fails that exports some records while another thread changes others. */
    private boolean lostAfterExport(CsvOptions read, Condition changed) {
        try {
            db.transact(TransactionOptions.defaults().attempts(1), tx -> {
                tx.getTable("people").exportCsv(file, read);
                tx.getTable("people").insert(Map.of("name", "new"));
                Thread other = new Thread(() -> people.update(Map.of("age", 50), changed));
                other.start();
                join(other);
            });
            return false;
        } catch (TransactionConflictException e) {
            return true;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anInterruptIsNoBusinessOfFiles() {
        Thread.currentThread().interrupt();
        int written = people.exportCsv(file, DEFAULTS);
        int read = db.importCsv(file, "back", DEFAULTS.schema(Schema.of(Person.class)));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(written).isEqualTo(3);
        assertThat(read).isEqualTo(3);
    }

    record Person(long age, long id, String name) {}

    @Test
    void aCancelledQueryLeavesTheOldFile() throws IOException {
        Files.writeString(file, "old");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> people.select().interruptible().exportCsv(file, DEFAULTS))
                    .isInstanceOf(QueryCancelledException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(CsvTables.read(file)).isEqualTo("old");
    }

    @Test
    void aDroppedTableIsNotExported() {
        db.dropTable("people");
        assertThatThrownBy(() -> people.exportCsv(file, DEFAULTS)).isInstanceOf(TableNotFoundException.class);
        assertThat(CsvTables.names(folder)).isEmpty();
    }
}
