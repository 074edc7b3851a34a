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
 *
 * <p>Each event goes to the application's own logging and, if it has one, to a {@linkplain #listen listener}; neither sees anything of the other.
 */
public final class Log {
    private static final boolean IS_HEARD = System.getProperty("slf4j.provider") != null
            || ServiceLoader.load(SLF4JServiceProvider.class, LoggerFactory.class.getClassLoader()).stream()
                    .findAny()
                    .isPresent();

    private static volatile Listener listener = Listener.NOBODY;

    private final String component;
    private final String name;
    private final Logger logger;

    private Log(String component) {
        this.component = component;
        this.name = "io.dictdb." + component;
        this.logger = IS_HEARD ? LoggerFactory.getLogger(name) : NOPLogger.NOP_LOGGER;
    }

    /** Who is told all events beside the application's own logging. Safe to be called by any thread. */
    public interface Listener {
        /** Wants to know nothing. */
        Listener NOBODY = (name, level) -> NOPLogger.NOP_LOGGER;

        /**
         * What takes an event.
         *
         * @param name the logger's name
         * @param level of the event
         */
        Logger logger(String name, Level level);
    }

    /** Whether the application has something to log with, and so a diagnostic context. */
    public static boolean isHeard() {
        return IS_HEARD;
    }

    /** Puts a listener in the place of the one before. */
    public static void listen(Listener other) {
        listener = other;
    }

    /**
     * A logger.
     *
     * @param component what it is about: the end of its name
     */
    public static Log of(String component) {
        return new Log(component);
    }

    /** Whether anybody wants to know of events at INFO. */
    @SuppressWarnings("IllegalCatch")
    public boolean isOn() {
        try {
            return logger.isInfoEnabled() || listener.logger(name, Level.INFO).isInfoEnabled();
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

    private void tell(Level level, String op, Consumer<LoggingEventBuilder> event) {
        quietly(() -> tell(logger, level, op, event));
        quietly(() -> tell(listener.logger(name, level), level, op, event));
    }

    private void tell(Logger target, Level level, String op, Consumer<LoggingEventBuilder> event) {
        if (target.isEnabledForLevel(level)) {
            event.accept(
                    target.atLevel(level).addKeyValue("component", component).addKeyValue("op", op));
        }
    }

    /** Does what only operators see: whoever works with the database must not feel it. */
    @SuppressWarnings("IllegalCatch")
    public static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            // there is nobody to tell
        }
    }
}
