package io.dictdb.proofs.transactions;

import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.Row;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Everybody gets on. Eight readers query, take snapshots and read in transactions; four writers run transactions over two or three of five tables in random order, some
 * with questions about a whole table, some single calls. No thread completes nothing while another completes 20,000 calls, and nothing hangs (a watchdog looks on).
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LivenessTest {
    private static final int READERS = 8;
    private static final int WRITERS = 4;
    private static final int WRITES = Integer.getInteger("dictdb.writes", 10_000);
    private static final int TABLES = 5;
    private static final int ROWS = 200;

    private final DictDB db = DictDB.create();
    private final Fairness fairness = new Fairness(READERS + WRITERS, 20_000);
    private final AtomicInteger writing = new AtomicInteger(WRITERS);

    LivenessTest() {
        for (int i = 0; i < TABLES; i++) {
            Table table = db.createTable("t" + i);
            table.createIndex("n", IndexType.SORTED);
            table.insert(IntStream.range(0, ROWS)
                    .mapToObj(id -> Map.of("id", id, "n", id % 10))
                    .toList());
        }
    }

    @Test
    void eightReadersAndFourWritersAllGetOn() throws Exception {
        long seed = Crew.seed("liveness");
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < READERS + WRITERS; i++) {
            int me = i;
            SplittableRandom random = new SplittableRandom(seed + i);
            tasks.add(() -> me < READERS ? read(me, random) : write(me, random));
        }
        List<Long> done = Crew.work(tasks);
        System.out.printf("liveness: completed %s%n", done);
        assertThat(done).allMatch(n -> n > 0);
        assertThat(done.subList(READERS, READERS + WRITERS)).allMatch(n -> n == WRITES);
        assertThat(Integrity.verify(db)).isEmpty();
    }

    private long read(int me, SplittableRandom random) {
        while (writing.get() > 0) {
            switch (random.nextInt(4)) {
                case 0 -> ask(any(random));
                case 1 -> db.transaction(tx -> ask(any(random)) + ask(any(random)));
                case 2 -> any(random).select(field("n").between(2, 4)).list();
                default -> {
                    try (Snapshot snapshot = db.snapshot()) {
                        ask(snapshot.getTable("t" + random.nextInt(TABLES)));
                    }
                }
            }
            fairness.completed(me);
        }
        return fairness.finished(me);
    }

    private long write(int me, SplittableRandom random) {
        for (int i = 0; i < WRITES; i++) {
            int kind = random.nextInt(10);
            if (kind == 0) {
                any(random)
                        .update(
                                row -> Map.of("n", (row.getLong("n") + 1) % 10),
                                field("id").lt(20));
            } else {
                SplittableRandom choices = random.split();
                db.transact(tx -> change(choices.split(), kind));
            }
            fairness.completed(me);
        }
        writing.decrementAndGet();
        return fairness.finished(me);
    }

    private void change(SplittableRandom random, int kind) {
        long total = kind < 3 ? ask(any(random)) : 0;
        for (int i = 0; i < 2 + kind % 2; i++) {
            long n = (total + random.nextInt(10)) % 10;
            any(random).updateIfAny(Map.of("n", n), field("id").eq(random.nextInt(ROWS)));
        }
    }

    private Table any(SplittableRandom random) {
        return db.getTable("t" + random.nextInt(TABLES));
    }

    private static long ask(Table table) {
        Row row = table.aggregate(count(), sum("n").as("sum")).row();
        assertThat(row.getInt("count")).isEqualTo(ROWS);
        return row.getLong("sum");
    }

    @Test
    void aThreadThatIsStarvedIsNoticed() {
        Fairness unfair = new Fairness(2, 10);
        unfair.completed(1);
        for (int i = 0; i < 11; i++) {
            unfair.completed(0);
        }
        assertThatThrownBy(() -> unfair.completed(0))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("thread 1 completed nothing while thread 0 completed 10");
        unfair.finished(1);
        unfair.completed(0);
        for (int i = 0; i < 100; i++) {
            unfair.completed(0);
        }
    }
}
