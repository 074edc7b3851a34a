package io.dictdb.proofs.durable;

import static io.dictdb.Dsl.field;

import io.dictdb.DictDB;
import io.dictdb.SyncPolicy;
import io.dictdb.Table;
import io.dictdb.internal.engine.EngineBuilder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A program that is going to be killed: four threads move money between two tables, and write down each transfer in a third, in one transaction. Of each that was acknowledged it prints the
 * thread, its number and the time.
 */
final class Victim {
    static final int THREADS = 4;
    static final int ACCOUNTS = 20;
    static final long MONEY = 1_000;
    static final long INTERVAL = 200;

    /** So short that many are killed while they write an image. */
    private static final long IMAGES = 30_000;

    private Victim() {}

    public static void main(String[] args) {
        DictDB db = opened(Path.of(args[0]), SyncPolicy.valueOf(args[1]));
        prepare(db);
        PrintStream out = System.out;
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            new Thread(() -> move(db, thread, out)).start();
        }
    }

    static DictDB opened(Path directory, SyncPolicy policy) {
        return new EngineBuilder()
                .leastJournal(IMAGES)
                .directory(directory)
                .syncPolicy(policy)
                .syncInterval(Duration.ofMillis(INTERVAL))
                .open();
    }

    private static void prepare(DictDB db) {
        if (!db.listTables().isEmpty()) {
            return;
        }
        db.transact(tx -> {
            for (String name : new String[] {"current", "savings"}) {
                Table table = tx.createTable(name);
                for (int i = 1; i <= ACCOUNTS; i++) {
                    table.insert(Map.of("id", i, "money", MONEY));
                }
            }
            tx.createTable("log").createIndex("thread");
        });
    }

    private static void move(DictDB db, int thread, PrintStream out) {
        long number = done(db, thread);
        while (!Thread.currentThread().isInterrupted()) {
            number++;
            transfer(db, thread, number);
            out.println(thread + " " + number + " " + System.currentTimeMillis());
        }
    }

    /** How many transfers of a thread are there. */
    static long done(DictDB db, int thread) {
        return db.getTable("log").select(field("thread").eq(thread)).count();
    }

    private static void transfer(DictDB db, int thread, long number) {
        long from = (number * 7 + thread) % ACCOUNTS + 1;
        long to = (number * 11 + thread * 3L) % ACCOUNTS + 1;
        db.transact(tx -> {
            tx.getTable("current")
                    .update(
                            row -> Map.of("money", row.getLong("money") - 1),
                            field("id").eq(from));
            tx.getTable("savings")
                    .update(
                            row -> Map.of("money", row.getLong("money") + 1),
                            field("id").eq(to));
            tx.getTable("log").insert(Map.of("thread", thread, "number", number));
        });
    }
}
