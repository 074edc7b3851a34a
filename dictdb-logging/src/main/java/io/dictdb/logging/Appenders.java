package io.dictdb.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.ContextBase;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.LifeCycle;
import ch.qos.logback.core.status.Status;
import io.dictdb.StorageException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Makes Logback's appenders. Each has a context of its own, so that nothing of it is seen in the application's, and its threads end with it. */
final class Appenders {
    private Appenders() {}

    static Appender<ILoggingEvent> console(EventLayout layout) {
        return started(new ConsoleAppender<>(), layout);
    }

    /** Closing it leaves the stream open: that is the affair of whoever made it. */
    static Appender<ILoggingEvent> stream(OutputStream target, EventLayout layout) {
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(new ContextBase());
        appender.setEncoder(encoder(layout, appender.getContext()));
        appender.setOutputStream(new Unclosed(target));
        appender.start();
        return appender;
    }

    static Appender<ILoggingEvent> consumer(Consumer<? super String> target, EventLayout layout) {
        ConsumerAppender appender = new ConsumerAppender(target, layout);
        appender.setContext(new ContextBase());
        appender.start();
        return appender;
    }

    /** @throws StorageException when the file cannot be written */
    static Appender<ILoggingEvent> file(Path file, EventLayout layout) {
        LogFile appender = new LogFile();
        appender.setFile(file.toString());
        return opened(file, started(appender, layout));
    }

    /** Each day, and when a file is full, it is given another name and a new one begun. */
    static Appender<ILoggingEvent> rolling(Path file, long maxBytes, int maxDays, EventLayout layout) {
        RollingLogFile appender = new RollingLogFile();
        appender.setContext(new ContextBase());
        appender.setFile(file.toString());
        Rolling rolling = new Rolling(file, maxBytes, maxDays);
        rolling.setContext(appender.getContext());
        rolling.start();
        appender.setRollingPolicy(rolling);
        return opened(file, started(appender, layout));
    }

    private static <A extends OutputStreamAppender<ILoggingEvent>> A started(A appender, EventLayout layout) {
        if (appender.getContext() == null) {
            appender.setContext(new ContextBase());
        }
        appender.setEncoder(encoder(layout, appender.getContext()));
        appender.start();
        return appender;
    }

    private static LayoutWrappingEncoder<ILoggingEvent> encoder(EventLayout layout, Context context) {
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }

    /** Logback notes what it could not do, and goes on. */
    private static Appender<ILoggingEvent> opened(Path file, Appender<ILoggingEvent> appender) {
        if (!appender.isStarted()) {
            List<Status> notes = appender.getContext().getStatusManager().getCopyOfStatusList();
            Status last = notes.stream()
                    .filter(note -> note.getLevel() == Status.ERROR)
                    .reduce((first, second) -> second)
                    .orElse(notes.get(notes.size() - 1));
            release(appender);
            throw new StorageException(
                    "No log can be written to " + file + ": " + last.getMessage(), file, last.getThrowable());
        }
        return appender;
    }

    static void release(Appender<ILoggingEvent> appender) {
        if (appender.getContext() instanceof LifeCycle context) {
            context.stop();
        }
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
