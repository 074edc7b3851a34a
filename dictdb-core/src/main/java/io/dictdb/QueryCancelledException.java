package io.dictdb;

import org.jspecify.annotations.Nullable;

/** A query that was asked to be {@linkplain Select#interruptible() interruptible} met its thread's interrupt. The thread stays interrupted. */
public class QueryCancelledException extends DictDBException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String table;

    /**
     * An exception with a message alone.
     *
     * @param message what happened
     */
    public QueryCancelledException(String message) {
        this(message, null);
    }

    /**
     * An exception about a query.
     *
     * @param message what happened
     * @param table the name of the table that was queried, or null
     */
    public QueryCancelledException(String message, @Nullable String table) {
        super(message);
        this.table = table;
    }

    /**
     * The table that was queried.
     *
     * @return its name, or null when it is not known
     */
    public @Nullable String table() {
        return table;
    }
}
