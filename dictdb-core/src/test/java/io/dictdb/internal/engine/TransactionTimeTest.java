package io.dictdb.internal.engine;

import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.Table;
import io.dictdb.TransactionConflictException;
import io.dictdb.TransactionOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a transaction tries; the time is the test's. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TransactionTimeTest {
    private static final TransactionOptions TEN_SECONDS =
            TransactionOptions.defaults().timeout(Duration.ofSeconds(10));

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final DictDB db = Engine.create(Steps.NONE, time::get);
    private final Table table = db.createTable("t");
    private final AtomicInteger runs = new AtomicInteger();

    TransactionTimeTest() {
        table.insert(Map.of("n", 0));
    }

    private void pass(long seconds) {
        time.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    /** What another thread changes while a transaction's work runs. */
    private void overtake() {
        Thread other = new Thread(
                () -> table.update(Map.of("n", runs.get()), field("id").eq(1)));
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noAttemptIsBegunAfterTheTime() {
        assertThatThrownBy(() -> db.transact(TEN_SECONDS, tx -> {
                    runs.incrementAndGet();
                    table.update(Map.of("m", 1), field("id").eq(1));
                    overtake();
                    pass(4);
                }))
                .isInstanceOf(TransactionConflictException.class)
                .hasMessageContaining("3 attempts in 12000 ms");
        assertThat(runs).hasValue(3);
    }

    @Test
    void workThatTookLongIsCommittedIfNothingIsInItsWay() {
        db.transact(TEN_SECONDS, tx -> {
            table.update(Map.of("n", 7), field("id").eq(1));
            pass(100);
        });
        assertThat(table.get(1).orElseThrow().getInt("n")).isEqualTo(7);
    }

    @Test
    void waitingForAWriterEndsWithTheTime() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        DictDB slow = Engine.create(
                step -> {
                    if (step.equals("build index")) {
                        held.countDown();
                        awaitQuietly(enough);
                    }
                },
                time::get);
        Table busy = slow.createTable("busy");
        busy.insert(Map.of("n", 1));
        Thread writer = new Thread(() -> busy.createIndex("n"));
        writer.start();
        held.await();
        assertThatThrownBy(() -> slow.transact(TransactionOptions.defaults().timeout(Duration.ofMillis(20)), tx -> {
                    busy.insert(Map.of("n", 2));
                    time.addAndGet(Duration.ofMillis(20).toNanos());
                }))
                .isInstanceOf(TransactionConflictException.class)
                .hasMessageContaining("'busy'");
        enough.countDown();
        writer.join();
        assertThat(busy.count()).isEqualTo(1);
        assertThat(busy.hasIndex("n")).isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void optionsArgueWhereTheyAreTyped() {
        assertThatThrownBy(() -> TransactionOptions.defaults().attempts(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1, got 0");
        assertThatThrownBy(() -> TransactionOptions.defaults().timeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0S");
        assertThat(TEN_SECONDS.attempts()).isEqualTo(100);
        assertThat(TEN_SECONDS.attempts(3).timeout()).contains(Duration.ofSeconds(10));
        assertThat(TransactionOptions.defaults().timeout()).isEmpty();
    }
}
