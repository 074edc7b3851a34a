package io.dictdb.testkit.history;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A store under test. Used by several threads at once. */
@FunctionalInterface
public interface ListStore {
    /**
     * Executes steps as one transaction, in their order. What it throws is thrown on by the workload: an abort is a result.
     *
     * @param ops appends, and reads that have observed nothing yet
     * @return how it ended
     */
    Attempt execute(List<Op> ops);

    /**
     * How a transaction ended.
     *
     * @param outcome committed, aborted or indeterminate
     * @param reads what its reads saw, in their order; none if it was not committed
     */
    record Attempt(Txn.Outcome outcome, List<List<Long>> reads) {
        /**
         * It was committed.
         *
         * @param reads what its reads saw, in their order
         * @return the attempt
         */
        public static Attempt committed(List<List<Long>> reads) {
            return new Attempt(Txn.Outcome.COMMITTED, reads);
        }

        /**
         * It certainly did not happen and will not.
         *
         * @return the attempt
         */
        public static Attempt aborted() {
            return new Attempt(Txn.Outcome.ABORTED, List.of());
        }

        /**
         * Nobody knows.
         *
         * @return the attempt
         */
        public static Attempt indeterminate() {
            return new Attempt(Txn.Outcome.INDETERMINATE, List.of());
        }

        List<Op> done(List<Op> plan) {
            return outcome == Txn.Outcome.COMMITTED ? filled(plan) : plan;
        }

        private List<Op> filled(List<Op> plan) {
            Iterator<List<Long>> seen = reads.iterator();
            List<Op> done = new ArrayList<>();
            for (Op op : plan) {
                done.add(op instanceof Op.Read ? new Op.Read(op.key(), seen.next()) : op);
            }
            if (seen.hasNext()) {
                throw new IllegalArgumentException("more lists read than asked for by " + plan);
            }
            return done;
        }
    }
}
