package io.dictdb.proofs.transactions;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts what threads complete, and notices when one completes so much while another completes nothing. Counts and not clocks: on a machine that
 * is slow all are slow.
 */
final class Fairness {
    private final AtomicLongArray done;
    private final int most;
    private final long[][] seen;
    private final long[][] since;

    /**
     * @param threads how many there are
     * @param most what one may complete while another completes nothing
     */
    Fairness(int threads, int most) {
        this.done = new AtomicLongArray(threads);
        this.most = most;
        this.seen = new long[threads][threads];
        this.since = new long[threads][threads];
    }

    /** Called by a thread that has completed something; says who is being starved. */
    void completed(int me) {
        long mine = done.get(me) + 1;
        done.set(me, mine);
        for (int other = 0; other < done.length(); other++) {
            long theirs = done.get(other);
            if (theirs != seen[me][other] || theirs == Long.MAX_VALUE) {
                seen[me][other] = theirs;
                since[me][other] = mine;
            } else if (mine - since[me][other] > most) {
                throw new AssertionError("thread " + other + " completed nothing while thread " + me + " completed "
                        + most + "; so far " + done);
            }
        }
    }

    /** Called by a thread that has no more to do: nobody has to wait for it. */
    long finished(int me) {
        return done.getAndSet(me, Long.MAX_VALUE);
    }
}
