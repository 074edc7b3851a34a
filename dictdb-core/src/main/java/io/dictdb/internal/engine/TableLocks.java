package io.dictdb.internal.engine;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
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
            if (!Patience.wait(deadline.left(), nanos -> table.writing.tryLock(nanos, TimeUnit.NANOSECONDS))) {
                return table;
            }
            held.push(table);
        }
        return null;
    }

    @Override
    public void close() {
        held.forEach(table -> table.writing.unlock());
    }
}
