package io.dictdb.logging;

import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Gives lines to code, one after the other. */
final class ConsumerAppender extends UnsynchronizedAppenderBase<LogEvent> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Consumer<? super String> target;
    private final EventLayout layout;

    ConsumerAppender(Consumer<? super String> target, EventLayout layout) {
        this.target = target;
        this.layout = layout;
    }

    @Override
    protected void append(LogEvent event) {
        String line = layout.line(event);
        lock.lock();
        try {
            target.accept(line);
        } finally {
            lock.unlock();
        }
    }
}
