package io.dictdb.benchmarks.race;

/** Bytes for each row with all indexes: the heap when the collector has run, and what lies outside of it. */
final class Memory {
    private Memory() {}

    static double[] perRow(Cell cell) throws Exception {
        double before = used();
        try (Contestant contestant = cell.filled(true)) {
            double after = used();
            return new double[] {(after - before + contestant.nativeBytes()) / cell.rows()};
        }
    }

    private static double used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
