package io.dictdb.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.concurrent.atomic.AtomicLong;

/** Lets the first of each n DEBUG events pass, and everything else. Safe for use by many threads, which count together. */
final class Sampling {
    static final Sampling NONE = new Sampling(1);

    private final int every;
    private final AtomicLong seen = new AtomicLong();

    Sampling(int every) {
        this.every = every;
    }

    boolean passes(ILoggingEvent event) {
        return every == 1 || event.getLevel().toInt() != Level.DEBUG_INT || seen.getAndIncrement() % every == 0;
    }
}
