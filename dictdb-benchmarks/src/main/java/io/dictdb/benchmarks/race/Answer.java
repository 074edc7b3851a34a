package io.dictdb.benchmarks.race;

/**
 * What a query gave, so that nobody is measured doing less than the others.
 *
 * @param rows how many rows or groups
 * @param digest the sum over all that was read of them
 */
record Answer(long rows, double digest) {
    static final Answer NONE = new Answer(0, 0);

    Answer plus(double value) {
        return new Answer(rows + 1, digest + value);
    }

    /** Sums are not all made in the same order. */
    boolean isLike(Answer other) {
        return rows == other.rows && Math.abs(digest - other.digest) <= 1e-9 * Math.max(1, Math.abs(digest));
    }
}
