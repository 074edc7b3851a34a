package io.dictdb.benchmarks.race;

/** Filling a table. */
final class Loads {
    private static final int SINGLE = 100_000;

    private Loads() {}

    static double[] bulk(Cell cell) throws Exception {
        return rounds(cell, cell.rows(), contestant -> contestant.load(0, cell.rows()));
    }

    static double[] single(Cell cell) throws Exception {
        int rows = Math.min(SINGLE, cell.rows());
        return rounds(cell, rows, contestant -> {
            Session session = contestant.session();
            for (long id = 0; id < rows; id++) {
                session.insert(id);
            }
            session.end();
        });
    }

    /** What fills an empty table. */
    private interface Work {
        void run(Contestant contestant) throws Exception;
    }

    private static double[] rounds(Cell cell, int rows, Work work) throws Exception {
        double[] rates = new double[cell.rounds()];
        for (int round = -1; round < rates.length; round++) {
            double rate = rate(cell, rows, work);
            if (round >= 0) {
                rates[round] = rate;
            }
        }
        return rates;
    }

    private static double rate(Cell cell, int rows, Work work) throws Exception {
        try (Contestant contestant = cell.engine().create(true)) {
            long begun = System.nanoTime();
            work.run(contestant);
            double rate = rows * 1e9 / (System.nanoTime() - begun);
            Session session = contestant.session();
            require(session.get(rows - 1), rows - 1);
            require(session.get(0), 0);
            session.end();
            return rate;
        }
    }

    private static void require(double got, long id) {
        if (got != Tx.of(id).digest()) {
            throw new IllegalStateException("transaction " + id + " is not what was inserted");
        }
    }
}
