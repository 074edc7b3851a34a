package io.dictdb.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/*
 * A value is made from a sequence of small numbers, the choices, and from nothing else. At first the choices are random and are written
 * down; to shrink a value is to edit the list and to make the value anew from it. So shrinking knows nothing of maps, filters and nested
 * generators, cannot make a value that the generator could not have made, and needs no shrinker for each type. The idea is that of
 * Hypothesis (MacIver and Donaldson, "Test-Case Reduction via Test-Case Generation", ECOOP 2020).
 *
 * When an edited list runs out, every further choice is 0, and a choice that is too large for its place is cut down to the largest allowed:
 * every list of numbers stands for some value. Generators keep their simplest alternative at 0.
 *
 * Spans remember which stretch of choices made which part, so that the shrinker can take away a list's element as a whole.
 */
/**
 * Where a generator takes its decisions from: at random, or from a recording of an earlier run. Not for use by several threads at once.
 */
public final class Choices {
    private final @Nullable SplittableRandom random;
    private final long[] given;
    private long[] taken = new long[64];
    private int size;
    private final List<Span> spans = new ArrayList<>();

    private Choices(@Nullable SplittableRandom random, long[] given) {
        this.random = random;
        this.given = given;
    }

    /**
     * Random choices.
     *
     * @param seed the same seed gives the same choices
     * @return fresh choices
     */
    public static Choices random(long seed) {
        return new Choices(new SplittableRandom(seed), new long[0]);
    }

    /**
     * Recorded choices; after the last one each further choice is 0.
     *
     * @param choices the recording
     * @return fresh choices
     */
    public static Choices replay(long... choices) {
        return new Choices(null, choices.clone());
    }

    /**
     * Chooses a number, each with the same probability.
     *
     * @param max the largest, at least 0
     * @return a number from 0 to max
     */
    public long upTo(long max) {
        return record(
                random == null
                        ? replayed(max)
                        : max == Long.MAX_VALUE ? random.nextLong() >>> 1 : random.nextLong(max + 1));
    }

    /**
     * Chooses one of several alternatives.
     *
     * @param weights how often each comes; the first should be the simplest
     * @return the alternative's place
     */
    public int weighted(int... weights) {
        return (int) record(
                random == null
                        ? replayed(weights.length - 1L)
                        : placeOf(random.nextInt(Arrays.stream(weights).sum()), weights));
    }

    private static long placeOf(int ticket, int[] weights) {
        int place = 0;
        int rest = ticket;
        while (rest >= weights[place]) {
            rest -= weights[place++];
        }
        return place;
    }

    private long replayed(long max) {
        return size < given.length ? Math.min(Math.max(given[size], 0), max) : 0;
    }

    private long record(long choice) {
        if (size == taken.length) {
            taken = Arrays.copyOf(taken, size * 2);
        }
        taken[size++] = choice;
        return choice;
    }

    <T extends @Nullable Object> T span(Object label, Supplier<? extends T> body) {
        int place = spans.size();
        int start = size;
        spans.add(new Span(label, start, start));
        T value = body.get();
        spans.set(place, new Span(label, start, size));
        return value;
    }

    /**
     * What was chosen so far.
     *
     * @return the recording, which replays to the same value
     */
    public long[] taken() {
        return Arrays.copyOf(taken, size);
    }

    /** Outer spans come before those inside them. */
    List<Span> spans() {
        return spans;
    }

    /** The choices from start to end made one part; parts with the same label can stand for each other. */
    record Span(Object label, int start, int end) {
        boolean holds(Span other) {
            return start <= other.start && other.end <= end && other.end - other.start < end - start;
        }
    }
}
