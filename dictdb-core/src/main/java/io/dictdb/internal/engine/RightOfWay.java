package io.dictdb.internal.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets those pass that keep losing against others: for a while, writers of the tables in which they lost wait before they begin.
 *
 * <p>This is a courtesy, not a lock. Whoever has the right of way runs code of a caller meanwhile, which may itself wait for one of those writers; so
 * every wait here ends by itself, and then the writer goes on and the other may lose once more. The right lasts for as long as it is likely to be needed, and
 * never longer than {@link #LONGEST}. Several may have it in different tables.
 */
final class RightOfWay {
    /** In nanoseconds. */
    static final long LONGEST = TimeUnit.SECONDS.toNanos(1);
    /** Stands for which tables there are. */
    static final TableDefinition NAMES = new TableDefinition("", "", null);

    private final LongSupplier nanoTime;
    private volatile List<Pass> passes = List.of();

    RightOfWay(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Somebody's right.
     *
     * @param until the time at which it ends if it is not given back
     */
    private record Pass(Thread owner, Set<TableDefinition> tables, long until, CountDownLatch over) {
        boolean isIn(Collection<TableDefinition> others) {
            return !Collections.disjoint(tables, others);
        }
    }

    /** Waits while another thread has the right of way in one of some tables, and no longer than that is worth it. Who has it somewhere does not wait. */
    void yieldIn(Collection<TableDefinition> tables, Deadline deadline) {
        List<Pass> taken = passes;
        if (!isAmong(taken)) {
            taken.stream().filter(pass -> pass.isIn(tables)).forEach(pass -> await(pass, deadline));
        }
    }

    /** Two who wait for each other's right would get on only when it has ended. */
    private static boolean isAmong(List<Pass> taken) {
        return taken.stream().anyMatch(pass -> pass.owner == Thread.currentThread());
    }

    private void await(Pass pass, Deadline deadline) {
        long left = Math.min(pass.until - nanoTime.getAsLong(), deadline.left());
        Patience.wait(left, nanos -> pass.over.await(nanos, TimeUnit.NANOSECONDS));
    }

    /** Waits while another thread has the right of way in a table. */
    void yieldIn(TableDefinition table) {
        if (!passes.isEmpty()) {
            yieldIn(List.of(table), Deadline.never(nanoTime));
        }
    }

    /** Runs something with the right of way in some tables for a time. Of several who want it in one table one has it, the others wait until its time is over. */
    <T> T during(Collection<TableDefinition> tables, long nanos, Deadline deadline, Supplier<T> passage) {
        Pass mine = take(Set.copyOf(tables), Math.min(nanos, LONGEST), deadline);
        try {
            return passage.get();
        } finally {
            giveBack(mine);
        }
    }

    private Pass take(Set<TableDefinition> tables, long nanos, Deadline deadline) {
        while (true) {
            Pass mine = new Pass(Thread.currentThread(), tables, nanoTime.getAsLong() + nanos, new CountDownLatch(1));
            Pass other = takeUnlessTaken(mine, deadline.left() == 0);
            if (other == null) {
                return mine;
            }
            await(other, deadline);
        }
    }

    /** Takes the right, or returns who has it. */
    private synchronized @Nullable Pass takeUnlessTaken(Pass mine, boolean late) {
        if (!late && !isAmong(passes)) {
            for (Pass other : passes) {
                if (other.isIn(mine.tables) && other.until - nanoTime.getAsLong() > 0) {
                    return other;
                }
            }
        }
        List<Pass> more = new ArrayList<>(passes);
        more.add(mine);
        passes = more;
        return null;
    }

    @SuppressWarnings("ReferenceEquality") // one of two equal ones
    private synchronized void giveBack(Pass pass) {
        passes = passes.stream().filter(other -> other != pass).toList();
        pass.over.countDown();
    }
}
