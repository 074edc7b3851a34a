package io.dictdb.benchmarks.race;

import io.dictdb.benchmarks.Transactions;

/** The workloads that are one call, again and again, by one thread. */
final class Calls {
    private static final int RANGE = 1_010;
    private static final int SCANNED = Transactions.CUSTOMERS / 100;

    private Calls() {}

    private static double[] measured(Cell cell, boolean indexed, Work work) throws Exception {
        try (Contestant contestant = cell.filled(indexed)) {
            Session session = contestant.session();
            double[] rates = work.run(session);
            session.end();
            return rates;
        }
    }

    /** With a session of a table that is full. */
    private interface Work {
        double[] run(Session session) throws Exception;
    }

    static double[] get(Cell cell) throws Exception {
        return measured(
                cell,
                true,
                session -> cell.rates(
                        turn -> new Answer(1, session.get(cell.id(turn))),
                        turn -> new Answer(1, Tx.of(cell.id(turn)).digest())));
    }

    static double[] customer(Cell cell) throws Exception {
        return measured(
                cell,
                true,
                session -> cell.rates(
                        turn -> session.customer(cell.id(turn) % Transactions.CUSTOMERS),
                        turn -> cell.expectedCustomer(cell.id(turn) % Transactions.CUSTOMERS)));
    }

    static double[] range(Cell cell) throws Exception {
        int room = cell.rows() - RANGE;
        return measured(
                cell,
                true,
                session -> cell.rates(
                        turn -> session.range(
                                Transactions.amount(cell.id(turn) % room),
                                Transactions.amount(cell.id(turn) % room + RANGE)),
                        turn -> cell.expected(cell.id(turn) % room, cell.id(turn) % room + RANGE)));
    }

    static double[] top(Cell cell) throws Exception {
        return measured(
                cell,
                true,
                session -> cell.rates(turn -> session.top(), turn -> cell.expected(cell.rows() - 10, cell.rows())));
    }

    private static Answer scanned(Cell cell) {
        Answer all = Answer.NONE;
        for (int customer = 0; customer < SCANNED; customer++) {
            Answer one = cell.expectedCustomer(customer);
            all = new Answer(all.rows() + one.rows(), all.digest() + one.digest());
        }
        return all;
    }

    static double[] scan(Cell cell) throws Exception {
        Answer expected = scanned(cell);
        return measured(cell, false, session -> cell.rates(turn -> session.scan(SCANNED), turn -> expected));
    }

    static double[] count(Cell cell) throws Exception {
        Answer expected = new Answer(scanned(cell).rows(), 0);
        return measured(
                cell, false, session -> cell.rates(turn -> new Answer(session.count(SCANNED), 0), turn -> expected));
    }

    static double[] groups(Cell cell) throws Exception {
        double[] sums = new double[Transactions.CUSTOMERS];
        long[] counts = new long[Transactions.CUSTOMERS];
        for (int id = 0; id < cell.rows(); id++) {
            counts[id % Transactions.CUSTOMERS]++;
            sums[id % Transactions.CUSTOMERS] += Transactions.amount(id);
        }
        Answer expected = Groups.read(counts, sums);
        return measured(cell, true, session -> cell.rates(turn -> session.groups(), turn -> expected));
    }

    /** A change is read again when it is the turn of a check, and then only. */
    static double[] status(Cell cell) throws Exception {
        return measured(cell, true, session -> {
            double[] rates = cell.rates(
                    turn -> {
                        session.status(cell.id(turn), turn % 3 == 0 ? "completed" : "pending");
                        return new Answer(1, 0);
                    },
                    turn -> new Answer(1, 0));
            session.status(1, "changed");
            requireChanged(session.get(1), Tx.of(1).status("changed").digest());
            return rates;
        });
    }

    static double[] date(Cell cell) throws Exception {
        return measured(cell, true, session -> {
            double[] rates = cell.rates(
                    turn -> {
                        session.date(cell.id(turn), Transactions.day(turn / 5));
                        return new Answer(1, 0);
                    },
                    turn -> new Answer(1, 0));
            session.date(1, "2026-03");
            requireChanged(session.get(1), Tx.of(1).date("2026-03").digest());
            return rates;
        });
    }

    private static void requireChanged(double got, double expected) {
        if (got != expected) {
            throw new IllegalStateException("a change has not been made");
        }
    }

    static double[] replace(Cell cell) throws Exception {
        return measured(
                cell,
                true,
                session -> cell.rates(
                        turn -> {
                            session.delete(cell.id(turn));
                            session.insert(cell.id(turn));
                            return new Answer(1, 0);
                        },
                        turn -> new Answer(1, 0)));
    }
}
