package io.dictdb.proofs.transactions;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.matching;
import static io.dictdb.Dsl.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.QueryCancelledException;
import io.dictdb.Table;
import io.dictdb.internal.engine.Integrity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A thousand interrupts hit threads that read, write and run transactions. Each is still set when the call has returned: the thread that was hit tells so before it is
 * hit again. Nothing is lost and nothing damaged. The race: an interrupt that arrives while a lock is awaited must neither end the wait nor be forgotten.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptStormTest {
    private static final int INTERRUPTS = Integer.getInteger("dictdb.interrupts", 1_000);
    private static final int THREADS = 4;

    private final DictDB db = DictDB.create();
    private final Table left = db.createTable("left");
    private final Table right = db.createTable("right");
    private final AtomicLong cancelled = new AtomicLong();
    private volatile boolean over;
    private volatile boolean ended;

    @Test
    void everyInterruptIsKeptAndNothingIsLost() throws Exception {
        left.insert(IntStream.range(0, 2_000)
                .mapToObj(id -> Map.of("id", id, "n", 0))
                .toList());
        right.insert(Map.of("id", 0, "n", 0));
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            workers.add(new Worker(i));
        }
        workers.forEach(Thread::start);
        for (int i = 0; i < INTERRUPTS; i++) {
            Worker worker = workers.get(i % THREADS);
            worker.interrupt();
            worker.kept.acquire();
            assertThat(ended).as("a thread has died; see its exception above").isFalse();
        }
        over = true;
        for (Worker worker : workers) {
            worker.join();
        }
        long transactions =
                workers.stream().mapToLong(worker -> worker.transactions).sum();
        System.out.printf(
                "interrupts: %d kept, %d transactions, %d queries cancelled%n",
                INTERRUPTS, transactions, cancelled.get());
        assertThat(left.aggregate(sum("n").as("n")).row().getLong("n")).isEqualTo(transactions);
        assertThat(right.get(0).orElseThrow().getLong("n")).isEqualTo(transactions);
        assertThat(Integrity.verify(db)).isEmpty();
    }

    /** Works until it is over and tells each interrupt that it finds set after a call. */
    private final class Worker extends Thread {
        private final Semaphore kept = new Semaphore(0);
        private final int number;
        private long transactions;

        Worker(int number) {
            this.number = number;
        }

        @Override
        public void run() {
            try {
                for (int i = 0; !over; i++) {
                    call(i);
                    if (Thread.interrupted()) {
                        kept.release();
                    }
                }
            } finally {
                ended = !over;
                kept.release(INTERRUPTS); // who waits for a thread that has died would wait for ever
            }
        }

        private void call(int i) {
            if (number == 0 && i % 2 == 0) {
                ask();
            } else {
                increment(number * 100 + i % 100);
                transactions++;
            }
        }

        private void increment(int id) {
            db.transact(tx -> {
                for (Table table : List.of(left, right)) {
                    table.update(
                            row -> Map.of("n", row.getLong("n") + 1),
                            field("id").eq(table == left ? id : 0));
                }
            });
        }

        private void ask() {
            try {
                assertThat(left.select(matching("any", row -> true).and(all()))
                                .interruptible()
                                .list())
                        .hasSize(2_000);
            } catch (QueryCancelledException e) {
                cancelled.incrementAndGet();
            }
        }
    }
}
