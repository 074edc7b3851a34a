package io.dictdb.durable;

import io.dictdb.DictDB;
import io.dictdb.SyncPolicy;
import io.dictdb.internal.engine.EngineBuilder;
import io.dictdb.internal.timer.Timer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executor;

/** Durable stores for tests. On a simulated disk everything happens on the thread that asks for it, and no time passes. */
public final class Stores {
    private static final int LEAST = 500;

    private Stores() {}

    /** A store on the real disk that never writes an image: all of it stays in the journal. */
    public static DictDB unimaged(Path directory) {
        return new EngineBuilder()
                .leastJournal(Long.MAX_VALUE / 2)
                .directory(directory)
                .syncPolicy(SyncPolicy.NEVER)
                .open();
    }

    /** A store that often writes an image, on the caller's thread, and keeps all of its journal beside. */
    static DictDB keepingAll(Path directory) {
        return new EngineBuilder()
                .leastJournal(10_000)
                .keepJournalFor(Duration.ofDays(1))
                .executor(Runnable::run)
                .directory(directory)
                .syncPolicy(SyncPolicy.NEVER)
                .open();
    }

    static DictDB opened(SimulatedDisk disk, Path directory, SyncPolicy policy) {
        return opened(disk, directory, policy, task -> {});
    }

    /** @param images where images are written, after every few commits */
    static DictDB opened(SimulatedDisk disk, Path directory, SyncPolicy policy, Executor images) {
        return new EngineBuilder()
                .disk(disk, name -> Runnable::run, name -> new Never())
                .leastJournal(LEAST)
                .directory(directory)
                .syncPolicy(policy)
                .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .executor(images)
                .open();
    }

    private static final class Never implements Timer {
        @Override
        public void after(Duration delay, Runnable task) {}

        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
