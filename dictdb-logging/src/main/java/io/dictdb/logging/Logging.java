package io.dictdb.logging;

import io.dictdb.OperationLog;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.event.Level;

/**
 * Shows what DictDB does: the events of the loggers under {@code io.dictdb}, on the console, in files, in streams and to code. Without it, and until it is asked, a database is silent.
 *
 * <p>The application's own logging gets what it would get without this class: events come from the database by a way of their own, whatever stands behind SLF4J, or nothing. What goes wrong in one sink is told once on the standard
 * error output and reaches neither the database nor another sink.
 *
 * <p>Events are written by the thread that they come from, before the call into the database returns, and inside its transaction if they come from one. What sinks and filters do to a database themselves is told to nobody.
 *
 * <p>Safe for use by many threads.
 */
public final class Logging {
    private static final Registry REGISTRY = new Registry();

    private Logging() {}

    /**
     * Begins to say what is logged to the console and to a log file. Called a second time, it replaces what the first one has said.
     *
     * @return settings to be changed, and then applied
     */
    public static LoggingBuilder configureLogging() {
        return new LoggingBuilder();
    }

    /**
     * Appends events to a file, as text. Directories that are missing are made.
     *
     * @param target the file
     * @param level the least level
     * @param filter which of these it is told; what it throws counts as no
     * @return a number for {@link #removeSink}
     * @throws IllegalArgumentException if another sink writes to that file
     * @throws io.dictdb.StorageException if the file cannot be written
     */
    public static int addSink(Path target, Level level, Predicate<? super LogEvent> filter) {
        return addSink(target, level, filter, LogFormat.TEXT);
    }

    /**
     * Appends events to a file.
     *
     * @param target the file
     * @param level the least level
     * @param filter which of these it is told; what it throws counts as no
     * @param format how they are written
     * @return a number for {@link #removeSink}
     * @throws IllegalArgumentException if another sink writes to that file
     * @throws io.dictdb.StorageException if the file cannot be written
     */
    public static int addSink(Path target, Level level, Predicate<? super LogEvent> filter, LogFormat format) {
        return REGISTRY.add(target, level, filter, format);
    }

    /**
     * Writes events to a stream, as text in UTF-8. It is flushed after each, and left open when the sink is removed. A stream that fails is told nothing more.
     *
     * @param target the stream
     * @param level the least level
     * @param filter which of these it is told; what it throws counts as no
     * @return a number for {@link #removeSink}
     */
    public static int addSink(OutputStream target, Level level, Predicate<? super LogEvent> filter) {
        return addSink(target, level, filter, LogFormat.TEXT);
    }

    /**
     * Writes events to a stream in UTF-8. It is flushed after each, and left open when the sink is removed. A stream that fails is told nothing more.
     *
     * @param target the stream
     * @param level the least level
     * @param filter which of these it is told; what it throws counts as no
     * @param format how they are written
     * @return a number for {@link #removeSink}
     */
    public static int addSink(OutputStream target, Level level, Predicate<? super LogEvent> filter, LogFormat format) {
        Arguments.notNull(target, "target");
        return REGISTRY.add(null, level, filter, layout -> Appenders.stream(target, layout), format);
    }

    /**
     * Gives events to code, as text, each without a line feed at its end. It is called by one thread at a time.
     *
     * @param target what takes them; what it throws is ignored
     * @param level the least level
     * @param filter which of these it is told; what it throws counts as no
     * @return a number for {@link #removeSink}
     */
    public static int addSink(Consumer<? super String> target, Level level, Predicate<? super LogEvent> filter) {
        return addSink(target, level, filter, LogFormat.TEXT);
    }

    /**
     * Gives events to code, each without a line feed at its end. It is called by one thread at a time.
     *
     * @param target what takes them; what it throws is ignored
     * @param level the least level
     * @param filter which of these it is told; what it throws counts as no
     * @param format how they are written
     * @return a number for {@link #removeSink}
     */
    public static int addSink(
            Consumer<? super String> target, Level level, Predicate<? super LogEvent> filter, LogFormat format) {
        Arguments.notNull(target, "target");
        return REGISTRY.add(null, level, filter, layout -> Appenders.consumer(target, layout), format);
    }

    /**
     * Removes a sink, and closes the file that it writes to. Events that other threads cause meanwhile may come or not.
     *
     * @param id the number that {@code addSink} gave
     * @return whether there was such a sink
     */
    public static boolean removeSink(int id) {
        return REGISTRY.remove(sink -> sink.id() == id) > 0;
    }

    /** Removes all sinks, the console and the log file of {@link #configureLogging} among them. */
    public static void removeSinks() {
        int unused = REGISTRY.remove(sink -> true);
    }

    /** Takes back all that was said here: there are no sinks, every event counts, and {@link OperationLog#setDefault} is off. */
    public static void reset() {
        REGISTRY.reset();
    }

    static void apply(LoggingBuilder settings) {
        REGISTRY.apply(settings);
    }
}
