package io.dictdb.benchmarks.race;

import java.util.function.ToDoubleFunction;

/**
 * What a query gave, so that nobody is measured doing less than the others.
 *
 * @param rows how many rows or groups
 * @param digest the sum over all that was read of them
 */
record Answer(long rows, double digest) {
    static final Answer NONE = new Answer(0, 0);

    /** Over some rows, at most so many. */
    static <T> Answer of(Iterable<T> rows, ToDoubleFunction<? super T> digest, long limit) {
        long n = 0;
        double sum = 0;
        for (T row : rows) {
            sum += digest.applyAsDouble(row);
            if (++n == limit) {
                break;
            }
        }
        return new Answer(n, sum);
    }

    static <T> Answer of(Iterable<T> rows, ToDoubleFunction<? super T> digest) {
        return of(rows, digest, Long.MAX_VALUE);
    }

    Answer plus(double value) {
        return new Answer(rows + 1, digest + value);
    }

    /** Sums are not all made in the same order. */
    boolean isLike(Answer other) {
        return rows == other.rows && Math.abs(digest - other.digest) <= 1e-9 * Math.max(1, Math.abs(digest));
    }
}
