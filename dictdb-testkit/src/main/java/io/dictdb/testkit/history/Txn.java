package io.dictdb.testkit.history;

import java.util.List;

/**
 * A transaction as its client saw it.
 *
 * @param process who executed it: a thread, one transaction after the other
 * @param begin the tick at which it began
 * @param end the tick at which its end was known; infinity, {@link Long#MAX_VALUE}, for an indeterminate one
 * @param outcome how it ended
 * @param ops its steps in their order; reads count only if it was committed
 */
public record Txn(int process, long begin, long end, Outcome outcome, List<Op> ops) {
    /** How a transaction ended. */
    public enum Outcome {
        /** It happened. */
        COMMITTED,
        /** It is known not to have happened. */
        ABORTED,
        /** It may have happened, or may yet. */
        INDETERMINATE
    }

    /** Copies the list. */
    public Txn {
        if (outcome == Outcome.INDETERMINATE) {
            end = Long.MAX_VALUE;
        }
        if (begin >= end) {
            throw new IllegalArgumentException("a transaction must begin before it ends, got " + begin + " and " + end);
        }
        ops = List.copyOf(ops);
    }

    /**
     * A committed transaction.
     *
     * @param process who executed it
     * @param begin the tick of its begin
     * @param end the tick of its end
     * @param ops its steps
     * @return the transaction
     */
    public static Txn committed(int process, long begin, long end, Op... ops) {
        return new Txn(process, begin, end, Outcome.COMMITTED, List.of(ops));
    }

    boolean committed() {
        return outcome == Outcome.COMMITTED;
    }

    boolean aborted() {
        return outcome == Outcome.ABORTED;
    }

    /** Whether this one was over before the other began. */
    boolean precedes(Txn other) {
        return end < other.begin;
    }

    @Override
    public String toString() {
        String until = end == Long.MAX_VALUE ? "?" : String.valueOf(end);
        return "%s, process %d, ticks %d to %s: %s".formatted(outcome, process, begin, until, ops);
    }
}
