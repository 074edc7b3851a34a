package io.dictdb.internal.engine;

import io.dictdb.TableStats;
import java.util.concurrent.atomic.LongAdder;

/** How often a table was read. Safe for use by many threads, which do not wait for each other. */
final class QueryCounters {
    private final LongAdder gets = new LongAdder();
    private final LongAdder queries = new LongAdder();
    private final LongAdder scanned = new LongAdder();
    private final LongAdder returned = new LongAdder();
    private final LongAdder indexed = new LongAdder();

    void get() {
        gets.increment();
    }

    void query(long rowsScanned, long rowsReturned, boolean byIndex) {
        queries.increment();
        scanned.add(rowsScanned);
        returned.add(rowsReturned);
        if (byIndex) {
            indexed.increment();
        }
    }

    TableStats stats(TableState table) {
        Tally tally = table.tally();
        return new TableStats(
                table.count(),
                tally.inserts(),
                tally.updates(),
                tally.deletes(),
                gets.sum(),
                queries.sum(),
                scanned.sum(),
                returned.sum(),
                indexed.sum());
    }
}
