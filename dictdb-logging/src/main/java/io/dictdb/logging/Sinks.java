package io.dictdb.logging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.event.Level;

/**
 * All sinks there are, and what they are told. Telling takes no lock; changes are made by one thread at a time, which {@link Registry} sees to.
 *
 * <p>What sinks and filters do to a database themselves is told to nobody: it would come back to them, or wait for another thread that does the same.
 */
final class Sinks {
    private static final int NONE = Integer.MAX_VALUE;

    private final ThreadLocal<Boolean> telling = new ThreadLocal<>();
    private volatile Sink[] all = {};
    private volatile int finest = NONE;
    private volatile Sampling sampling = Sampling.NONE;

    boolean want(Level level) {
        return level.toInt() >= finest && telling.get() == null;
    }

    void tell(LogEvent event) {
        if (sampling.passes(event)) {
            telling.set(true);
            try {
                for (Sink sink : all) {
                    sink.tell(event);
                }
            } finally {
                telling.remove();
            }
        }
    }

    void sample(Sampling other) {
        sampling = other;
    }

    /** Returns those that were removed, to be closed. */
    List<Sink> replace(Predicate<Sink> which, List<Sink> added) {
        List<Sink> gone = new ArrayList<>();
        List<Sink> kept = new ArrayList<>();
        for (Sink sink : all) {
            (which.test(sink) ? gone : kept).add(sink);
        }
        kept.addAll(added);
        all = kept.toArray(Sink[]::new);
        finest = kept.stream().mapToInt(sink -> sink.level().toInt()).min().orElse(NONE);
        return gone;
    }

    boolean writes(Path file, Predicate<Sink> among) {
        return Arrays.stream(all).filter(among).anyMatch(sink -> sink.writes(file));
    }
}
