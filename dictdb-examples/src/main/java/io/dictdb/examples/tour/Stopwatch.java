package io.dictdb.examples.tour;

import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Measures how long things take. */
public final class Stopwatch {
    private static final int FEWEST_RUNS = 7;
    private static final int MOST_RUNS = 1_000;
    private static final int LONGEST = 20;

    private final LongSupplier ticker;
    private final long patience;

    /**
     * A stopwatch.
     *
     * @param ticker a clock in nanoseconds
     * @param patience for how many nanoseconds a query is repeated, slow ones up to twenty times as long; 0 for one run
     */
    public Stopwatch(LongSupplier ticker, long patience) {
        this.ticker = ticker;
        this.patience = patience;
    }

    /** One run, for what changes something. */
    public <T> Timed<T> once(Supplier<T> work) {
        long start = ticker.getAsLong();
        T result = work.get();
        return new Timed<>(result, ticker.getAsLong() - start);
    }

    /** The time of one run without a result. */
    public long once(Runnable work) {
        long start = ticker.getAsLong();
        work.run();
        return ticker.getAsLong() - start;
    }

    /** The result of the first run and the median time of several: the first runs of Java code say little about the later ones. */
    public <T> Timed<T> often(Supplier<T> query) {
        long start = ticker.getAsLong();
        Timed<T> first = once(query);
        long[] times = new long[MOST_RUNS];
        times[0] = first.nanos();
        int runs = 1;
        while (runs < MOST_RUNS && ticker.getAsLong() - start < (runs < FEWEST_RUNS ? LONGEST * patience : patience)) {
            times[runs++] = once(query).nanos();
        }
        Arrays.sort(times, 0, runs);
        return new Timed<>(first.result(), times[runs / 2]);
    }

    /**
     * A result and the time it took.
     *
     * @param result the result
     * @param nanos the time in nanoseconds
     * @param <T> the result's class
     */
    public record Timed<T>(T result, long nanos) {}
}
