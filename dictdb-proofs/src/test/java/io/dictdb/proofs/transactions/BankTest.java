package io.dictdb.proofs.transactions;

import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.Snapshot;
import io.dictdb.Table;
import io.dictdb.internal.engine.Integrity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Money moves between accounts of two tables and none comes or goes. Eight threads transfer, by a transaction that reads both balances and never overdraws;
 * two threads sum both tables all the time, one in snapshots, one in transactions. The race: a sum that sees one side of a transfer.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BankTest {
    private static final int TRANSFERS = Integer.getInteger("dictdb.transfers", 400_000);
    private static final int MOVERS = 8;
    private static final int ACCOUNTS = 50;
    private static final long TOTAL = 2L * ACCOUNTS * 100;

    private final DictDB db = DictDB.create();
    private final AtomicInteger moving = new AtomicInteger(MOVERS);

    BankTest() {
        for (String bank : List.of("left", "right")) {
            Table table = db.createTable(bank);
            table.createIndex("balance", IndexType.SORTED);
            table.insert(IntStream.rangeClosed(1, ACCOUNTS)
                    .mapToObj(id -> Map.of("id", id, "balance", 100))
                    .toList());
        }
    }

    @Test
    void noMoneyComesOrGoes() throws Exception {
        long seed = Crew.seed("bank");
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < MOVERS; i++) {
            SplittableRandom random = new SplittableRandom(seed + i);
            tasks.add(() -> move(random));
        }
        tasks.add(() -> sums(this::sumOfSnapshot));
        tasks.add(() -> sums(() -> db.transaction(tx -> total(tx::getTable))));
        List<Long> done = Crew.work(tasks);
        System.out.printf(
                "bank: %s transfers made, %s sums%n", done.subList(0, MOVERS), done.subList(MOVERS, MOVERS + 2));
        assertThat(total(db::getTable)).isEqualTo(TOTAL);
        assertThat(db.getTable("left").select(field("balance").lt(0)).count()).isZero();
        assertThat(done).allMatch(n -> n > 0);
        assertThat(Integrity.verify(db)).isEmpty();
    }

    private long move(SplittableRandom random) {
        long moved = 0;
        for (int i = 0; i < TRANSFERS / MOVERS; i++) {
            String from = random.nextBoolean() ? "left" : "right";
            String to = from.equals("left") ? "right" : "left";
            int giver = 1 + random.nextInt(ACCOUNTS);
            int taker = 1 + random.nextInt(ACCOUNTS);
            long amount = random.nextLong(60) + 1;
            moved += db.<Boolean>transaction(tx -> move(tx.getTable(from), giver, tx.getTable(to), taker, amount))
                    ? 1
                    : 0;
        }
        moving.decrementAndGet();
        return moved;
    }

    private static boolean move(Table from, int giver, Table to, int taker, long amount) {
        long there = from.get(giver).orElseThrow().getLong("balance");
        if (there < amount) {
            return false;
        }
        from.update(Map.of("balance", there - amount), field("id").eq(giver));
        to.update(
                row -> Map.of("balance", row.getLong("balance") + amount),
                field("id").eq(taker));
        return true;
    }

    private long sums(Callable<Long> sum) throws Exception {
        long sums = 0;
        while (moving.get() > 0) {
            assertThat(sum.call()).as("sum %d", sums).isEqualTo(TOTAL);
            sums++;
        }
        return sums;
    }

    private long sumOfSnapshot() {
        try (Snapshot snapshot = db.snapshot()) {
            return total(snapshot::getTable);
        }
    }

    private static long total(Function<String, Table> tables) {
        return balance(tables.apply("left")) + balance(tables.apply("right"));
    }

    private static long balance(Table table) {
        return table.aggregate(sum("balance").as("sum")).row().getLong("sum");
    }
}
