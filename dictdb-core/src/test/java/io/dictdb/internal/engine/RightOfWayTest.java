package io.dictdb.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever has the right of way is waited for in its tables, by others, and never for good. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RightOfWayTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final AtomicLong time = new AtomicLong();
    private final RightOfWay way = new RightOfWay(time::get);
    private final TableDefinition table = new TableDefinition("t", "id", null);
    private final TableDefinition other = new TableDefinition("u", "id", null);
    private final Deadline never = Deadline.after(Duration.ofDays(1), time::get);

    @Test
    void othersWaitUntilItIsGivenBack() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicBoolean seen = new AtomicBoolean();
        CountDownLatch began = new CountDownLatch(1);
        Thread writer = new Thread(() -> {
            began.countDown();
            way.yieldIn(table);
            seen.set(over.get());
        });
        way.during(List.of(table), SECOND, never, () -> {
            writer.start();
            awaitWaiting(began, writer);
            over.set(true);
            return 0;
        });
        writer.join();
        assertThat(seen).isTrue();
    }

    private static void awaitWaiting(CountDownLatch began, Thread writer) {
        try {
            began.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        while (writer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void writersOfOtherTablesAndItsOwnThreadDoNotWait() throws Exception {
        AtomicBoolean passed = new AtomicBoolean();
        way.during(List.of(table), SECOND, never, () -> {
            way.yieldIn(table);
            Thread writer = new Thread(() -> {
                way.yieldIn(other);
                passed.set(true);
            });
            writer.start();
            while (!passed.get()) {
                Thread.onSpinWait();
            }
            return 0;
        });
        assertThat(passed).isTrue();
    }

    @Test
    void nobodyWaitsWhenItsTimeIsOver() {
        way.during(List.of(table), SECOND, never, () -> {
            time.addAndGet(SECOND);
            AtomicBoolean passed = new AtomicBoolean();
            new Thread(() -> {
                        way.yieldIn(table);
                        passed.set(true);
                    })
                    .start();
            while (!passed.get()) {
                Thread.onSpinWait();
            }
            return 0;
        });
    }

    @Test
    void severalMayHaveItInDifferentTables() throws Exception {
        AtomicBoolean inside = new AtomicBoolean();
        Thread second = new Thread(() -> way.during(List.of(other), SECOND, never, () -> {
            inside.set(true);
            return 0;
        }));
        way.during(List.of(table), SECOND, never, () -> {
            second.start();
            while (!inside.get()) {
                Thread.onSpinWait();
            }
            return 0;
        });
        second.join();
        assertThat(inside).isTrue();
    }

    @Test
    void whatThrowsGivesItBack() {
        IllegalStateException thrown = new IllegalStateException();
        assertThatThrownBy(() -> way.during(List.of(table), SECOND, never, () -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
        boolean[] ran = new boolean[1];
        way.during(List.of(table), SECOND, never, () -> ran[0] = true);
        assertThat(ran[0]).isTrue();
    }

    @Test
    void waitingEndsByTimeAndKeepsAnInterrupt() {
        Thread.currentThread().interrupt();
        boolean came = Patience.wait(1_000_000, nanos -> new CountDownLatch(1).await(nanos, TimeUnit.NANOSECONDS));
        assertThat(came).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
