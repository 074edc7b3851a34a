package io.dictdb.internal.engine;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Until when something is worth waiting for.
 *
 * @param nanoTime tells the time
 * @param from when the time began to run
 * @param nanos how long it runs
 */
record Deadline(LongSupplier nanoTime, long from, long nanos) {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    /** That long from now on. */
    static Deadline after(Duration time, LongSupplier nanoTime) {
        long nanos = time.compareTo(LONGEST) < 0 ? time.toNanos() : Long.MAX_VALUE;
        return new Deadline(nanoTime, nanoTime.getAsLong(), nanos);
    }

    /** As long as it takes. */
    static Deadline never(LongSupplier nanoTime) {
        return after(LONGEST, nanoTime);
    }

    /** Whether it never ends. */
    boolean isNever() {
        return nanos == Long.MAX_VALUE;
    }

    /** The nanoseconds since the time began to run. */
    long passed() {
        return nanoTime.getAsLong() - from;
    }

    /** The nanoseconds that are left, at least 0. */
    long left() {
        return Math.max(0, nanos - passed());
    }
}
