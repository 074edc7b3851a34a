package io.dictdb.internal.timer;

import java.time.Duration;

/** Tells when it is time. */
public interface Timer extends AutoCloseable {
    /** Runs a task later, unless it is closed by then. */
    void after(Duration delay, Runnable task);

    /** What time it is, as {@link System#nanoTime} tells it. */
    long nanoTime();

    /** Forgets what has not begun. */
    @Override
    void close();
}
