package io.dictdb.internal.engine;

import io.dictdb.SyncPolicy;
import io.dictdb.internal.file.Storage;
import io.dictdb.internal.timer.Timer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * How a durable store is to be kept.
 *
 * @param keepJournal how long segments stay that recovery does not need any more
 * @param salvageInto where to write what can be saved, if the store is damaged
 * @param leastJournal how long the journal is at least when an image is written
 * @param linger how many nanoseconds commits that nobody waits for gather before they are written
 * @param checkpoints where images are written
 * @param writers makes what writes the journal, given a name for its thread
 * @param timers makes what tells that the interval is over, given a name for its thread
 */
record StoreSettings(
        Path directory,
        Storage storage,
        SyncPolicy policy,
        Duration interval,
        Duration keepJournal,
        Optional<Path> salvageInto,
        Clock clock,
        long leastJournal,
        long linger,
        Executor checkpoints,
        Function<String, Executor> writers,
        Function<String, Timer> timers) {
    /** The same for another directory. */
    StoreSettings in(Path other) {
        return new StoreSettings(
                other.toAbsolutePath().normalize(),
                storage,
                policy,
                interval,
                keepJournal,
                Optional.empty(),
                clock,
                leastJournal,
                linger,
                checkpoints,
                writers,
                timers);
    }
}
