package io.dictdb.internal.backup;

import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.backup.BackupManager;
import io.dictdb.backup.Retention;
import io.dictdb.internal.engine.Checkpoint;
import io.dictdb.internal.file.BackupName;
import io.dictdb.internal.timer.Timer;
import io.dictdb.internal.value.Arguments;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The settings of a manager, one by one. */
final class ManagerBuilder implements BackupManager.Builder {
    private final DictDB db;
    private final Folder folder;
    private final Supplier<Timer> timers;
    private Duration interval = Duration.ofMinutes(5);
    private Duration minInterval = Duration.ofSeconds(5);
    private FileFormat format = FileFormat.JSON;
    private boolean compressed;
    private boolean incremental;
    private int maxDeltas = 10;
    private Retention retention = Retention.keepAll();
    private boolean verified = true;
    private BiConsumer<Exception, Integer> listener = (error, failures) -> {};
    private Clock clock = Clock.systemUTC();
    private Executor executor = Runnable::run;

    ManagerBuilder(DictDB db, Path directory, Supplier<Timer> timers) {
        this.db = Arguments.notNull(db, "db");
        Path absolute = Arguments.notNull(directory, "directory").toAbsolutePath();
        this.folder = new Folder(Checkpoint.of(db).storage(), absolute);
        this.timers = timers;
    }

    @Override
    public ManagerBuilder interval(Duration time) {
        boolean positive = !Arguments.notNull(time, "interval").isNegative() && !time.isZero();
        Arguments.require(positive, "the interval must be more than nothing, got %s", time);
        interval = time;
        return this;
    }

    @Override
    public ManagerBuilder minInterval(Duration time) {
        boolean negative = Arguments.notNull(time, "minInterval").isNegative();
        Arguments.require(!negative, "the least interval must not be negative, got %s", time);
        minInterval = time;
        return this;
    }

    @Override
    public ManagerBuilder fileFormat(FileFormat fileFormat) {
        format = Arguments.notNull(fileFormat, "fileFormat");
        return this;
    }

    @Override
    public ManagerBuilder compress(boolean compress) {
        compressed = compress;
        return this;
    }

    @Override
    public ManagerBuilder incremental(boolean deltas) {
        incremental = deltas;
        return this;
    }

    @Override
    public ManagerBuilder maxDeltasBeforeFull(int n) {
        Arguments.require(n >= 0, "the number of deltas must not be negative, got %s", n);
        maxDeltas = n;
        return this;
    }

    @Override
    public ManagerBuilder retention(Retention kept) {
        retention = Arguments.notNull(kept, "retention");
        return this;
    }

    @Override
    public ManagerBuilder verify(boolean verify) {
        verified = verify;
        return this;
    }

    @Override
    public ManagerBuilder onFailure(BiConsumer<Exception, Integer> told) {
        listener = Arguments.notNull(told, "onFailure");
        return this;
    }

    @Override
    public ManagerBuilder clock(Clock time) {
        clock = Arguments.notNull(time, "clock");
        return this;
    }

    @Override
    public ManagerBuilder executor(Executor where) {
        executor = Arguments.notNull(where, "executor");
        return this;
    }

    @Override
    public BackupManager build() {
        String name = new BackupName(false, 0, Checkpoint.extension(format, compressed)).toString();
        Arguments.require(BackupName.of(name).isPresent(), "a backup named %s would not be found again", name);
        folder.create();
        return new Manager(new Settings(
                db,
                folder,
                interval,
                minInterval,
                format,
                compressed,
                incremental,
                maxDeltas,
                retention,
                verified,
                listener,
                clock,
                executor,
                timers));
    }
}
