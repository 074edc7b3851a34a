package io.dictdb.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.Commit;
import io.dictdb.DictDB;
import io.dictdb.StorageException;
import io.dictdb.Subscription;
import io.dictdb.SyncPolicy;
import io.dictdb.files.RandomChanges;
import io.dictdb.files.ToldTime;
import io.dictdb.internal.engine.EngineBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/* The clock gives labels: whatever it says, commits keep their order, and nothing is lost. */
class ClockTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    Path directory;

    /** What a clock may do. */
    enum Trouble {
        STUCK {
            @Override
            Instant next(Random random, Instant last) {
                return last;
            }
        },
        BACKWARDS {
            @Override
            Instant next(Random random, Instant last) {
                return last.minusSeconds(random.nextInt(100));
            }
        },
        A_DAY_MORE_OR_LESS {
            @Override
            Instant next(Random random, Instant last) {
                return NOW.plus(Duration.ofDays(random.nextInt(3) - 1L));
            }
        };

        abstract Instant next(Random random, Instant last);
    }

    private DictDB opened(Clock clock) {
        return opened(clock, Duration.ofHours(1));
    }

    private DictDB opened(Clock clock, Duration kept) {
        return new EngineBuilder()
                .leastJournal(2_000)
                .directory(directory)
                .syncPolicy(SyncPolicy.EVERY_COMMIT)
                .keepJournalFor(kept)
                .clock(clock)
                .executor(Runnable::run)
                .open();
    }

    @ParameterizedTest
    @EnumSource
    void orderAndContent(Trouble trouble) {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        System.out.println("ClockTest, " + trouble + ": again with -Ddictdb.seed=" + seed);
        Random random = new Random(seed);
        Instant[] now = {NOW};
        Clock clock = new ToldTime(() -> now[0] = trouble.next(random, now[0]));
        String content = "";
        long sequence = 0;
        for (int i = 0; i < 10; i++) {
            try (DictDB db = opened(clock)) {
                assertThat(Content.of(db)).isEqualTo(content);
                assertThat(db.sequence()).isEqualTo(sequence);
                Queue<Commit> told = new ConcurrentLinkedQueue<>();
                Subscription subscription = db.subscribe(sequence, told::add);
                new RandomChanges(db, seed + i).make(50);
                assertThat(subscription.await(db.sequence(), Duration.ofMinutes(1)))
                        .isTrue();
                for (Commit commit : told) {
                    assertThat(commit.sequence()).isEqualTo(++sequence);
                }
                content = Content.of(db);
            }
        }
    }

    /* A clock that was a day ahead once does not cost the journal that is to be kept. */
    @Test
    void aJumpDoesNotCostWhatIsKept() {
        Instant[] now = {NOW};
        try (DictDB db = opened(new ToldTime(() -> now[0]))) {
            RandomChanges changes = new RandomChanges(db, 1);
            changes.make(400);
            assertThat(keptFrom(db)).isZero();
            now[0] = NOW.plus(Duration.ofDays(1));
            changes.make(40);
            now[0] = NOW.plusSeconds(1);
            changes.make(40);
            assertThat(keptFrom(db)).isLessThan(db.sequence() / 2);
        }
    }

    /* A clock that is set back does not keep what nobody wants. */
    @Test
    void whatIsNotKeptGoesWhateverTheClockSays() {
        Instant[] now = {NOW};
        try (DictDB db = opened(new ToldTime(() -> now[0] = now[0].minusSeconds(100)), Duration.ZERO)) {
            new RandomChanges(db, 1).make(400);
            assertThat(keptFrom(db)).isGreaterThan(db.sequence() / 2);
        }
    }

    /** The first commit behind which everything is kept. */
    private static long keptFrom(DictDB db) {
        for (long from = 0; ; from++) {
            try {
                db.subscribe(from, commit -> {}).close();
                return from;
            } catch (StorageException e) {
                assertThat(e).hasMessageContaining("is not kept");
            }
        }
    }
}
