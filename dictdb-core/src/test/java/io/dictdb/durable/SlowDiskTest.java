package io.dictdb.durable;

import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.DictDBException;
import io.dictdb.Snapshot;
import io.dictdb.StorageException;
import io.dictdb.Subscription;
import io.dictdb.SyncPolicy;
import io.dictdb.Table;
import io.dictdb.files.FaultyStorage;
import io.dictdb.files.Gate;
import io.dictdb.internal.engine.EngineBuilder;
import io.dictdb.internal.timer.ThreadTimer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/* A disk that does not answer for a while: who reads does not notice, who writes waits as the policy says, and nothing hangs when it answers again. */
class SlowDiskTest {
    private static final CountDownLatch OPEN = new CountDownLatch(0);

    private final AtomicReference<CountDownLatch> gate = new AtomicReference<>(OPEN);
    private final AtomicBoolean failing = new AtomicBoolean();
    private final ExecutorService journal = Executors.newSingleThreadExecutor();
    private final ExecutorService images = Executors.newSingleThreadExecutor();

    @TempDir
    Path directory;

    @AfterEach
    void end() {
        journal.shutdownNow();
        images.shutdownNow();
    }

    private DictDB opened(SyncPolicy policy) {
        return opened(policy, new FaultyStorage(this::meanwhile));
    }

    private void meanwhile() {
        Gate.pass(gate.get());
        if (failing.compareAndSet(true, false)) {
            SlowDiskTest.<RuntimeException>fail(new IOException("No space left on device"));
        }
    }

    @SuppressWarnings("unchecked") // the disk may throw it
    private static <E extends Exception> void fail(Exception how) throws E {
        throw (E) how;
    }

    private DictDB opened(SyncPolicy policy, FaultyStorage disk) {
        return new EngineBuilder()
                .disk(disk, name -> journal, ThreadTimer::new)
                .leastJournal(2_000)
                .directory(directory)
                .syncPolicy(policy)
                .executor(images)
                .open();
    }

    private CountDownLatch shut() {
        CountDownLatch closed = new CountDownLatch(1);
        gate.set(closed);
        return closed;
    }

