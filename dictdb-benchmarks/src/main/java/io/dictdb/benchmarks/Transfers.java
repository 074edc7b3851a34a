package io.dictdb.benchmarks;

import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.sum;

import io.dictdb.DictDB;
import io.dictdb.Snapshot;
import io.dictdb.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/** Money that moves between two of eight tables, one account in each: few accounts make for many conflicts. */
final class Transfers {
    private static final int TABLES = 8;
    private static final long BALANCE = 1_000;

    private final DictDB db = DictDB.create();
    private final List<ReentrantLock> locks =
            IntStream.range(0, TABLES).mapToObj(i -> new ReentrantLock()).toList();
    private final Locking locking;
    private final int accounts;
    private final LongAdder commits = new LongAdder();
    private final LongAdder attempts = new LongAdder();

    /** What is locked around a transaction. */
    enum Locking {
        NONE,
        ORDERED,
        ONE;

        String words() {
            return this == NONE ? "optimistic" : this == ORDERED ? "locks in order" : "one lock";
        }
    }

    Transfers(Locking locking, int accounts) {
        this.locking = locking;
        this.accounts = accounts;
        for (int i = 0; i < TABLES; i++) {
            List<Map<String, Object>> records = new ArrayList<>();
            for (int account = 1; account <= accounts; account++) {
                records.add(Map.of("id", account, "balance", BALANCE));
            }
            db.createTable("t" + i).insert(records);
        }
    }

    DictDB db() {
        return db;
    }

    /** Moves 1 from an account of one table to one of another. */
    void one(SplittableRandom random) {
        int from = random.nextInt(TABLES);
        int to = (from + 1 + random.nextInt(TABLES - 1)) % TABLES;
        long account = random.nextLong(accounts) + 1;
        locked(Math.min(from, to), Math.max(from, to), () -> move("t" + from, "t" + to, account));
        commits.increment();
    }

    private void locked(int first, int second, Runnable work) {
        ReentrantLock outer = locks.get(locking == Locking.ONE ? 0 : first);
        ReentrantLock inner = locks.get(locking == Locking.ONE ? 0 : second);
        if (locking == Locking.NONE) {
            work.run();
            return;
        }
        outer.lock();
        inner.lock();
        try {
            work.run();
        } finally {
            inner.unlock();
            outer.unlock();
        }
    }

    private void move(String from, String to, long account) {
        db.transact(tx -> {
            attempts.increment();
            change(tx.getTable(from), account, -1);
            change(tx.getTable(to), account, 1);
        });
    }

    private static void change(Table table, long account, long by) {
        double balance = Transactions.number(table.get(account).orElseThrow().getLong("balance"));
        table.update(Map.of("balance", (long) balance + by), field("id").eq(account));
    }

    double attemptsPerCommit() {
        return attempts.sum() / (double) Math.max(1, commits.sum());
    }

    /** No money has come or gone. */
    void check() {
        long total = 0;
        try (Snapshot snapshot = db.snapshot()) {
            for (int i = 0; i < TABLES; i++) {
                total += (long) Transactions.number(snapshot.getTable("t" + i)
                        .aggregate(sum("balance").as("sum"))
                        .row()
                        .getLong("sum"));
            }
        }
        if (total != TABLES * BALANCE * accounts) {
            throw new IllegalStateException("there is " + total + " in all");
        }
    }
}
