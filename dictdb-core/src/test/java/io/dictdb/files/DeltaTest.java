package io.dictdb.files;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDB;
import io.dictdb.SaveOptions;
import io.dictdb.StorageException;
import io.dictdb.Table;
import io.dictdb.internal.engine.Checkpoint;
import io.dictdb.internal.engine.Engine;
import io.dictdb.internal.file.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/* Deltas: a database that is loaded from a full save and has them applied is the one that was saved, and takes them in no other order. */
class DeltaTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:15:30.123456Z");

    @TempDir
    Path directory;

    private DictDB db = DictDB.create();
    private Checkpoint last;
    private Origin file;
    private int files;

    @BeforeEach
    void saved() {
        full(db, "full.json");
    }

    private void full(DictDB other, String name) {
        db = other;
        last = Checkpoint.of(db);
        file = last.save(directory.resolve(name), SaveOptions.defaults());
    }

    private Path delta() {
        return delta("d" + files++ + ".json");
    }

    private Path delta(String name) {
        Path path = directory.resolve(name);
        Checkpoint now = Checkpoint.of(db);
        file = now.saveChanges(last, file, NOW, path, SaveOptions.defaults());
        last = now;
        return path;
    }

    private DictDB loaded() {
        return DictDB.load(directory.resolve("full.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"full.json", "full.ddb.gz"})
    void tenThousandChanges(String name) {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        System.out.println("DeltaTest, " + name + ": again with -Ddictdb.seed=" + seed);
        RandomChanges changes = new RandomChanges(db, seed);
        changes.make(500);
        full(db, name);
        DictDB copy = DictDB.load(directory.resolve(name));
        for (int i = 0; i < 200; i++) {
            changes.make(50);
            copy.applyDelta(delta("d" + i + (i % 2 == 0 ? ".json" : ".json.gz")));
            Same.require(copy, db);
        }
    }

    @Test
    void rowsThatAreRenumbered() {
        full(Engine.create(step -> {}, 2_000), "full.json");
        DictDB copy = loaded();
        RandomChanges changes = new RandomChanges(db, 1);
        for (int i = 0; i < 100; i++) {
            changes.make(100);
            copy.applyDelta(delta());
            Same.require(copy, db);
        }
    }

    @Test
    void allClassesOfValues() throws IOException {
        DictDB everything = Everything.create();
        DictDB copy = loaded();
        for (String name : everything.listTables()) {
            Table table = everything.getTable(name);
            Table same = table.schema().isPresent()
                    ? db.createTable(name, table.primaryKey(), table.schema().get())
                    : db.createTable(name, table.primaryKey());
            same.insert(table.all());
            table.indexedFields().forEach(same::createIndex);
        }
        Path created = delta();
        copy.applyDelta(created);
        Same.require(copy, db);
        db.listTables().forEach(name -> db.getTable(name).deleteIfAny(all()));
        copy.applyDelta(delta());
        Same.require(copy, db);
        assertThat(Files.readString(created))
                .startsWith("{\"format_version\": 1, \"type\": \"delta\", \"timestamp\": 1795601730.123456, ");
    }

    @Test
    void onlyWhatHasChangedIsWritten() throws IOException {
        Table table = db.createTable("t");
        for (int i = 0; i < 100_000; i++) {
            table.insert(Map.of("v", i));
        }
        db.createTable("other").insert(Map.of("v", 1));
        full(db, "full.json");
        table.update(Map.of("v", -1), field("id").eq(7));
        table.delete(field("id").eq(50_000));
        table.insert(Map.of("v", -2));
        assertThat(Files.readAllLines(delta()))
                .containsExactly(
                        "{\"format_version\": 1, \"type\": \"delta\", \"timestamp\": 1795601730.123456, \"follows\": {\"file\": \"full.json\", \"crc32c\": \""
                                + checksum("full.json")
                                + "\"}, \"from\": 100003, \"sequence\": 100006, \"dropped\": [], \"tables\": {",
                        "\"t\": {\"primary_key\": \"id\", \"schema\": null, \"indexes\": [], \"highest_key\": 100001, \"upserts\": [",
                        "{\"v\": -1, \"id\": 7},",
                        "{\"v\": -2, \"id\": 100001}",
                        "], \"deletes\": [50000]}",
                        "},",
                        "\"crc32c\": \"" + checksum(Files.readAllBytes(directory.resolve("d0.json")), 21) + "\"}");
    }

    private String checksum(String name) throws IOException {
        return checksum(Files.readAllBytes(directory.resolve(name)), 0);
    }

    private static String checksum(byte[] bytes, int less) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length - less);
        return String.format("%08x", crc.getValue());
    }

    @Test
    void affectedRecordsAreCounted() {
        Table table = db.createTable("t");
        table.insert(List.of(Map.of("v", 1), Map.of("v", 2), Map.of("v", 3)));
        DictDB copy = loaded();
        assertThat(copy.applyDelta(delta())).isEqualTo(3);
        table.update(Map.of("v", 9), field("id").eq(1));
        table.delete(field("id").eq(2));
        table.insert(Map.of("v", 4));
        assertThat(copy.applyDelta(delta())).isEqualTo(3);
    }

    @Test
    void whatDoesNotFollowIsRefusedByName() throws IOException {
        db.createTable("t").insert(Map.of("v", 1));
        Path first = delta();
        db.getTable("t").insert(Map.of("v", 2));
        Path second = delta();
        DictDB copy = loaded();
        assertRefused(
                copy, second, "it follows d0.json (CRC32C " + checksum("d0.json") + ") with commit 2", "full.json");
        assertRefused(DictDB.create(), first, "full.json", "was not read from that");
        copy.applyDelta(first);
        assertRefused(copy, first, "it follows full.json", "d0.json");
        copy.applyDelta(second);
        assertRefused(copy, second, "it follows d0.json", "d1.json");
        Same.require(copy, db);
        DictDB changed = loaded();
        changed.createTable("mine");
        assertRefused(changed, first, "changed since");
        DictDB other = DictDB.create();
        other.createTable("x");
        other.save(directory.resolve("other.json"));
        assertRefused(DictDB.load(directory.resolve("other.json")), first, "other.json");
        DictDB renamed = DictDB.load(Files.copy(directory.resolve("full.json"), directory.resolve("renamed.json")));
        renamed.applyDelta(first);
        assertThat(renamed.getTable("t").size()).isEqualTo(1);
    }

    private static void assertRefused(DictDB db, Path delta, String... messages) {
        List<String> tables = db.listTables();
        long sequence = db.sequence();
        assertThatThrownBy(() -> db.applyDelta(delta))
                .isInstanceOf(StorageException.class)
                .isNotInstanceOf(CorruptFileException.class)
                .hasMessageStartingWith(delta + " does not follow: ")
                .hasMessageContainingAll(messages);
        assertThat(db.listTables()).isEqualTo(tables);
        assertThat(db.sequence()).isEqualTo(sequence);
    }

    @Test
    void aDatabaseIsNoDeltaAndTheOtherWayRound() {
        db.createTable("t");
        Path delta = delta();
        assertThatThrownBy(() -> DictDB.load(delta))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("it is a delta");
        assertThatThrownBy(() -> loaded().applyDelta(directory.resolve("full.json")))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("delta");
        assertThatThrownBy(() -> loaded().applyDelta(directory.resolve("none.json")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("there is no");
        DictDB copy = loaded();
        assertThatThrownBy(() -> copy.transact(tx -> copy.applyDelta(delta)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
    }

    @Test
    void everyCutAndEveryBit() throws IOException {
        db.createTable("t", "k").insert(Map.of("k", "a", "v", 1.5));
        db.getTable("t").createIndex("v");
        DictDB copy = loaded();
        byte[] bytes = Files.readAllBytes(delta());
        Path broken = directory.resolve("broken.json");
        for (int i = 0; i < bytes.length; i++) {
            Files.write(broken, Arrays.copyOf(bytes, i));
            assertDamaged(copy, broken);
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = bytes.clone();
                flipped[i] ^= (byte) (1 << bit);
                Files.write(broken, flipped);
                assertDamaged(copy, broken);
            }
        }
        copy.applyDelta(directory.resolve("d0.json"));
        Same.require(copy, db);
    }

    private static void assertDamaged(DictDB copy, Path broken) {
        assertThatThrownBy(() -> copy.applyDelta(broken))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("broken.json");
        assertThat(copy.sequence()).isZero();
    }
}
