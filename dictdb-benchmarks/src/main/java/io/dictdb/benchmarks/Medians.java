package io.dictdb.benchmarks;

import java.util.Arrays;

/** The middle of what was measured in several rounds. */
final class Medians {
    private Medians() {}

    static double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
