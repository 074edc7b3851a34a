package io.dictdb.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** All sinks there are, and what they are told. Telling takes no lock; changes are made by one thread at a time, which {@link Logging} sees to. */
final class Sinks {
    private volatile Sink[] all = {};
    private volatile Sampling sampling = Sampling.NONE;

    void tell(ILoggingEvent event) {
        Sink[] now = all;
        if (now.length > 0 && sampling.passes(event)) {
            for (Sink sink : now) {
                sink.tell(event);
            }
        }
    }

    void sample(Sampling other) {
        sampling = other;
    }

    boolean isEmpty() {
        return all.length == 0;
    }

    /** The least level that somebody is told; {@code OFF} if there is nobody. */
    int finest() {
        return Arrays.stream(all).mapToInt(Sink::level).min().orElse(Level.OFF_INT);
    }

    void add(Sink sink) {
        replace(old -> false, List.of(sink));
    }

    /** Closes what is removed when it is told nothing more. Returns how many that were. */
    int remove(Predicate<Sink> which) {
        return replace(which, List.of());
    }

    int replace(Predicate<Sink> which, List<Sink> added) {
        List<Sink> gone = new ArrayList<>();
        List<Sink> kept = new ArrayList<>();
        for (Sink sink : all) {
            (which.test(sink) ? gone : kept).add(sink);
        }
        kept.addAll(added);
        all = kept.toArray(Sink[]::new);
        gone.forEach(Sink::close);
        return gone.size();
    }

    boolean writes(Path file, Predicate<Sink> among) {
        return Arrays.stream(all).filter(among).anyMatch(sink -> sink.writes(file));
    }
}
