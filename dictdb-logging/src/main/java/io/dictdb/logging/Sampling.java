package io.dictdb.logging;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.event.Level;

/** Lets the first of each n DEBUG events pass, and everything else. Safe for use by many threads, which count together. */
final class Sampling {
    static final Sampling NONE = new Sampling(1);

    private final int every;
    private final AtomicLong seen = new AtomicLong();

    Sampling(int every) {
        this.every = every;
    }

    boolean passes(LogEvent event) {
        return every == 1 || event.level() != Level.DEBUG || seen.getAndIncrement() % every == 0;
    }
}
