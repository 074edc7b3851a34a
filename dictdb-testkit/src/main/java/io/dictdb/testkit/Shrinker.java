package io.dictdb.testkit;

import io.dictdb.testkit.Choices.Span;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/*
 * Looks for the simplest list of choices that still fails: shorter is simpler, and of two of one length the one that is smaller at the first
 * difference. Four edits take turns until none helps: drop a span (an element of a list), put a span in the place of a span around it that has its label
 * (a branch for the whole tree), drop a few choices anywhere, and lower a single choice, first to 0, then by halving.
 *
 * An edit counts only if the test fails again with the same class of exception: otherwise one bug would be shrunk into another.
 * The search ends after a number of attempts, not after a time, so that it is the same on every machine.
 */
final class Shrinker<T extends @Nullable Object> {
    private static final int ATTEMPTS = 20_000;

    private final Gen<T> gen;
    private final Consumer<? super T> test;
    private final Set<String> tried = new HashSet<>();
    private Sample<T> best;
    private int attempts;

    Shrinker(Gen<T> gen, Consumer<? super T> test, Sample<T> failing) {
        this.gen = gen;
        this.test = test;
        this.best = failing;
    }

    Sample<T> shrink() {
        Sample<T> before;
        do {
            before = best;
            dropSpans();
            hoistSpans();
            dropRuns();
            lowerEach();
        } while (best != before && attempts < ATTEMPTS);
        return best;
    }

    int attempts() {
        return attempts;
    }

    private void dropSpans() {
        for (int i = 0; i < best.spans().size(); ) {
            Span span = best.spans().get(i);
            if (!attempt(without(span.start(), span.end()))) {
                i++;
            }
        }
    }

    private void hoistSpans() {
        for (int i = 0; i < best.spans().size(); i++) {
            while (hoistInto(best.spans().get(i))) {
                if (i >= best.spans().size()) {
                    return;
                }
            }
        }
    }

    private boolean hoistInto(Span outer) {
        return best.spans().stream()
                .filter(inner -> outer.holds(inner) && outer.label().equals(inner.label()))
                .toList()
                .stream()
                .anyMatch(inner -> attempt(replaced(outer, inner)));
    }

    private void dropRuns() {
        for (int length = 8; length > 0; length /= 2) {
            for (int i = 0; i + length <= best.taken().length; ) {
                if (!attempt(without(i, i + length))) {
                    i++;
                }
            }
        }
    }

    private void lowerEach() {
        for (int i = 0; i < best.taken().length; i++) {
            if (!attempt(with(i, 0))) {
                lower(i);
            }
        }
    }

    private void lower(int i) {
        long passing = 0;
        while (i < best.taken().length && best.taken()[i] - passing > 1) {
            long middle = passing + (best.taken()[i] - passing) / 2;
            if (!attempt(with(i, middle))) {
                passing = middle;
            }
        }
    }

    private long[] without(int start, int end) {
        long[] all = best.taken();
        return join(Arrays.copyOf(all, start), new long[0], Arrays.copyOfRange(all, end, all.length));
    }

    private long[] replaced(Span outer, Span inner) {
        long[] all = best.taken();
        return join(
                Arrays.copyOf(all, outer.start()),
                Arrays.copyOfRange(all, inner.start(), inner.end()),
                Arrays.copyOfRange(all, outer.end(), all.length));
    }

    private static long[] join(long[] head, long[] middle, long[] tail) {
        return LongStream.concat(LongStream.concat(Arrays.stream(head), Arrays.stream(middle)), Arrays.stream(tail))
                .toArray();
    }

    private long[] with(int i, long choice) {
        long[] all = best.taken().clone();
        all[i] = choice;
        return all;
    }

    private boolean attempt(long[] choices) {
        if (attempts >= ATTEMPTS || !tried.add(Arrays.toString(choices))) {
            return false;
        }
        attempts++;
        Sample<T> sample = Sample.run(gen, test, Choices.replay(choices));
        boolean better = sample.failsLike(best) && sample.isSimplerThan(best);
        best = better ? sample : best;
        return better;
    }
}
