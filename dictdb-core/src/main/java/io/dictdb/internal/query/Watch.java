package io.dictdb.internal.query;

import io.dictdb.QueryCancelledException;

/** Looks whether the running thread has been interrupted, on behalf of a query that asked for it. */
interface Watch {
    /** For a query that an interrupt does not concern. */
    Watch NONE = () -> {};

    /** Throws when the thread is interrupted, and leaves it so. */
    void look();

    static Watch over(TableView table, Query query) {
        return query.interruptible() ? () -> look(table.name()) : NONE;
    }

    private static void look(String table) {
        if (Thread.currentThread().isInterrupted()) {
            throw new QueryCancelledException("The query of table '" + table + "' was interrupted", table);
        }
    }
}
