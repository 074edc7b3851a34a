package io.dictdb.logging;

import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.rolling.LengthCounter;
import ch.qos.logback.core.rolling.LengthCounterBase;
import ch.qos.logback.core.rolling.RollingPolicy;
import ch.qos.logback.core.rolling.RolloverFailure;
import ch.qos.logback.core.rolling.TriggeringPolicy;
import ch.qos.logback.core.rolling.helper.CompressionMode;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When a log file is given another name, and which old ones go.
 *
 * <p>Logback has policies that do so, but they look for old files on several threads at once, with a calendar that these share: now and then files of the same day were deleted (version 1.5.38, three of 25 runs with six
 * starts each). Here all is done by the thread that has an event to write, which happens once a day or when a file is full. The time is that of the events.
 */
class Rolling extends ContextAwareBase implements RollingPolicy, TriggeringPolicy<LogEvent> {
    private final Path file;
    private final Archive archive;
    private final long maxBytes;
    private final LengthCounter length = new LengthCounterBase();
    private long limit;
    private LocalDate day = LocalDate.MIN;
    private LocalDate next = LocalDate.MIN;
    private volatile boolean started;

    Rolling(Path file, long maxBytes, int maxDays) {
        this.file = file;
        this.archive = new Archive(file, maxDays);
        this.maxBytes = maxBytes;
        this.limit = maxBytes;
    }

    /** Puts nothing aside. */
    static Rolling never(Path file) {
        return new Rolling(file, Long.MAX_VALUE, 1) {
            @Override
            public boolean isTriggeringEvent(File active, LogEvent event) {
                return false;
            }
        };
    }

    /** A file that is there was last written on its day. */
    @Override
    public void start() {
        try {
            if (Files.exists(file) && Files.size(file) > 0) {
                day = dayOf(Files.getLastModifiedTime(file).toInstant());
            }
        } catch (IOException e) {
            addWarn("The day of " + file + " is not known", e);
        }
        started = true;
    }

    @Override
    public boolean isTriggeringEvent(File active, LogEvent event) {
        LocalDate now = dayOf(event.time());
        next = now.isBefore(day) ? day : now; // one that comes late is of today
        if (day.equals(LocalDate.MIN)) {
            begin();
        }
        return length.getLength() >= limit || length.getLength() > 0 && next.isAfter(day);
    }

    @Override
    public void rollover() {
        try {
            archive.take(day);
            length.reset();
            begin();
        } catch (IOException e) {
            limit += maxBytes; // nothing is lost, and not every event tries it again
            day = next;
            throw new RolloverFailure("No new file could be begun after " + file, e);
        }
    }

    private void begin() {
        day = next;
        limit = maxBytes;
        try {
            archive.forget(day);
        } catch (IOException e) {
            addWarn("Old files beside " + file + " could not be deleted", e);
        }
    }

    private static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneId.systemDefault());
    }

    @Override
    public LengthCounter getLengthCounter() {
        return length;
    }

    @Override
    public String getActiveFileName() {
        return file.toString();
    }

    @Override
    public CompressionMode getCompressionMode() {
        return CompressionMode.NONE;
    }

    @Override
    public void setParent(FileAppender<?> appender) {
        // it is not asked anything
    }

    @Override
    public void stop() {
        started = false;
    }

    @Override
    public boolean isStarted() {
        return started;
    }
}
