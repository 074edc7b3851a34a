package io.dictdb.internal.engine;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a transaction pass that keeps losing against others: for a while, writers of its tables wait before they begin.
 *
 * <p>This is a courtesy, not a lock. Whoever has the right of way runs code of a caller meanwhile, which may itself wait for one of those writers; so
 * every wait here ends by itself, and then the writer goes on and the transaction may lose once more. It has the right for as long as it is likely to need,
 * and never longer than {@link #LONGEST}. One at a time has it; others queue for it in order, no longer than that either.
 */
final class RightOfWay {
    static final long LONGEST = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoTime;
    private final Semaphore turn = new Semaphore(1, true);
    private volatile @Nullable Pass pass;

    RightOfWay(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * One transaction's right.
     *
     * @param until the time at which it ends if it is not given back
     */
    private record Pass(Thread owner, Set<TableDefinition> tables, long until, CountDownLatch over) {}

    /** Waits while another thread has the right of way in a table. */
    void yieldTo(TableDefinition table) {
        Pass taken = pass;
        if (taken != null && taken.owner != Thread.currentThread() && taken.tables.contains(table)) {
            Patience.wait(taken.until - nanoTime.getAsLong(), nanos -> taken.over.await(nanos, TimeUnit.NANOSECONDS));
        }
    }

    /** Runs something with the right of way in some tables for a time; without it when others have it for too long. */
    <T> T during(Set<TableDefinition> tables, long nanos, Deadline deadline, Supplier<T> passage) {
        long patience = Math.min(LONGEST, deadline.left());
        if (!Patience.wait(patience, longest -> turn.tryAcquire(longest, TimeUnit.NANOSECONDS))) {
            return passage.get();
        }
        long until = nanoTime.getAsLong() + Math.min(nanos, LONGEST);
        Pass mine = new Pass(Thread.currentThread(), tables, until, new CountDownLatch(1));
        try {
            pass = mine;
            return passage.get();
        } finally {
            pass = null;
            mine.over.countDown();
            turn.release();
        }
    }
}
