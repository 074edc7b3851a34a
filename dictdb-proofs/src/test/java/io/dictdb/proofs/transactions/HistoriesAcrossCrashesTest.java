package io.dictdb.proofs.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.StorageException;
import io.dictdb.SyncPolicy;
import io.dictdb.internal.engine.EngineBuilder;
import io.dictdb.internal.engine.Integrity;
import io.dictdb.internal.timer.ThreadTimer;
import io.dictdb.testkit.history.AppendWorkload;
import io.dictdb.testkit.history.History;
import io.dictdb.testkit.history.HistoryChecker;
import io.dictdb.testkit.history.ListStore;
import io.dictdb.testkit.history.Op;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One history over many lives of a durable store: each ends at some call to the disk, in the middle of everything, and the next one goes on from the directory. What was acknowledged is there in every later life; what was not may be or
 * not, but nobody sees it come and go.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HistoriesAcrossCrashesTest {
    private static final int RUNS = Math.max(1, Integer.getInteger("dictdb.histories", 20) / 20);
    private static final int THREADS = 8;
    private static final int TRANSACTIONS = 10_000;

    @TempDir
    Path folder;

    /** A store that is opened again whenever it has died. */
    private static final class Lives implements ListStore {
        private final Path directory;
        private final Random random;
        private volatile Life now;
        private int crashes;

        Lives(Path directory, long seed) {
            this.directory = directory;
            this.random = new Random(seed);
            this.now = new Life(directory, Integer.MAX_VALUE);
        }

        @Override
        public Attempt execute(List<Op> ops) {
            Life life = now;
            try {
                Attempt attempt = life.lists.execute(ops);
                return life == now ? attempt : Attempt.indeterminate(); // a dead process answers nobody
            } catch (StorageException | IllegalStateException e) {
                reborn(life);
                return Attempt.indeterminate();
            }
        }

        private synchronized void reborn(Life dead) {
            if (dead == now) {
                crashes++;
                dead.end();
                now = born();
            }
        }

        /** It may die while it is being opened. */
        private Life born() {
            while (true) {
                try {
                    return new Life(directory, random.nextInt(1_000));
                } catch (StorageException e) {
                    crashes++;
                }
            }
        }
    }

    private static final class Life {
        private final ExecutorService journal = Executors.newSingleThreadExecutor();
        private final ExecutorService images = Executors.newSingleThreadExecutor();
        private final DictDB db;
        private final ListsInTables lists;

        Life(Path directory, int calls) {
            this.db = new EngineBuilder()
                    .disk(DyingDisk.of(calls), name -> journal, ThreadTimer::new)
                    .leastJournal(50_000)
                    .directory(directory)
                    .syncPolicy(SyncPolicy.EVERY_COMMIT)
                    .executor(images)
                    .open();
            this.lists = lists();
        }

        private ListsInTables lists() {
            try {
                return new ListsInTables(db);
            } catch (StorageException e) {
                end();
                throw e;
            }
        }

        void end() {
            try {
                db.close();
            } catch (StorageException e) {
                // it was dead
            }
            journal.shutdown();
            images.shutdown();
        }
    }

    @Test
    void areOneHistory() {
        long seed = Crew.seed("histories across crashes");
        int crashes = 0;
        for (int run = 0; run < RUNS; run++) {
            Lives lives = new Lives(folder.resolve("store" + run), seed + run);
            lives.reborn(lives.now);
            History history = AppendWorkload.run(THREADS, TRANSACTIONS, 4 + run % 3 * 8, seed + run, lives);
            assertThat(HistoryChecker.check(history)).as("seed %d", seed + run).isEmpty();
            assertThat(Integrity.verify(lives.now.db)).isEmpty();
            lives.now.end();
            crashes += lives.crashes;
        }
        System.out.printf("histories across crashes: %d runs, %d crashes%n", RUNS, crashes);
        assertThat(crashes).isGreaterThan(RUNS * 2);
    }
}
