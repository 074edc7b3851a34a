package io.dictdb.logging;

import ch.qos.logback.core.Appender;
import io.dictdb.OperationLog;
import io.dictdb.internal.log.Log;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** Adds and removes sinks, one change at a time, and listens to core as long as this class is loaded. */
final class Registry {
    private final ReentrantLock lock = new ReentrantLock();
    private final Sinks sinks = new Sinks();
    private final AtomicInteger ids = new AtomicInteger();

    /** The console and the log file of a {@link LoggingBuilder}. */
    private List<Sink> configured = List.of();

    Registry() {
        Map<String, EventLogger> loggers = new ConcurrentHashMap<>();
        Log.listen((name, level) -> loggers.computeIfAbsent(name, key -> new EventLogger(key, sinks)));
    }

    int add(Path target, Level level, Predicate<? super LogEvent> filter, LogFormat format) {
        Path file = LogFile.checked(Arguments.notNull(target, "target"));
        return add(file, level, filter, layout -> Appenders.file(file, layout), format);
    }

    int add(
            @Nullable Path file,
            Level level,
            Predicate<? super LogEvent> filter,
            Function<EventLayout, Appender<LogEvent>> maker,
            LogFormat format) {
        Arguments.notNull(filter, "filter");
        Arguments.notNull(level, "level");
        EventLayout layout = EventLayout.of(Arguments.notNull(format, "format"), false);
        int id = ids.incrementAndGet();
        List<Sink> unused = changing(() -> {
            requireUnused(file, sink -> true);
            return sinks.replace(sink -> false, List.of(new Sink(id, level, filter, maker.apply(layout), file)));
        });
        return id;
    }

    void apply(LoggingBuilder settings) {
        changing(() -> {
            List<Sink> made = made(settings);
            List<Sink> gone = sinks.replace(configured::contains, made);
            configured = made;
            sinks.sample(new Sampling(settings.sampleDebugEvery));
            if (settings.operations != null) {
                OperationLog.setDefault(settings.operations);
            }
            return gone;
        });
    }

    int remove(Predicate<Sink> which) {
        return changing(() -> sinks.replace(which, List.of())).size();
    }

    void reset() {
        OperationLog.setDefault(OperationLog.off());
        sinks.sample(Sampling.NONE);
        remove(sink -> true);
    }

    /** Sinks are closed when the lock has been given back: whoever writes there may call this too. */
    private List<Sink> changing(Supplier<List<Sink>> change) {
        List<Sink> gone;
        lock.lock();
        try {
            gone = change.get();
        } finally {
            lock.unlock();
        }
        gone.forEach(Sink::close);
        return gone;
    }

    private List<Sink> made(LoggingBuilder settings) {
        List<Sink> made = new ArrayList<>();
        if (settings.logfile != null) {
            Path file = LogFile.checked(settings.logfile);
            requireUnused(file, sink -> !configured.contains(sink));
            EventLayout layout = EventLayout.of(settings.format, false);
            made.add(made(settings, Appenders.rolling(file, settings.maxFileSize, settings.maxDays, layout), file));
        }
        if (settings.console) {
            EventLayout layout = EventLayout.of(settings.format, Terminal.takesColors());
            made.add(made(settings, Appenders.console(layout), null));
        }
        return made;
    }

    private Sink made(LoggingBuilder settings, Appender<LogEvent> appender, @Nullable Path file) {
        return new Sink(ids.incrementAndGet(), settings.level, Registry::everything, appender, file);
    }

    private static boolean everything(LogEvent event) {
        return true;
    }

    private void requireUnused(@Nullable Path file, Predicate<Sink> among) {
        if (file != null && sinks.writes(file, among)) {
            throw new IllegalArgumentException("Another sink writes to " + file
                    + "; remove that one first, or let one filter take the events of both");
        }
    }
}
