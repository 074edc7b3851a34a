package io.dictdb.internal.engine;

import io.dictdb.DictDB;
import io.dictdb.OperationLog;
import io.dictdb.SyncPolicy;
import io.dictdb.internal.file.Disk;
import io.dictdb.internal.file.Storage;
import io.dictdb.internal.timer.ThreadTimer;
import io.dictdb.internal.timer.Timer;
import io.dictdb.internal.value.Arguments;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The settings of a database as they are given. */
public final class EngineBuilder implements DictDB.Builder {
    private @Nullable Path directory;
    private SyncPolicy policy = SyncPolicy.INTERVAL;
    private Duration interval = Duration.ofSeconds(1);
    private Duration keepJournal = Duration.ZERO;
    private Optional<Path> salvageInto = Optional.empty();
    private Clock clock = Clock.systemUTC();
    private @Nullable Executor executor;
    private Storage storage = Disk.HERE;
    private long leastJournal = 1 << 20;
    private long linger = 1_000_000;
    private Function<String, Executor> writers = OwnThread::new;
    private Function<String, Timer> timers = ThreadTimer::new;
    private Telling telling = Telling.DEFAULT;

    @Override
    public DictDB.Builder directory(Path place) {
        directory = Arguments.notNull(place, "directory");
        return this;
    }

    @Override
    public DictDB.Builder syncPolicy(SyncPolicy when) {
        policy = Arguments.notNull(when, "policy");
        return this;
    }

    @Override
    public DictDB.Builder syncInterval(Duration time) {
        Arguments.require(
                !Arguments.notNull(time, "interval").isNegative() && !time.isZero(),
                "the interval must be longer than nothing, got %s",
                time);
        interval = time;
        return this;
    }

    @Override
    public DictDB.Builder keepJournalFor(Duration time) {
        Arguments.require(
                !Arguments.notNull(time, "time").isNegative(),
                "the journal is not kept for a negative time, got %s",
                time);
        keepJournal = time;
        return this;
    }

    @Override
    public DictDB.Builder salvageInto(Path place) {
        salvageInto = Optional.of(Arguments.notNull(place, "directory"));
        return this;
    }

    @Override
    public DictDB.Builder clock(Clock other) {
        clock = Arguments.notNull(other, "clock");
        return this;
    }

    @Override
    public DictDB.Builder executor(Executor other) {
        executor = Arguments.notNull(other, "executor");
        return this;
    }

    @Override
    public DictDB.Builder operationLog(OperationLog options) {
        telling = telling.operations(Arguments.notNull(options, "options"));
        return this;
    }

    @Override
    public DictDB.Builder slowQueryThreshold(Duration time) {
        Arguments.require(
                !Arguments.notNull(time, "threshold").isNegative(),
                "the threshold of slow queries must not be negative, got %s",
                time);
        telling = telling.slow(time);
        return this;
    }

    /** Another disk, and what writes to it: for tests of failures. */
    public EngineBuilder disk(Storage other, Function<String, Executor> threads, Function<String, Timer> clocks) {
        storage = Arguments.notNull(other, "storage");
        writers = threads;
        timers = clocks;
        linger = 0;
        return this;
    }

    /** Another length of the journal at which images are written: for tests. */
    public EngineBuilder leastJournal(long bytes) {
        leastJournal = bytes;
        return this;
    }

    @Override
    public DictDB open() {
        Path place = directory;
        Arguments.require(place != null || salvageInto.isEmpty(), "without a directory there is nothing to salvage");
        return place == null ? Engine.create(clock, telling) : Engine.open(settings(place), telling);
    }

    private StoreSettings settings(Path place) {
        Executor images = executor;
        return new StoreSettings(
                place.toAbsolutePath().normalize(),
                storage,
                policy,
                interval,
                keepJournal,
                salvageInto,
                clock,
                leastJournal,
                linger,
                images == null ? new OwnThread("dictdb-images") : images,
                writers,
                timers);
    }
}
