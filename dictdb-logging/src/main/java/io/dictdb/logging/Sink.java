package io.dictdb.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.status.ErrorStatus;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One place that events go to. */
final class Sink {
    private final int id;
    private final int level;
    private final Appender<ILoggingEvent> appender;
    private final Predicate<? super LogEvent> filter;
    private final @Nullable Path file;
    private final ThreadLocal<Boolean> busy = ThreadLocal.withInitial(() -> false);

    /**
     * @param level the least level that it is told, as Logback counts
     * @param file what it writes to; null if it is no file
     */
    Sink(int id, int level, Predicate<? super LogEvent> filter, Appender<ILoggingEvent> appender, @Nullable Path file) {
        this.id = id;
        this.level = level;
        this.filter = filter;
        this.appender = appender;
        this.file = file;
    }

    int id() {
        return id;
    }

    int level() {
        return level;
    }

    boolean writes(Path other) {
        return other.equals(file);
    }

    void tell(ILoggingEvent event) {
        if (event.getLevel().toInt() >= level && !busy.get()) {
            busy.set(true);
            try {
                append(event);
            } finally {
                busy.set(false);
            }
        }
    }

    /** Whatever goes wrong stays here: neither the database nor another sink must feel it. */
    @SuppressWarnings("IllegalCatch")
    private void append(ILoggingEvent event) {
        try {
            if (filter == Registry.EVERYTHING || filter.test(LogEvent.of(event))) {
                appender.doAppend(event);
            }
        } catch (RuntimeException | Error e) {
            appender.getContext().getStatusManager().add(new ErrorStatus("An event was lost", appender, e));
        }
    }

    void close() {
        appender.stop();
        Appenders.release(appender);
    }
}
