package io.dictdb.internal.log;

import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.spi.LoggingEventBuilder;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * A logger of one part of the database. Where an application has nothing to log with it is silent; SLF4J itself would complain of that. Whatever goes wrong while something is logged is no concern of the database: nothing
 * is thrown here.
 */
public final class Log {
    private static final boolean IS_HEARD = System.getProperty("slf4j.provider") != null
            || ServiceLoader.load(SLF4JServiceProvider.class, LoggerFactory.class.getClassLoader()).stream()
                    .findAny()
                    .isPresent();

    private final String component;
    private final Logger logger;

    private Log(String component, Logger logger) {
        this.component = component;
        this.logger = logger;
    }

    /**
     * A logger.
     *
     * @param component what it is about: the end of its name
     */
    public static Log of(String component) {
        return new Log(component, IS_HEARD ? LoggerFactory.getLogger("io.dictdb." + component) : NOPLogger.NOP_LOGGER);
    }

    @SuppressWarnings("IllegalCatch")
    public boolean isOn() {
        try {
            return logger.isInfoEnabled();
        } catch (RuntimeException | Error e) {
            return false;
        }
    }

    /** For who looks for a fault. */
    public void debug(String op, Consumer<LoggingEventBuilder> event) {
        tell(Level.DEBUG, op, event);
    }

    /** Something has happened. */
    public void info(String op, Consumer<LoggingEventBuilder> event) {
        tell(Level.INFO, op, event);
    }

    /** Nothing is lost, but somebody should look at it. */
    public void warn(String op, Consumer<LoggingEventBuilder> event) {
        tell(Level.WARN, op, event);
    }

    /** What was asked for has not been done. */
    public void error(String op, Consumer<LoggingEventBuilder> event) {
        tell(Level.ERROR, op, event);
    }

    @SuppressWarnings("IllegalCatch") // whoever makes changes must not feel who writes of them
    private void tell(Level level, String op, Consumer<LoggingEventBuilder> event) {
        try {
            if (logger.isEnabledForLevel(level)) {
                event.accept(logger.atLevel(level)
                        .addKeyValue("component", component)
                        .addKeyValue("op", op));
            }
        } catch (RuntimeException | Error e) {
            // there is nobody to tell
        }
    }
}
