package io.dictdb.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.IndexType;
import io.dictdb.LoadOptions;
import io.dictdb.StorageException;
import io.dictdb.Table;
import io.dictdb.TruncatedFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/* Files that want to harm who loads them: each is refused by the limit that it breaks, with its name, and before it has cost much. */
class HostileFilesTest {
    @TempDir
    Path directory;

    private static final String HEAD =
            "{\"tables\": {\"t\": {\"primary_key\": \"id\", \"records\": [{\"id\": 1, \"v\": ";
    private static final String TAIL = "}]}}}";

    private Path value(String... parts) throws IOException {
        Path file = directory.resolve("hostile.json");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(HEAD.getBytes(StandardCharsets.UTF_8));
            for (String part : parts) {
                out.write(part.getBytes(StandardCharsets.UTF_8));
            }
            out.write(TAIL.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static void refused(Path file, LoadOptions options, String limit) {
        assertThatThrownBy(() -> DictDB.load(file, options))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(limit);
    }

    private static void refused(Path file, String limit) {
        refused(file, LoadOptions.defaults(), limit);
    }

    private static Object loaded(Path file) {
        return DictDB.load(file).getTable("t").all().get(0).get("v");
    }

    @Test
    void nestedDeeply() throws IOException {
        refused(value("[".repeat(100_000), "]".repeat(100_000)), "deeper than 500");
        refused(value("{\"a\":".repeat(100_000), "1", "}".repeat(100_000)), "deeper than 500");
        refused(value("[".repeat(501), "]".repeat(501)), "500");
        assertThat(loaded(value("[".repeat(500), "]".repeat(500)))).isInstanceOf(List.class);
        refused(value("[[[]]]"), LoadOptions.defaults().maxDepth(2), "2");
    }

    @Test
    void numbersOfManyDigits() throws IOException {
        refused(value("9".repeat(1_000_000)), "1020");
        refused(value("9".repeat(1_001)), "1000");
        refused(value("1." + "0".repeat(1_000_000)), "1020");
        refused(value("1e" + "9".repeat(500)), "64 bits");
        assertThat(loaded(value("-" + "9".repeat(1_000)))).hasToString("-" + "9".repeat(1_000));
        refused(value("12345678901234567890"), LoadOptions.defaults().maxDigits(19), "19");
    }

    @Test
    void doublesAreNoLongNumbers() throws IOException {
        DictDB db = DictDB.load(
                value("-1.7976931348623157E308"), LoadOptions.defaults().maxDigits(3));
        assertThat(db.getTable("t").all().get(0).get("v")).isEqualTo(-Double.MAX_VALUE);
    }

    @Test
    void longTextsAndNames() throws IOException {
        refused(value("\"", "x".repeat(20_000_001), "\""), "20000000");
        refused(value("{\"", "x".repeat(50_001), "\": 1}"), "50000");
        refused(value("\"four\""), LoadOptions.defaults().maxStringLength(3), "3");
        assertThat(loaded(value("\"", "x".repeat(20_000_000), "\""))).isEqualTo("x".repeat(20_000_000));
    }

    @Test
    void namesThatComeTwice() throws IOException {
        refused(value("{\"a\": 1, \"a\": 2}"), "twice");
        refused(value("{\"a\": 1, \"\\u0061\": 2}"), "twice");
    }

    /* 65,536 names of one hash; a table that searched them one after the other took a minute. */
    @Test
    void namesOfOneHash() throws IOException {
        StringBuilder map = new StringBuilder("{");
        for (int i = 0; i < 1 << 16; i++) {
            map.append(i == 0 ? "\"" : ", \"");
            for (int bit = 0; bit < 16; bit++) {
                map.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            map.append("\": ").append(i);
        }
        Object loaded = loaded(value(map.append('}').toString()));
        assertThat(loaded)
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .hasSize(1 << 16)
                .containsEntry("Aa".repeat(16), 0L)
                .containsEntry("BB".repeat(16), 65_535L)
                .doesNotContainKey("CC".repeat(16));
    }

    /* Their names were copied for each further one: minutes. */
    @Test
    void manyTables() throws IOException {
        int many = 100_000;
        StringBuilder tables = new StringBuilder("{\"tables\": {");
        for (int i = 0; i < many; i++) {
            tables.append(i == 0 ? "\"t" : ", \"t").append(i).append("\": {\"primary_key\": \"i\", \"records\": []}");
        }
        Path file = Files.writeString(directory.resolve("tables.json"), tables.append("}}"));
        DictDB db = DictDB.load(file);
        assertThat(db.listTables()).hasSize(many).startsWith("t0", "t1", "t2").endsWith("t99999");
        Path image = directory.resolve("tables.ddb");
        db.save(image);
        assertThat(DictDB.load(image).listTables()).isEqualTo(db.listTables());
    }

    @Test
    void tablesOfOneName() throws IOException {
        String table = "\"t\": {\"primary_key\": \"i\", \"records\": []}";
        refused(Files.writeString(directory.resolve("t.json"), "{\"tables\": {" + table + ", " + table + "}}"), "'t'");
    }

    @Test
    void halvesOfSurrogatePairsAreKept() throws IOException {
        assertThat(loaded(value("\"\\uD800\""))).isEqualTo("\ud800");
        assertThat(loaded(value("{\"\\udc00\\\\ud800\": \"\\ud83d\\ude00\"}")))
                .isEqualTo(Map.of("\udc00\\ud800", "\ud83d\ude00"));
        refused(value("\"\\ud80\""), "hex-digit");
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        Path file = directory.resolve("bytes.json");
        for (int first : new int[] {0x80, 0xC0, 0xED, 0xFF}) {
            Files.write(file, (HEAD + "\"?\"" + TAIL).getBytes(StandardCharsets.ISO_8859_1));
            byte[] bytes = Files.readAllBytes(file);
            bytes[HEAD.length() + 1] = (byte) first;
            Files.write(file, bytes);
            refused(file, "UTF-8");
        }
    }

    /* A thousand of them over a million records were gigabytes of row numbers. */
    @Test
    void moreIndexesThanATableHas() throws IOException {
        Path file = directory.resolve("indexes.json");
        Files.writeString(file, ours(indexed(64)));
        assertThat(DictDB.load(file).getTable("t").indexedFields()).hasSize(64);
        Files.writeString(file, ours(indexed(65)));
        refused(file, "65 indexes are more than 64");
    }

    /** A file of our own: what it begins and ends with. */
    private static String ours(String tables) {
        String text = "{\"format_version\": 1, " + tables + ",\n";
        CRC32C checksum = new CRC32C();
        checksum.update(text.getBytes(StandardCharsets.US_ASCII));
        return String.format("%s\"crc32c\": \"%08x\"}", text, checksum.getValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"indexes\": []", "\"nullable\": []", "\"defaults\": {}", "\"highest_key\": 9", "\"more\": 1"})
    void filesOfPythonHaveOnlyWhatItWrites(String part) throws IOException {
        Path file = directory.resolve("python.json");
        Files.writeString(file, "{\"tables\": {\"t\": {\"primary_key\": \"id\", " + part + ", \"records\": []}}}");
        refused(file, "there is no part '" + part.substring(1, part.indexOf('"', 1)) + "'");
    }

    @Test
    void deltasWithinLimits() throws IOException {
        Path file = directory.resolve("delta.json");
        String upserts = ": {\"upserts\": [{\"id\": 1}, {\"id\": 2}], \"deletes\": []}";
        String delta =
                "{\"type\": \"delta\", \"timestamp\": 1, \"tables\": {\"a\"" + upserts + ", \"b\"" + upserts + "}}";
        Files.writeString(file, delta);
        DictDB db = DictDB.create();
        assertThatThrownBy(() -> db.applyDelta(file, LoadOptions.defaults().maxRecords(3)))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("there are more records than 3");
        assertThat(db.applyDelta(file, LoadOptions.defaults().maxRecords(4))).isEqualTo(4);
    }

    @Test
    void deltasOfManyTables() throws IOException {
        int many = 100_000;
        StringBuilder tables = new StringBuilder("{\"type\": \"delta\", \"timestamp\": 1, \"tables\": {");
        for (int i = 0; i < many; i++) {
            tables.append(i == 0 ? "\"t" : ", \"t").append(i).append("\": {\"upserts\": [], \"deletes\": []}");
        }
        Path file = Files.writeString(directory.resolve("delta.json"), tables.append("}}"));
        DictDB db = DictDB.create();
        assertThat(db.applyDelta(file)).isZero();
        assertThat(db.listTables()).hasSize(many).startsWith("t0", "t1", "t2").endsWith("t99999");
    }

    private static String indexed(int many) {
        StringBuilder indexes = new StringBuilder(
                "\"sequence\": 1, \"tables\": {\"t\": {\"primary_key\": \"id\", \"schema\": null, \"indexes\": [");
        for (int i = 0; i < many; i++) {
            String index = "{\"field\": \"f" + i + "\", \"type\": \"HASH\"}";
            indexes.append(i == 0 ? "" : ", ").append(index).append(", ").append(index);
        }
        return indexes.append("], \"highest_key\": 7, \"records\": [{\"id\": 7}]}}")
                .toString();
    }

    @Test
    void aTableGetsNoMoreIndexesThanAreLoaded() {
        DictDB db = DictDB.create();
        Table table = db.createTable("t");
        for (int i = 0; i < 64; i++) {
            table.createIndex("f" + i / 2, i % 2 == 0 ? IndexType.HASH : IndexType.SORTED);
        }
        table.createIndex("f0");
        assertThatThrownBy(() -> table.createIndex("g"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64");
        for (String name : List.of("db.json", "db.ddb")) {
            Path file = directory.resolve(name);
            db.save(file);
            Same.require(DictDB.load(file), db);
        }
        table.dropIndex("f0");
        table.createIndex("g");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE})
    void commitsThatNothingCanFollow(long sequence) throws IOException {
        DictDB db = DictDB.create();
        db.createTable("t");
        Path file = directory.resolve("db.json");
        db.save(file);
        String text = Files.readString(file);
        String changed = text.replaceFirst("\"sequence\": ?\\d+", "\"sequence\": " + sequence);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(file, changed);
        refused(file, "commit");
    }

    @Test
    void moreRecordsThanAllowed() {
        DictDB db = DictDB.create();
        Table table = db.createTable("t");
        table.insert(List.of(Map.of(), Map.of(), Map.of()));
        for (String name : List.of("db.json", "db.ddb")) {
            Path file = directory.resolve(name);
            db.save(file);
            refused(file, LoadOptions.defaults().maxRecords(2), file.toString());
            assertThat(DictDB.load(file, LoadOptions.defaults().maxRecords(3))
                            .getTable("t")
                            .count())
                    .isEqualTo(3);
        }
    }

    @Test
    void limitsHoldForImagesToo() {
        DictDB db = DictDB.create();
        Table table = db.createTable("t");
        Path file = directory.resolve("db.ddb");
        table.insert(Map.of("v", List.of(List.of()), "n", new java.math.BigInteger("9".repeat(50)), "s", "text"));
        db.save(file);
        refused(file, LoadOptions.defaults().maxDepth(1), "deeper than 1");
        refused(file, LoadOptions.defaults().maxDigits(49), "digits than 49");
        refused(file, LoadOptions.defaults().maxStringLength(3), "3 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "image"})
    void aFileThatExpandsTooMuch(String format) throws IOException {
        Path bomb = directory.resolve("bomb.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            out.write("{\"tables\": ".getBytes(StandardCharsets.US_ASCII));
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 200; i++) {
                out.write(blanks);
            }
        }
        refused(bomb, LoadOptions.defaults().format(FileFormat.JSON), "maxExpansion");
        DictDB db = manyBlanks();
        Path plain = directory.resolve("db");
        db.save(plain, FileFormat.of(format));
        Path file = directory.resolve("db.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            Files.copy(plain, out);
        }
        refused(file, LoadOptions.defaults(), "maxExpansion");
        Same.require(DictDB.load(file, LoadOptions.defaults().maxExpansion(2_000)), db);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "image"})
    void whatWeCompressDoesNotExpandTooMuch(String format) {
        DictDB db = manyBlanks();
        Path file = directory.resolve("db.gz");
        db.save(file, FileFormat.of(format));
        Same.require(DictDB.load(file), db);
    }

    private static DictDB manyBlanks() {
        DictDB db = DictDB.create();
        Table table = db.createTable("t");
        for (int i = 0; i < 70; i++) {
            table.insert(Map.of("v", " ".repeat(1_000_000) + i));
        }
        return db;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "501"})
    void limitsAreWithinThoseOfValues(int depth) {
        assertThatThrownBy(() -> LoadOptions.defaults().maxDepth(depth))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(depth));
    }

    @Test
    void compressedFilesHaveOnePart() throws IOException {
        Path file = directory.resolve("db.json.gz");
        DictDB db = Everything.create();
        db.save(file);
        byte[] one = Files.readAllBytes(file);
        ByteArrayOutputStream none = new ByteArrayOutputStream();
        new GZIPOutputStream(none).close();
        byte[] empty = none.toByteArray();
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < 50_000; i++) {
            many.writeBytes(empty);
        }
        for (byte[] bytes : List.of(joined(one, empty), joined(one, new byte[1]), many.toByteArray())) {
            Files.write(file, bytes);
            assertThatThrownBy(() -> DictDB.load(file))
                    .isInstanceOf(CorruptFileException.class)
                    .hasMessageContaining("behind the compressed part");
        }
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    /** What gzip itself writes: a name, a comment, a checksum of the header, whatever else. */
    @Test
    void headersOfOthers() throws IOException {
        Path file = directory.resolve("db.json.gz");
        DictDB db = Everything.create();
        db.save(file);
        byte[] ours = Files.readAllBytes(file);
        byte[] header = {0x1F, (byte) 0x8B, 8, 0b11110, 1, 2, 3, 4, 0, 3, 3, 0, 'a', 'b', 'c', 'n', 0, 'c', 'o', 0, 9, 9
        };
        Files.write(file, joined(header, Arrays.copyOfRange(ours, 10, ours.length)));
        Same.require(DictDB.load(file), db);
        ours[ours.length - 5] ^= 1;
        Files.write(file, ours);
        assertThatThrownBy(() -> DictDB.load(file))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("checksum");
        for (int length = 1; length < 12; length++) {
            Files.write(file, Arrays.copyOf(header, length));
            assertThatThrownBy(() -> DictDB.load(file)).isInstanceOf(TruncatedFileException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e300000000", "1e-300000000", "1E99", "-1e40", "\"now\"", "null", "99999999999999999999"})
    void timestampsThatAreNone(String timestamp) throws IOException {
        Path file = directory.resolve("delta.json");
        Files.writeString(file, "{\"type\": \"delta\", \"timestamp\": " + timestamp + ", \"tables\": {}}");
        assertThatThrownBy(() -> DictDB.create().applyDelta(file))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("timestamp");
    }

    @Test
    void namesOfTheLargestLength() throws IOException {
        String name = "x".repeat(50_000);
        DictDB db = DictDB.create();
        Table table = db.createTable("t");
        assertThatThrownBy(() -> table.createIndex(name + "x")).isInstanceOf(IllegalArgumentException.class);
        table.createIndex(name);
        table.insert(Map.of("v", Map.of("$" + name.substring(1), 1), name, 2));
        for (String format : List.of("db.json", "db.ddb")) {
            db.save(directory.resolve(format));
            Same.require(DictDB.load(directory.resolve(format)), db);
        }
        Path file = directory.resolve("db.json");
        Files.writeString(file, Files.readString(file).replace(name + "\": 2", name + "x\": 2"));
        assertThatThrownBy(() -> DictDB.load(file))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("50000");
    }

    @Test
    void otherFileSystemsAndWhatIsNoFile() throws IOException {
        DictDB db = Everything.create();
        try (FileSystem zip = FileSystems.newFileSystem(directory.resolve("a.zip"), Map.of("create", "true"))) {
            Path inside = zip.getPath("/db.json");
            assertThatThrownBy(() -> db.save(inside)).isInstanceOf(StorageException.class);
            assertThatThrownBy(() -> DictDB.load(inside)).isInstanceOf(StorageException.class);
            assertThat(Files.exists(inside)).isFalse();
        }
        Path device = Path.of("/dev/null");
        assertThatThrownBy(() -> db.save(device, FileFormat.JSON))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("no regular file");
    }
}
