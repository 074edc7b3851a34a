package io.dictdb.transaction;

import static io.dictdb.Dsl.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.Subscription;
import io.dictdb.Table;
import io.dictdb.TableNotFoundException;
import io.dictdb.files.Gate;
import io.dictdb.files.ToldTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/* A thread that stops for a while between two steps of publishing makes nobody give up. */
class SlowPublisherTest {
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final AtomicBoolean armed = new AtomicBoolean();

    /** Is asked in the middle of publishing, once. */
    private Instant time() {
        if (armed.compareAndSet(true, false)) {
            stopped.countDown();
            Gate.pass(go);
        }
        return Instant.EPOCH;
    }

    /* Who is told that something is there, or is not, can see it from then on. */
    @Test
    void whatIsNotShownYetIsNoReasonToFail() throws InterruptedException {
        try (DictDB db = DictDB.builder().clock(new ToldTime(this::time)).open();
                Subscription subscription = db.subscribe(commit -> {})) {
            Table table = db.createTable("t");
            armed.set(true);
            CompletableFuture<Void> publisher = CompletableFuture.runAsync(() -> db.dropTable("t"));
            Gate.pass(stopped);
            AtomicReference<List<String>> seen = new AtomicReference<>();
            Thread other = new Thread(() -> {
                assertThatThrownBy(() -> table.insert(Map.of("v", 1))).isInstanceOf(TableNotFoundException.class);
                seen.set(db.listTables());
            });
            other.start();
            Gate.untilWaiting(other);
            go.countDown();
            other.join();
            publisher.join();
            assertThat(seen.get()).isEmpty();
            assertThat(subscription.isActive()).isTrue();
        }
    }

    @Test
    void aTransactionWaitsForIt() throws InterruptedException {
        try (DictDB db = DictDB.builder().clock(new ToldTime(this::time)).open();
                Subscription subscription = db.subscribe(commit -> {})) {
            Table table = db.createTable("t");
            table.insert(Map.of("id", 1, "n", 0));
            armed.set(true);
            CompletableFuture<Void> publisher = CompletableFuture.runAsync(() -> table.update(Map.of("n", 10), all()));
            Gate.pass(stopped);
            AtomicInteger attempts = new AtomicInteger();
            Thread other = new Thread(() -> db.transact(tx -> {
                long n = tx.getTable("t").select().one().getLong("n");
                attempts.incrementAndGet();
                tx.getTable("t").update(Map.of("n", n + 1), all());
            }));
            other.start();
            Gate.untilWaiting(other);
            go.countDown();
            other.join();
            publisher.join();
            assertThat(table.select().one().getLong("n")).isEqualTo(11);
            assertThat(attempts.get()).isLessThan(10);
            assertThat(subscription.isActive()).isTrue();
        }
    }
}
