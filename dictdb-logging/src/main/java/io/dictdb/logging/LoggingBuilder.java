package io.dictdb.logging;

import io.dictdb.OperationLog;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** What is logged, and where: see {@link Logging#configureLogging}. Nothing is changed before {@link #apply}. Not for use by several threads at once. */
public final class LoggingBuilder {
    Level level = Level.INFO;
    boolean console = true;

    @Nullable
    Path logfile;

    LogFormat format = LogFormat.TEXT;
    long maxFileSize = 10L << 20;
    int maxDays = 30;
    int sampleDebugEvery = 1;

    @Nullable
    OperationLog operations;

    LoggingBuilder() {}

    /**
     * The least level that console and log file are told; {@code INFO} if nothing is said.
     *
     * @param least the level
     * @return this
     */
    public LoggingBuilder level(Level least) {
        this.level = Arguments.notNull(least, "level");
        return this;
    }

    /**
     * Whether events are written to the standard output, in colours where that is a terminal and {@code NO_COLOR} is not set; true if nothing is said.
     *
     * @param wanted false for none
     * @return this
     */
    public LoggingBuilder console(boolean wanted) {
        this.console = wanted;
        return this;
    }

    /**
     * A file that events are appended to; none if nothing is said. Directories that are missing are made. At the end of each day, and when it is full, it is given a name with the date and a number at its end, and a new one
     * is begun.
     *
     * @param file the file
     * @return this
     */
    public LoggingBuilder logfile(Path file) {
        this.logfile = Arguments.notNull(file, "file");
        return this;
    }

    /**
     * When the log file is full; 10 MiB if nothing is said. The last event may lie beyond.
     *
     * @param bytes at least 1
     * @return this
     */
    public LoggingBuilder maxFileSize(long bytes) {
        this.maxFileSize = Arguments.positive(bytes, "bytes");
        return this;
    }

    /**
     * How many days older log files are kept; 30 if nothing is said.
     *
     * @param days at least 1
     * @return this
     */
    public LoggingBuilder maxDays(int days) {
        this.maxDays = Math.toIntExact(Arguments.positive(days, "days"));
        return this;
    }

    /**
     * Whether console and log file hold JSON, an object a line; text if nothing is said.
     *
     * @param wanted true for JSON
     * @return this
     */
    public LoggingBuilder json(boolean wanted) {
        this.format = wanted ? LogFormat.JSON : LogFormat.TEXT;
        return this;
    }

    /**
     * Of how many {@code DEBUG} events one is told, the first of each; all are if nothing is said. All threads count together. It holds for sinks too; events of other levels all pass.
     *
     * @param n at least 1
     * @return this
     */
    public LoggingBuilder sampleDebugEvery(int n) {
        this.sampleDebugEvery = Math.toIntExact(Arguments.positive(n, "n"));
        return this;
    }

    /**
     * What is logged of the records of databases that have no options of their own: {@link OperationLog#setDefault}; what it was if nothing is said.
     *
     * @param options the options
     * @return this
     */
    public LoggingBuilder operations(OperationLog options) {
        this.operations = Arguments.notNull(options, "options");
        return this;
    }

    /**
     * Puts this in the place of what was configured before. Sinks that were added stay. What other threads cause while this is done may be written in the old way, in the new one, or not.
     *
     * @throws io.dictdb.StorageException if the log file cannot be written; then everything is as it was
     */
    public void apply() {
        Logging.apply(this);
    }
}
