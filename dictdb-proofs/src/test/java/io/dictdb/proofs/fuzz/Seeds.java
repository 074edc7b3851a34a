package io.dictdb.proofs.fuzz;

import static io.dictdb.Dsl.field;

import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.Schema;
import io.dictdb.Table;
import io.dictdb.backup.BackupManager;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Good files to begin from. */
final class Seeds {
    private Seeds() {}

    static List<byte[]> json(Path directory) throws IOException {
        List<byte[]> seeds = saved(directory, "seed.json");
        seeds.add("""
                {"tables": {"t": {"primary_key": "id", "schema": {"id": "int", "v": "float"}, "records": [
                {"id": 1, "v": NaN}, {"id": 2, "v": [1.5e300, null, true, "\\ud800", {"a": -Infinity}]}]}}}
                """.getBytes(StandardCharsets.UTF_8));
        return seeds;
    }

    static List<byte[]> image(Path directory) throws IOException {
        return saved(directory, "seed.ddb").stream().map(ImageTarget::content).toList();
    }

    static List<byte[]> pickle(Path directory) throws IOException {
        DictDB db = DictDB.create();
        Schema schema = Schema.builder().field("s", String.class).build();
        db.createTable("typed", "id", schema).insert(Map.of("s", "x"));
        Table table = db.createTable("t");
        for (Object value : List.of(1, 1L << 40, 2.5, true, "\ud83d\ude00", BigInteger.TEN.pow(30), new byte[] {1})) {
            table.insert(Map.of("v", value, "list", List.of(value, Map.of("a", List.of()))));
        }
        db.save(directory.resolve("seed.pickle"));
        String old = "(dp0\nS'a'\np1\nI1\nsc__builtin__\nint\n.";
        return List.of(Files.readAllBytes(directory.resolve("seed.pickle")), old.getBytes(StandardCharsets.US_ASCII));
    }

    /** Python's, which need no checksum and follow anything, and one of ours. */
    static List<byte[]> delta(Path directory) throws IOException {
        DictDB db = values();
        BackupManager manager = BackupManager.builder(db, directory).build();
        manager.backupFull();
        pages().getTable("t").all().forEach(row -> db.getTable("t").upsert(row));
        manager.backupDelta();
        return List.of(
                Files.readAllBytes(manager.status().lastBackup().orElseThrow().path()),
                """
                {"type": "delta", "timestamp": 1795344204.6100655, "tables": {
                "t": {"upserts": [{"id": 1, "v": NaN}, {"v": [1, {"a": null}], "id": 9}], "deletes": [2, 7]},
                "new": {"upserts": [{"id": "x"}], "deletes": []}}}
                """.getBytes(StandardCharsets.UTF_8));
    }

    /** Each kind of step. */
    static List<byte[]> journal(Path directory) throws IOException {
        Path store = directory.resolve("store");
        try (DictDB db = DictDB.open(store)) {
            fill(db);
            Table table = db.getTable("t");
            db.transact(tx -> {
                tx.getTable("t").insert(Map.of("id", 900));
                tx.getTable("t").delete(field("id").eq(900));
            });
            table.update(Map.of("v", 1), field("id").eq(3));
            table.delete(field("id").eq(2));
            table.dropIndex("v");
            table.clear();
            db.dropTable("typed");
        }
        try (Stream<Path> files = Files.list(store)) {
            Path journal = files.filter(file -> file.toString().endsWith(".ddj"))
                    .findFirst()
                    .orElseThrow();
            return List.of(JournalTarget.commits(Files.readAllBytes(journal)));
        }
    }

    static List<byte[]> csv() {
        return List.of(
                "id,name,n\r\n1,\"a \"\"b\"\"\",1.5\r\n2,,\r\n\r\n3,x,007\r\n".getBytes(StandardCharsets.UTF_8),
                "a;b\n1;2;3\n4\n".getBytes(StandardCharsets.UTF_8),
                "\ufeffk,v\n1,2\n".getBytes(StandardCharsets.UTF_8));
    }

    private static List<byte[]> saved(Path directory, String name) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (DictDB db : List.of(DictDB.create(), values(), pages())) {
            db.save(directory.resolve(name));
            seeds.add(Files.readAllBytes(directory.resolve(name)));
        }
        return seeds;
    }

    private static DictDB values() {
        DictDB db = DictDB.create();
        fill(db);
        return db;
    }

    private static void fill(DictDB db) {
        Schema schema = Schema.builder()
                .field("s", String.class, "x")
                .nullable("n", Long.class)
                .build();
        db.createTable("typed", "id", schema).insert(List.of(Map.of(), Map.of("n", 7)));
        Table table = db.createTable("t");
        table.createIndex("v");
        for (Object value : List.of(
                1,
                2.5,
                true,
                "text\ud83d\ude00",
                BigInteger.TEN.pow(30),
                new BigDecimal("1.50"),
                LocalDate.EPOCH,
                LocalTime.NOON,
                LocalDateTime.MIN,
                Instant.EPOCH,
                new UUID(1, 2),
                new byte[] {1, 2},
                List.of(1, List.of()),
                Map.of("$date", Map.of("a", 1)))) {
            table.insert(Map.of("v", value));
        }
    }

    private static DictDB pages() {
        DictDB db = DictDB.create();
        Table table = db.createTable("t");
        table.createIndex("n", IndexType.SORTED);
        for (int i = 0; i < 300; i++) {
            table.insert(i % 97 == 5 ? Map.of("odd", i) : Map.of("n", i * i, "d", i / 7.0, "s", "s" + i % 4));
        }
        table.delete(field("id").between(10, 30));
        return db;
    }
}
