package io.dictdb.testkit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A history in the making. Each thread takes a recorder of its own; all they share is a counter, which a transaction raises when it begins and
 * when it ends. So the ticks are in an order that every thread agrees with, and the threads do not wait for each other.
 */
public final class Recording {
    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger processes = new AtomicInteger();
    private final Queue<Recorder> recorders = new ConcurrentLinkedQueue<>();

    /** An empty recording. */
    public Recording() {}

    /**
     * A recorder for one thread, for one transaction at a time. May be called by any thread.
     *
     * @return a recorder with the next process number
     */
    public Recorder recorder() {
        Recorder recorder = new Recorder(processes.getAndIncrement(), clock);
        recorders.add(recorder);
        return recorder;
    }

    /**
     * What all recorders have noted. To be called when their threads have ended.
     *
     * @return the history
     */
    public History history() {
        List<Txn> all = new ArrayList<>();
        recorders.forEach(recorder -> all.addAll(recorder.transactions));
        return new History(all);
    }

    /** Notes the transactions of one thread. */
    public static final class Recorder {
        private final int process;
        private final AtomicLong clock;
        private final List<Txn> transactions = new ArrayList<>();
        private long begun;

        private Recorder(int process, AtomicLong clock) {
            this.process = process;
            this.clock = clock;
        }

        /** To be called before the first step of a transaction. */
        public void begin() {
            begun = clock.incrementAndGet();
        }

        /**
         * To be called after a transaction's last step, its commit included.
         *
         * @param outcome how it ended
         * @param ops what it did and, if it was committed, what it saw
         */
        public void end(Txn.Outcome outcome, List<Op> ops) {
            transactions.add(new Txn(process, begun, clock.incrementAndGet(), outcome, ops));
        }
    }
}
