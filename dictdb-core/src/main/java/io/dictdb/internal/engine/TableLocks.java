package io.dictdb.internal.engine;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The writers' locks of several tables, always taken in the order of the tables' numbers, so that nobody waits in a circle. */
final class TableLocks implements AutoCloseable {
    private final Deque<TableDefinition> held = new ArrayDeque<>();

    /** Takes the locks; returns a table whose lock did not come in time, or null. */
    @Nullable
    TableDefinition acquire(Collection<TableDefinition> tables, Deadline deadline) {
        TreeSet<TableDefinition> ordered = new TreeSet<>(Comparator.comparingLong(table -> table.number));
        ordered.addAll(tables);
        for (TableDefinition table : ordered) {
            if (!lock(table.writing, deadline)) {
                return table;
            }
            held.push(table);
        }
        return null;
    }

    private static boolean lock(ReentrantLock lock, Deadline deadline) {
        if (deadline.isNever()) {
            lock.lock();
            return true;
        }
        return Patience.wait(deadline.left(), nanos -> lock.tryLock(nanos, TimeUnit.NANOSECONDS));
    }

    @Override
    public void close() {
        for (TableDefinition table : held) {
            table.writing.unlock();
        }
    }
}
