package io.dictdb.logging;

import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.ContextBase;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import io.dictdb.StorageException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Makes Logback's appenders. Each has a context of its own, so that nothing of it is seen in the application's. */
final class Appenders {
    private Appenders() {}

    static Appender<LogEvent> console(EventLayout layout) {
        return started(new ConsoleAppender<>(), layout);
    }

    /** Closing it leaves the stream open: that is the affair of whoever made it. */
    static Appender<LogEvent> stream(OutputStream target, EventLayout layout) {
        OutputStreamAppender<LogEvent> appender = new OutputStreamAppender<>();
        appender.setContext(new ContextBase());
        appender.setOutputStream(new Unclosed(target));
        return started(appender, layout);
    }

    static Appender<LogEvent> consumer(Consumer<? super String> target, EventLayout layout) {
        ConsumerAppender appender = new ConsumerAppender(target, layout);
        appender.setContext(new ContextBase());
        appender.start();
        return watched(appender);
    }

    /** @throws StorageException when the file cannot be written */
    static Appender<LogEvent> file(Path file, EventLayout layout) {
        return file(file, Rolling.never(file), layout);
    }

    /** Each day, and when a file is full, it is given another name and a new one begun. */
    static Appender<LogEvent> rolling(Path file, long maxBytes, int maxDays, EventLayout layout) {
        return file(file, new Rolling(file, maxBytes, maxDays), layout);
    }

    private static Appender<LogEvent> file(Path file, Rolling rolling, EventLayout layout) {
        LogFile appender = new LogFile(file);
        appender.setContext(new ContextBase());
        rolling.setContext(appender.getContext());
        rolling.start();
        appender.setRollingPolicy(rolling);
        return started(appender, layout);
    }

    private static Appender<LogEvent> started(OutputStreamAppender<LogEvent> appender, EventLayout layout) {
        if (appender.getContext() == null) {
            appender.setContext(new ContextBase());
        }
        appender.setEncoder(encoder(layout, appender.getContext()));
        appender.start();
        return appender.isStarted() ? watched(appender) : refused(appender);
    }

    /** Somebody should know of a fault, once: who logs of a fault in the log would be in it for ever. */
    private static Appender<LogEvent> watched(Appender<LogEvent> appender) {
        AtomicBoolean told = new AtomicBoolean();
        boolean unused = appender.getContext().getStatusManager().add((StatusListener) status -> {
            if (status.getLevel() == Status.ERROR && told.compareAndSet(false, true)) {
                System.err.println("dictdb-logging: " + status + "; more of these are not told");
            }
        });
        return appender;
    }

    private static LayoutWrappingEncoder<LogEvent> encoder(EventLayout layout, Context context) {
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<LogEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }

    /** Logback notes what it could not do, and goes on. */
    private static Appender<LogEvent> refused(OutputStreamAppender<LogEvent> appender) {
        Path file = appender instanceof LogFile log ? log.path() : Path.of("");
        Status fault = appender.getContext().getStatusManager().getCopyOfStatusList().stream()
                .filter(note -> note.getLevel() == Status.ERROR)
                .reduce((first, second) -> second)
                .orElseThrow();
        throw new StorageException(
                "No log can be written to " + file + ": " + fault.getMessage(), file, fault.getThrowable());
    }

    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
