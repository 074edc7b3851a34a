package io.dictdb.durable;

import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.Row;
import io.dictdb.Table;
import io.dictdb.internal.engine.Integrity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* Where the only image is damaged, what comes before the damage is saved, and what the journal tells of the rest; and what is lost is told. */
class SalvageTest {
    private static final int MANY = 20_000;

    @TempDir
    Path directory;

    private Path store;
    private Path image;
    private byte[] bytes;
    private long sequence;
    private int copies;
    private final Map<String, Map<Object, Row>> last = new HashMap<>();

    @BeforeEach
    void fill() throws IOException {
        store = directory.resolve("store");
        try (DictDB db = DictDB.create()) {
            fill(db.createTable("few"), 100);
            fill(db.createTable("many"), MANY);
            fill(db.createTable("late"), 50);
            db.getTable("many").createIndex("v", IndexType.SORTED);
            db.saveStore(store);
        }
        try (DictDB db = Stores.unimaged(store)) {
            change(db);
            sequence = db.sequence();
            db.listTables().forEach(name -> last.put(name, rows(db.getTable(name))));
        }
        image = images(store).get(0);
        bytes = Files.readAllBytes(image);
    }

    private static List<Path> images(Path directory) throws IOException {
        return files(directory, ".ddb");
    }

    private static List<Path> files(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static void fill(Table table, int count) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(Map.of("v", i % 100, "text", "a text of some length " + i * 7919L));
        }
        table.insert(records);
    }

    private static void change(DictDB db) {
        db.getTable("many").delete(field("v").eq(5));
        db.getTable("many").update(Map.of("text", "changed"), field("v").eq(6));
        db.getTable("many").insert(Map.of("id", 1_000_000, "v", 1));
        db.getTable("late").insert(Map.of("v", 1));
        db.createTable("new").insert(Map.of("v", 2));
        db.dropTable("few");
        fill(db.createTable("few"), 10);
    }

    private static Map<Object, Row> rows(Table table) {
        Map<Object, Row> rows = new HashMap<>();
        table.all().forEach(row -> rows.put(row.get("id"), row));
        return rows;
    }

    private DictDB salvaged(int at) throws IOException {
        byte[] damaged = bytes.clone();
        damaged[at] ^= 1;
        DictDB salvaged = salvaged(damaged);
        assertThatThrownBy(() -> Stores.unimaged(store)).isInstanceOf(CorruptFileException.class);
        return salvaged;
    }

    private DictDB salvaged(byte[] other) throws IOException {
        Files.write(image, other);
        return DictDB.builder()
                .directory(store)
                .salvageInto(directory.resolve("copy " + copies++))
                .open();
    }

    private void requireTrue(DictDB db) {
        assertThat(Integrity.verify(db)).isEmpty();
        assertThat(db.sequence()).isEqualTo(sequence);
        for (String name : db.listTables()) {
            assertThat(last.get(name)).as(name).containsAllEntriesOf(rows(db.getTable(name)));
        }
        assertThat(rows(db.getTable("few"))).isEqualTo(last.get("few"));
        assertThat(rows(db.getTable("new"))).isEqualTo(last.get("new"));
    }

    private static List<String> notes(DictDB db) {
        return db.openReport().orElseThrow().notes();
    }

    @Test
    void whatComesBeforeTheDamageIsSaved() throws IOException {
        try (DictDB db = salvaged(bytes.length * 3 / 4)) {
            requireTrue(db);
            Table many = db.getTable("many");
            assertThat(many.count()).isBetween(MANY / 2, MANY - 1);
            assertThat(many.hasIndex("v")).isTrue();
            assertThat(many.get(6 + 100)).isEmpty();
            assertThat(many.get(1_000_000)).isPresent();
            assertThat(many.get(MANY - 100 + 7).orElseThrow().getString("text")).isEqualTo("changed");
            assertThat(db.listTables()).containsExactlyInAnyOrder("few", "many", "new");
            assertThat(String.join("\n", notes(db)))
                    .contains("2 of its 3 tables can be read, of the last of them, 'many', all but ")
                    .contains("what the journal tells of table 'late' cannot be used");
        }
    }

    @Test
    void nothingOfItMayBeReadable() throws IOException {
        for (int at : new int[] {0, 10, 30, 50}) {
            try (DictDB db = salvaged(at)) {
                requireTrue(db);
                assertThat(db.listTables()).containsExactlyInAnyOrder("few", "new");
                assertThat(String.join("\n", notes(db))).contains("not even the number of its tables can be read");
            }
        }
    }

    @Test
    void whereverItIsCut() throws IOException {
        for (int length : new int[] {0, 1, 20, 60, 100_000, bytes.length - 1}) {
            try (DictDB db = salvaged(Arrays.copyOf(bytes, length))) {
                requireTrue(db);
            }
        }
        try (DictDB db = salvaged(new byte[] {0x1F, (byte) 0x8B, 8, 0})) {
            requireTrue(db);
        }
    }

    @Test
    void anImageUnderAnothersNameLacksWhatCameBetween() throws IOException {
        Path older = directory.resolve("older");
        try (DictDB db = DictDB.create()) {
            fill(db.createTable("few"), 7);
            db.saveStore(older);
        }
        Path other = images(older).get(0);
        try (DictDB db = salvaged(Files.readAllBytes(other))) {
            assertThat(db.sequence()).isEqualTo(2);
            assertThat(db.getTable("few").count()).isEqualTo(7);
            assertThat(String.join("\n", notes(db))).contains("what follows commit 2 is missing");
        }
    }

    @Test
    void aJournalThatLeadsFurtherIsPreferred() throws IOException {
        Path kept = directory.resolve("kept");
        try (DictDB db = Stores.keepingAll(kept)) {
            for (int i = 0; i < 500; i++) {
                db.transact(tx -> (tx.listTables().isEmpty() ? tx.createTable("t") : tx.getTable("t"))
                        .insert(Map.of("text", "x".repeat(100))));
            }
        }
        Path newest = images(kept).get(images(kept).size() - 1);
        byte[] damaged = Files.readAllBytes(newest);
        damaged[4] ^= 1;
        Files.write(newest, damaged);
        Path journal = files(kept, ".ddj").get(files(kept, ".ddj").size() - 1);
        byte[] cut = Files.readAllBytes(journal);
        cut[cut.length / 2] ^= 1;
        Files.write(journal, cut);
        try (DictDB db = DictDB.builder()
                .directory(kept)
                .salvageInto(directory.resolve("copy"))
                .open()) {
            assertThat(db.getTable("t").count()).isEqualTo((int) db.sequence());
            assertThat(db.sequence()).isGreaterThan(100);
        }
    }

    @Test
    void wherever() throws IOException {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        System.out.println("SalvageTest: again with -Ddictdb.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            try (DictDB db = salvaged(random.nextInt(bytes.length))) {
                requireTrue(db);
            }
        }
    }

    @Test
    void theStoreStaysAsItWas() throws IOException {
        salvaged(bytes.length / 2).close();
        Files.write(image, bytes);
        try (DictDB db = Stores.unimaged(store)) {
            requireTrue(db);
            assertThat(rows(db.getTable("many"))).isEqualTo(last.get("many"));
        }
    }
}
