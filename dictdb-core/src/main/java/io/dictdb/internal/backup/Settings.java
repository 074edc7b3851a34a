package io.dictdb.internal.backup;

import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.backup.Retention;
import io.dictdb.internal.timer.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * What a manager was told.
 *
 * @param timers makes what tells when it is time, each time that the manager is started
 */
record Settings(
        DictDB db,
        Folder folder,
        Duration interval,
        Duration minInterval,
        FileFormat format,
        boolean compressed,
        boolean incremental,
        int maxDeltas,
        Retention retention,
        boolean verified,
        BiConsumer<Exception, Integer> listener,
        Clock clock,
        Executor executor,
        Supplier<Timer> timers) {}
