package io.dictdb.logging;

import ch.qos.logback.core.Appender;
import ch.qos.logback.core.status.ErrorStatus;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** One place that events go to. */
final class Sink {
    private final int id;
    private final Level level;
    private final Appender<LogEvent> appender;
    private final Predicate<? super LogEvent> filter;
    private final @Nullable Path file;

    /**
     * @param level the least level that it is told
     * @param file what it writes to; null if it is no file
     */
    Sink(int id, Level level, Predicate<? super LogEvent> filter, Appender<LogEvent> appender, @Nullable Path file) {
        this.id = id;
        this.level = level;
        this.filter = filter;
        this.appender = appender;
        this.file = file;
    }

    int id() {
        return id;
    }

    Level level() {
        return level;
    }

    boolean writes(Path other) {
        return other.equals(file);
    }

    /** Whatever goes wrong stays here: neither the database nor another sink must feel it. */
    @SuppressWarnings("IllegalCatch")
    void tell(LogEvent event) {
        if (event.level().toInt() >= level.toInt()) {
            try {
                if (filter.test(event)) {
                    appender.doAppend(event);
                }
            } catch (RuntimeException | Error e) {
                complain("an event was lost: " + e, e);
            }
        }
    }

    private void complain(String what, Throwable cause) {
        appender.getContext().getStatusManager().add(new ErrorStatus(what, appender, cause));
    }

    @SuppressWarnings("IllegalCatch") // the other sinks are to be closed all the same
    void close() {
        try {
            appender.stop();
        } catch (RuntimeException | Error e) {
            complain("a sink could not be closed: " + e, e);
        }
    }
}
