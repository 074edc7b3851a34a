package io.dictdb.internal.query;

/** What steps cost, in units of testing one record in a scan; measured roughly, good for choosing between plans far apart. */
final class Cost {
    /** Beginning a scan, however short: for a handful of rows an index is as good. */
    static final double SCAN_START = 64;

    /** Taking a row number from an index and putting it in order. */
    static final double COLLECT = 0.5;

    /** Going to a record by its row number and testing it. */
    static final double FETCH = 4;

    /** One comparison of two sort keys. */
    static final double COMPARE = 2;

    /** How much of the rows a part keeps of which nothing is known. */
    static final double UNKNOWN_SELECTIVITY = 0.25;

    private Cost() {}

    static double scan(double rows) {
        return SCAN_START + rows;
    }

    static double sort(double rows, double wanted) {
        double kept = Math.max(2, Math.min(rows, wanted));
        return rows * COMPARE + kept * COMPARE * Math.log(kept);
    }
}
