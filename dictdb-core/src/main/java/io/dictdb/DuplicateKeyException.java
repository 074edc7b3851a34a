package io.dictdb;

import org.jspecify.annotations.Nullable;

/** A record with that primary key is there already. */
public class DuplicateKeyException extends DictDBException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String table;
    private final transient @Nullable Object key;

    /**
     * An exception with a message alone.
     *
     * @param message what happened
     */
    public DuplicateKeyException(String message) {
        this(message, null, null);
    }

    /**
     * An exception about a key.
     *
     * @param message what happened
     * @param table the table's name, or null
     * @param key the key, or null
     */
    public DuplicateKeyException(String message, @Nullable String table, @Nullable Object key) {
        super(message);
        this.table = table;
        this.key = key;
    }

    /**
     * The table.
     *
     * @return its name, or null when it is not known
     */
    public @Nullable String table() {
        return table;
    }

    /**
     * The key that is taken.
     *
     * @return the key, or null when it is not known
     */
    public @Nullable Object key() {
        return key;
    }
}
