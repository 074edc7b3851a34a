package io.dictdb.logging;

import ch.qos.logback.core.OutputStreamAppender;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** The last of those who write to a file at once flushes it for all of them: a line is in the hands of the operating system when nobody is writing, and many threads do not wait for a call of the system each. */
final class Flushing {
    private final AtomicInteger writing = new AtomicInteger();

    void begin() {
        writing.incrementAndGet();
    }

    void end(OutputStreamAppender<?> appender, ReentrantLock lock) {
        if (writing.decrementAndGet() == 0) {
            lock.lock();
            try {
                OutputStream out = appender.getOutputStream();
                if (out != null) {
                    out.flush();
                }
            } catch (IOException e) {
                appender.addError("What was logged could not be flushed", e);
            } finally {
                lock.unlock();
            }
        }
    }
}
