package io.dictdb.logging;

import io.dictdb.internal.log.Log;
import java.util.function.UnaryOperator;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/* Events as core tells them. */
final class Told {
    private static final Log LOG = Log.of("test");

    private Told() {}

    static void at(Level level, String message) {
        at(level, message, event -> event);
    }

    static void at(Level level, String message, UnaryOperator<LoggingEventBuilder> more) {
        switch (level) {
            case ERROR -> LOG.error("TEST", event -> more.apply(event).log(message));
            case WARN -> LOG.warn("TEST", event -> more.apply(event).log(message));
            case INFO -> LOG.info("TEST", event -> more.apply(event).log(message));
            case DEBUG -> LOG.debug("TEST", event -> more.apply(event).log(message));
            default -> throw new IllegalArgumentException("core does not log at " + level);
        }
    }
}
