package io.dictdb.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.dictdb.OperationLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Adds and removes sinks, one change at a time, and is attached to Logback as long as there are any. */
final class Registry {
    /** Keeps nothing back, and needs not be asked. */
    static final Predicate<LogEvent> EVERYTHING = event -> true;

    private final ReentrantLock lock = new ReentrantLock();
    private final Sinks sinks = new Sinks();
    private int lastId;

    /** The console and the log file of a {@link LoggingBuilder}. */
    private List<Sink> configured = List.of();

    private @Nullable Attachment attachment;

    int add(Path target, org.slf4j.event.Level level, Predicate<? super LogEvent> filter, LogFormat format) {
        Path file = absolute(Arguments.notNull(target, "target"));
        return add(file, level, filter, layout -> Appenders.file(file, layout), format);
    }

    int add(
            @Nullable Path file,
            org.slf4j.event.Level level,
            Predicate<? super LogEvent> filter,
            Function<EventLayout, Appender<ILoggingEvent>> maker,
            LogFormat format) {
        Arguments.notNull(filter, "filter");
        int least = level(Arguments.notNull(level, "level"));
        EventLayout layout = EventLayout.of(Arguments.notNull(format, "format"), false);
        return changing(() -> {
            requireUnused(file, sink -> true);
            Appender<ILoggingEvent> appender = maker.apply(layout);
            sinks.add(new Sink(++lastId, least, filter, appender, file));
            return lastId;
        });
    }

    void apply(LoggingBuilder settings) {
        changing(() -> {
            List<Sink> made = made(settings);
            int replaced = sinks.replace(configured::contains, made);
            configured = made;
            sinks.sample(new Sampling(settings.sampleDebugEvery));
            OperationLog.setDefault(settings.operations);
            return replaced;
        });
    }

    int remove(Predicate<Sink> which) {
        return changing(() -> sinks.remove(which));
    }

    void reset() {
        changing(() -> {
            sinks.sample(Sampling.NONE);
            return sinks.remove(sink -> true);
        });
    }

    private int changing(IntSupplier change) {
        lock.lock();
        try {
            int result = change.getAsInt();
            attach();
            return result;
        } finally {
            lock.unlock();
        }
    }

    private void attach() {
        Attachment there = attachment;
        if (sinks.isEmpty()) {
            if (there != null) {
                there.end();
                attachment = null;
            }
        } else if (there == null) {
            Attachment begun = new Attachment((LoggerContext) LoggerFactory.getILoggerFactory(), sinks);
            begun.begin();
            attachment = begun;
        } else {
            there.fit();
        }
    }

    private List<Sink> made(LoggingBuilder settings) {
        List<Sink> made = new ArrayList<>();
        if (settings.logfile != null) {
            Path file = absolute(settings.logfile);
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

    private Sink made(LoggingBuilder settings, Appender<ILoggingEvent> appender, @Nullable Path file) {
        return new Sink(++lastId, level(settings.level), EVERYTHING, appender, file);
    }

    private void requireUnused(@Nullable Path file, Predicate<Sink> among) {
        if (file != null && sinks.writes(file, among)) {
            throw new IllegalArgumentException("Another sink writes to " + file
                    + "; remove that one first, or let one filter take the events of both");
        }
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static int level(org.slf4j.event.Level level) {
        return Level.convertAnSLF4JLevel(level).toInt();
    }
}