    @ParameterizedTest
    @EnumSource
    void readsGoOnWhileTheDiskHangs(SyncPolicy policy) {
        try (DictDB db = opened(policy)) {
            Table table = db.createTable("t");
            table.createIndex("v");
            table.insert(
                    IntStream.range(0, 1_000).mapToObj(i -> Map.of("v", i % 10)).toList());
            CountDownLatch hanging = shut();
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int value = 100 + i;
                writers.add(CompletableFuture.runAsync(() -> table.insert(Map.of("v", value))));
            }
            for (long id = 1; id <= 1_000; id++) {
                assertThat(table.get(id)).isPresent();
                assertThat(table.select(field("v").eq(id % 10)).count()).isEqualTo(100);
                try (Snapshot snapshot = db.snapshot()) {
                    assertThat(snapshot.getTable("t").count()).isGreaterThanOrEqualTo(1_000);
                }
            }
            boolean waiting = writers.stream().noneMatch(CompletableFuture::isDone);
            assertThat(waiting || policy != SyncPolicy.EVERY_COMMIT).isTrue();
            if (policy == SyncPolicy.EVERY_COMMIT) {
                assertThat(table.count()).isEqualTo(1_000);
            } else {
                writers.forEach(CompletableFuture::join);
                assertThat(table.count()).isEqualTo(1_008);
            }
            hanging.countDown();
            writers.forEach(CompletableFuture::join);
            assertThat(table.count()).isEqualTo(1_008);
        }
        try (DictDB db = opened(policy)) {
            assertThat(db.getTable("t").count()).isEqualTo(1_008);
        }
    }

    /* A file that is created and empty yet is no journal that has lost something. */
    @Test
    void aFeedBeginsWhileTheFirstSegmentIsCreated() throws Exception {
        Thread writer = journal.submit(Thread::currentThread).get();
        Path segment = directory.resolve("dictdb-journal-0000000001.ddj");
        CountDownLatch created = new CountDownLatch(1);
        CountDownLatch hanging = new CountDownLatch(1);
        FaultyStorage disk = new FaultyStorage(() -> {
            if (Thread.currentThread() == writer && Files.exists(segment)) {
                created.countDown();
                Gate.pass(hanging);
            }
        });
        try (DictDB db = opened(SyncPolicy.INTERVAL, disk)) {
            Table unused = db.createTable("t");
            Gate.pass(created);
            assertThat(segment).isEmptyFile();
            List<Long> seen = new CopyOnWriteArrayList<>();
            Subscription feed;
            try {
                feed = db.subscribe(0, commit -> seen.add(commit.sequence()));
            } finally {
                hanging.countDown();
            }
            assertThat(feed.await(1, Duration.ofMinutes(1))).isTrue();
            assertThat(seen).containsExactly(1L);
        }
    }

    /* A record that may still be lost is no reason to refuse another. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoWouldBeRefusedWaitsForTheReason(boolean lost) throws InterruptedException {
        try (DictDB db = opened(SyncPolicy.EVERY_COMMIT)) {
            Table table = db.createTable("t");
            CountDownLatch hanging = shut();
            List<String> said = new CopyOnWriteArrayList<>();
            Thread first = inserting(table, "first", said);
            Gate.untilWaiting(first);
            Thread second = inserting(table, "second", said);
            Gate.untilWaiting(second);
            assertThat(said).isEmpty();
            failing.set(lost);
            hanging.countDown();
            first.join();
            second.join();
            assertThat(said)
                    .hasSize(2)
                    .contains(lost ? "second inserted, record second" : "second DuplicateKeyException, record first")
                    .anyMatch(
                            line -> line.startsWith(lost ? "first StorageException" : "first inserted, record first"));
        }
    }

    /* Whoever asks while the disk hangs and then has no room is told so, not left waiting until there is some. */
    @Test
    void whoAsksWhileAWriteFailsIsTold() throws Exception {
        try (DictDB db = new EngineBuilder()
                .disk(new FaultyStorage(this::meanwhile), name -> journal, ThreadTimer::new)
                .directory(directory)
                .syncInterval(Duration.ofDays(1))
                .open()) {
            db.createTable("t");
            db.sync();
            Thread writer = journal.submit(Thread::currentThread).get();
            CountDownLatch hanging = shut();
            db.getTable("t").insert(Map.of("v", 1));
            Gate.untilWaiting(writer);
            CompletableFuture<String> told = new CompletableFuture<>();
            Thread asking = new Thread(() -> {
                try {
                    db.sync();
                    told.complete("nothing");
                } catch (StorageException e) {
                    told.complete(String.valueOf(e.getMessage()));
                }
            });
            asking.start();
            Gate.untilWaiting(asking);
            failing.set(true);
            hanging.countDown();
            assertThat(told.get(1, TimeUnit.MINUTES)).contains("could not be written");
        }
        try (DictDB db = opened(SyncPolicy.INTERVAL)) {
            assertThat(db.getTable("t").count()).isEqualTo(1);
        }
    }

    private static Thread inserting(Table table, String who, List<String> said) {
        Thread thread = new Thread(() -> {
            String result = "inserted";
            try {
                table.insert(Map.of("id", 1, "by", who));
            } catch (DictDBException e) {
                result = e.getClass().getSimpleName();
            }
            said.add(who + " " + result + ", record "
                    + table.get(1).map(row -> row.getString("by")).orElse("none"));
        });
        thread.start();
        return thread;
    }

    /* An image that hangs is in no writer's way, as long as the journal does not. */
    @Test
    void writesGoOnWhileAnImageHangs() {
        CountDownLatch hanging = new CountDownLatch(1);
        CompletableFuture<Void> busy = CompletableFuture.runAsync(() -> Gate.pass(hanging), images);
        try (DictDB db = opened(SyncPolicy.EVERY_COMMIT)) {
            Table table = db.createTable("t");
            for (int i = 0; i < 500; i++) {
                table.upsert(Map.of("id", i % 7, "v", "x".repeat(50)));
            }
            assertThat(busy).isNotDone();
            hanging.countDown();
        }
        try (DictDB db = opened(SyncPolicy.EVERY_COMMIT)) {
            assertThat(db.getTable("t").count()).isEqualTo(7);
            assertThat(db.sequence()).isEqualTo(501);
        }
    }
}
