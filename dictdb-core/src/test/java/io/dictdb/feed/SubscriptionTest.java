package io.dictdb.feed;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.Change;
import io.dictdb.Commit;
import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.Subscription;
import io.dictdb.SyncPolicy;
import io.dictdb.Table;
import io.dictdb.backup.BackupManager;
import io.dictdb.durable.Content;
import io.dictdb.files.Gate;
import io.dictdb.files.RandomChanges;
import io.dictdb.internal.engine.EngineBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/* Every commit is told once, in order, to each who wants it, and nobody is in the way of anybody. */
class SubscriptionTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int CHANGES = 2_000;

    /** Where the commits are. */
    enum Kept {
        IN_MEMORY,
        EVERY_COMMIT,
        INTERVAL,
        NEVER;

        DictDB opened(Path directory) {
            return this == IN_MEMORY
                    ? DictDB.create()
                    : new EngineBuilder()
                            .leastJournal(5_000)
                            .directory(directory)
                            .syncPolicy(SyncPolicy.valueOf(name()))
                            .syncInterval(Duration.ofMillis(2))
                            .open();
        }
    }

    @TempDir
    Path directory;

    private static void requireAll(Subscription subscription, DictDB db) {
        boolean told = subscription.await(db.sequence(), LONG);
        assertThat(subscription.failure()).isEmpty();
        assertThat(told).as("%s of %s", subscription, db.sequence()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aReplicaOfRandomChanges(Kept kept) {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        System.out.println("SubscriptionTest, " + kept + ": again with -Ddictdb.seed=" + seed);
        try (DictDB db = kept.opened(directory)) {
            Replica replica = new Replica(0);
            try (Subscription subscription = db.subscribe(0, replica)) {
                new RandomChanges(db, seed).make(CHANGES);
                requireAll(subscription, db);
                assertThat(Content.of(replica.db)).isEqualTo(Content.of(db));
                assertThat(subscription.sequence()).isEqualTo(db.sequence());
            }
        }
    }

    /* It ends again and again, and goes on from where it was. */
    @ParameterizedTest
    @EnumSource
    void goesOnBehindAFailure(Kept kept) {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        System.out.println("SubscriptionTest, " + kept + ": again with -Ddictdb.seed=" + seed);
        try (DictDB db = kept.opened(directory)) {
            Replica replica = new Replica(0);
            RandomChanges changes = new RandomChanges(db, seed);
            Subscription last = db.subscribe(0, commit -> {});
            int failures = 0;
            for (long end = 50; db.sequence() < CHANGES / 2; end += 50) {
                long stop = end;
                last.await(db.sequence(), LONG);
                Subscription next = db.subscribe(last.sequence(), commit -> {
                    if (commit.sequence() > stop) {
                        throw new IllegalStateException("enough");
                    }
                    replica.accept(commit);
                });
                last.close();
                changes.make(100);
                assertThat(next.await(Long.MAX_VALUE, LONG)).isFalse();
                assertThat(next.failure()).get().hasToString("java.lang.IllegalStateException: enough");
                assertThat(next.isActive()).isFalse();
                assertThat(next.sequence()).isEqualTo(stop);
                last = next;
                failures++;
            }
            assertThat(failures).isGreaterThan(5);
            requireAll(db.subscribe(last.sequence(), replica), db);
            assertThat(Content.of(replica.db)).isEqualTo(Content.of(db));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSlowListenerIsInNobodysWay(Kept kept) {
        CountDownLatch go = new CountDownLatch(1);
        try (DictDB db = kept.opened(directory)) {
            Table table = db.createTable("t");
            Queue<Long> slow = new ConcurrentLinkedQueue<>();
            Subscription stuck = db.subscribe(db.sequence(), commit -> {
                Gate.pass(go);
                slow.add(commit.sequence());
            });
            Subscription other = db.subscribe(db.sequence(), commit -> {});
            for (int i = 0; i < 1_000; i++) {
                table.upsert(Map.of("id", i % 50, "v", "x".repeat(50)));
            }
            requireAll(other, db);
            assertThat(slow).isEmpty();
            assertThat(stuck.await(2, Duration.ZERO)).isFalse();
            go.countDown();
            requireAll(stuck, db);
            assertThat(slow)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(2, 1_001).boxed().toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsToldCanBeSeenAndIsOnTheDisk(Kept kept) throws InterruptedException {
        try (DictDB db = kept.opened(directory)) {
            db.createTable("t");
            Subscription subscription = db.subscribe(1, commit -> {
                assertThat(db.sequence()).isGreaterThanOrEqualTo(commit.sequence());
                if (kept == Kept.EVERY_COMMIT || kept == Kept.INTERVAL) {
                    assertThat(db.durableSequence()).isGreaterThanOrEqualTo(commit.sequence());
                }
                Change.Put put = (Change.Put) commit.changes().get(0);
                assertThat(db.getTable("t").get(put.record().get("id"))).isPresent();
            });
            List<Thread> writers = LongStream.range(0, 4)
                    .mapToObj(writer -> new Thread(() -> {
                        for (int i = 0; i < 200; i++) {
                            db.getTable("t").insert(Map.of("writer", writer, "i", i));
                        }
                    }))
                    .toList();
            writers.forEach(Thread::start);
            for (Thread writer : writers) {
                writer.join();
            }
            requireAll(subscription, db);
        }
    }

    @Test
    void whatACommitSays() {
        try (DictDB db = DictDB.create()) {
            Queue<Commit> commits = new ConcurrentLinkedQueue<>();
            Subscription subscription = db.subscribe(0, commits::add);
            db.transact(tx -> {
                Table table = tx.createTable("t");
                table.createIndex("v");
                table.insert(Map.of("v", 1));
            });
            Table table = db.getTable("t");
            table.update(Map.of("v", 2), field("id").eq(1));
            table.delete(field("id").eq(1));
            table.insert(List.of(Map.of("v", 3), Map.of("v", 4)));
            table.clear();
            db.transact(tx -> {
                tx.getTable("t").insert(Map.of("id", 9));
                tx.getTable("t").delete(all());
            });
            table.dropIndex("v");
            db.dropTable("t");
            requireAll(subscription, db);
            assertThat(commits.stream().map(Commit::sequence)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
            List<String> changes = commits.stream()
                    .map(commit -> commit.changes().stream()
                            .map(Object::toString)
                            .toList()
                            .toString())
                    .toList();
            assertThat(changes.get(0)).contains("TableCreated").endsWith("Put[table=t, record={v=1, id=1}]]");
            assertThat(changes.subList(1, 8))
                    .containsExactly(
                            "[Put[table=t, record={v=2, id=1}]]",
                            "[Deleted[table=t, key=1]]",
                            "[Put[table=t, record={v=3, id=2}], Put[table=t, record={v=4, id=3}]]",
                            "[Cleared[table=t]]",
                            "[KeysUsed[table=t, key=9]]",
                            "[IndexesChanged[table=t, indexes=[]]]",
                            "[TableDropped[table=t]]");
        }
    }

    /* Where there are no more subscriptions, what came since is not kept; nor what there was before the first. */
    @Test
    void whatIsNotKept() {
        try (DictDB db = DictDB.create()) {
            db.createTable("t");
            assertThatThrownBy(() -> db.subscribe(0, commit -> {}))
                    .hasMessageContaining("commit 1 is not kept")
                    .hasMessageContaining("keepJournalFor");
            db.subscribe(1, commit -> {}).close();
            db.createTable("u");
            assertThatThrownBy(() -> db.subscribe(1, commit -> {})).hasMessageContaining("commit 2 is not kept");
            assertThatThrownBy(() -> db.subscribe(3, commit -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("there is no commit 3");
            assertThatThrownBy(() -> db.subscribe(-1, commit -> {})).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theJournalIsKeptForWhoIsBehind() {
        CountDownLatch go = new CountDownLatch(1);
        try (DictDB db = new EngineBuilder()
                .leastJournal(5_000)
                .directory(directory)
                .syncPolicy(SyncPolicy.EVERY_COMMIT)
                .executor(Runnable::run)
                .open()) {
            Subscription behind = db.subscribe(0, commit -> Gate.pass(go));
            Table table = db.createTable("t");
            overwrite(table);
            Subscription ahead = db.subscribe(0, commit -> {});
            requireAll(ahead, db);
            go.countDown();
            requireAll(behind, db);
            ahead.close();
            behind.close();
            overwrite(table);
            assertThatThrownBy(() -> db.subscribe(0, commit -> {})).hasMessageContaining("commit 1 is not kept");
        }
    }

    private static void overwrite(Table table) {
        for (int i = 0; i < 500; i++) {
            table.upsert(Map.of("id", i % 5, "v", "x".repeat(100)));
        }
    }

    @Test
    void acrossRestarts() {
        Replica replica = new Replica(0);
        long seen = 0;
        for (int i = 0; i < 5; i++) {
            try (DictDB db = DictDB.builder()
                    .directory(directory)
                    .keepJournalFor(Duration.ofDays(1))
                    .open()) {
                Subscription subscription = db.subscribe(seen, replica);
                new RandomChanges(db, i).make(50);
                db.sync();
                requireAll(subscription, db);
                seen = subscription.sequence();
                new RandomChanges(db, i).make(20); // some of which it may not be told any more
                assertThat(subscription.isActive()).isTrue();
                db.close();
                assertThat(subscription.isActive()).isFalse();
                boolean ended = !subscription.await(Long.MAX_VALUE, LONG);
                assertThat(ended).isTrue();
                seen = subscription.sequence();
            }
        }
        try (DictDB db = DictDB.open(directory)) {
            requireAll(db.subscribe(seen, replica), db);
            assertThat(Content.of(replica.db)).isEqualTo(Content.of(db));
        }
    }

    @Test
    void aListenerMayCloseItsSubscriptionAndChangeTheDatabase() {
        try (DictDB db = DictDB.create()) {
            Table log = db.createTable("log");
            AtomicReference<Subscription> self = new AtomicReference<>();
            Subscription subscription = db.subscribe(db.sequence(), commit -> {
                Row row = ((Change.Put) commit.changes().get(0)).record();
                if (row.getInt("left") > 0) {
                    log.insert(Map.of("left", row.getInt("left") - 1));
                } else {
                    self.get().close();
                }
            });
            self.set(subscription);
            log.insert(Map.of("left", 10));
            assertThat(subscription.await(Long.MAX_VALUE, LONG)).isFalse();
            assertThat(subscription.failure()).isEmpty();
            assertThat(log.count()).isEqualTo(11);
            assertThat(subscription.toString()).isEqualTo("Subscription at commit 12, closed");
        }
    }

    /* Beside a writer, "from now on" has no gap. */
    @ParameterizedTest
    @EnumSource
    void fromNowOnBesideAWriter(Kept kept) throws InterruptedException {
        try (DictDB db = kept.opened(directory)) {
            Table table = db.createTable("t");
            AtomicBoolean done = new AtomicBoolean();
            Thread writer = new Thread(() -> {
                for (int i = 0; !done.get(); i++) {
                    table.upsert(Map.of("id", i % 5, "v", i));
                }
            });
            writer.start();
            for (int i = 0; i < 100; i++) {
                Queue<Long> told = new ConcurrentLinkedQueue<>();
                Subscription subscription = db.subscribe(commit -> told.add(commit.sequence()));
                assertThat(subscription.await(db.sequence() + 1, LONG)).isTrue();
                subscription.close();
                boolean unused = subscription.await(Long.MAX_VALUE, LONG);
                assertThat(told)
                        .containsExactlyElementsOf(LongStream.rangeClosed(told.element(), subscription.sequence())
                                .boxed()
                                .toList());
            }
            done.set(true);
            writer.join();
        }
    }

    /* Closing at any moment: no call begins after it, and the number is that of the last one. */
    @Test
    void nothingIsToldAfterClosing() {
        try (DictDB db = DictDB.create()) {
            Table table = db.createTable("t");
            for (int i = 0; i < 500; i++) {
                AtomicBoolean closed = new AtomicBoolean();
                Queue<Long> late = new ConcurrentLinkedQueue<>();
                Subscription subscription = db.subscribe(commit -> {
                    if (closed.get()) {
                        late.add(commit.sequence());
                    }
                });
                table.upsert(Map.of("id", 1, "v", i));
                subscription.close();
                closed.set(true);
                boolean unused = subscription.await(Long.MAX_VALUE, LONG);
                assertThat(late).hasSizeLessThanOrEqualTo(1); // one that had begun before
                assertThat(subscription.isActive()).isFalse();
            }
        }
    }

    @Test
    void nobodySubscribesToWhatIsClosed() throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            DictDB db = DictDB.create();
            AtomicReference<Subscription> subscription = new AtomicReference<>();
            Thread other = new Thread(() -> {
                try {
                    subscription.set(db.subscribe(commit -> {}));
                } catch (IllegalStateException e) {
                    // it was too late
                }
            });
            other.start();
            db.close();
            other.join();
            Subscription late = subscription.get();
            assertThat(late == null || !late.isActive()).isTrue();
        }
    }

    /* Numbers that a delta passes over are no gap. */
    @Test
    void aDeltaIsOneCommit() throws IOException {
        DictDB copy;
        Path backups = directory.resolve("backups");
        try (DictDB db = DictDB.create();
                BackupManager manager =
                        BackupManager.builder(db, backups).incremental(true).build()) {
            db.createTable("t");
            manager.backupNow();
            copy = BackupManager.restore(backups);
            for (int i = 0; i < 3; i++) {
                db.getTable("t").insert(Map.of("v", i));
            }
            manager.backupNow();
        }
        Queue<Commit> told = new ConcurrentLinkedQueue<>();
        CountDownLatch go = new CountDownLatch(1);
        Subscription slow = copy.subscribe(1, commit -> Gate.pass(go));
        Subscription subscription = copy.subscribe(1, told::add);
        copy.applyDelta(BackupManager.list(backups).get(1).path());
        requireAll(subscription, copy);
        assertThat(told)
                .hasSize(1)
                .allMatch(commit -> commit.sequence() == 4 && commit.changes().size() == 3);
        Queue<Commit> again = new ConcurrentLinkedQueue<>();
        requireAll(copy.subscribe(2, again::add), copy);
        assertThat(again).containsExactlyElementsOf(told);
        go.countDown();
        requireAll(slow, copy);
        copy.close();
    }

    /* Under INTERVAL nobody is told what a power failure could take back. */
    @Test
    void notBeforeItIsOnTheDisk() {
        try (DictDB db = DictDB.builder()
                .directory(directory)
                .syncInterval(Duration.ofDays(1))
                .open()) {
            Queue<Commit> told = new ConcurrentLinkedQueue<>();
            Subscription subscription = db.subscribe(0, told::add);
            db.createTable("t");
            assertThat(subscription.await(1, Duration.ofMillis(20))).isFalse();
            assertThat(told).isEmpty();
            db.sync();
            requireAll(subscription, db);
            assertThat(told).hasSize(1);
        }
    }
}
