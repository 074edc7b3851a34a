package io.dictdb.benchmarks;

import java.util.Arrays;

/**
 * How long calls took, in microseconds.
 *
 * @param count how many
 * @param high the 99th percentile
 */
record Latencies(int count, double median, double high, double worst) {
    /** Of the first nanoseconds of an array. */
    static Latencies of(long[] nanos, int count) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return new Latencies(
                count, sorted[count / 2] / 1e3, sorted[(int) (count * 0.99)] / 1e3, sorted[count - 1] / 1e3);
    }
}
