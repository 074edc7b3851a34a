package io.dictdb;

import org.jspecify.annotations.Nullable;

/** There is no table of that name, or it has been dropped. */
public class TableNotFoundException extends DictDBException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String table;

    /**
     * An exception with a message alone.
     *
     * @param message what happened
     */
    public TableNotFoundException(String message) {
        this(message, null);
    }

    /**
     * An exception about a table.
     *
     * @param message what happened
     * @param table the table's name, or null
     */
    public TableNotFoundException(String message, @Nullable String table) {
        super(message);
        this.table = table;
    }

    /**
     * The table.
     *
     * @return its name, or null when it is not known
     */
    public @Nullable String table() {
        return table;
    }
}
