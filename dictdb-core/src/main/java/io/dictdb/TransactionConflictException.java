package io.dictdb;

import org.jspecify.annotations.Nullable;

/** A transaction was given up because others kept changing what it had read; nothing of it was done, and it may be tried again. */
public class TransactionConflictException extends DictDBException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String table;
    private final transient @Nullable Object key;

    /**
     * An exception with a message alone.
     *
     * @param message what happened
     */
    public TransactionConflictException(String message) {
        this(message, null, null);
    }

    /**
     * An exception about a record.
     *
     * @param message what happened
     * @param table the name of the table in which others changed something, or null
     * @param key the primary key of a record that they changed, or null
     */
    public TransactionConflictException(String message, @Nullable String table, @Nullable Object key) {
        super(message);
        this.table = table;
        this.key = key;
    }

    /**
     * The table in which others changed what the transaction had read.
     *
     * @return its name, or null when it is not known
     */
    public @Nullable String table() {
        return table;
    }

    /**
     * A record that others changed, inserted or deleted.
     *
     * @return its primary key, or null when it is not known or the conflict is not about a record
     */
    public @Nullable Object key() {
        return key;
    }
}
