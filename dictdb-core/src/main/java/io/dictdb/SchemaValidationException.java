package io.dictdb;

import org.jspecify.annotations.Nullable;

/** A record does not fit its table's schema, or a change would alter its primary key. */
public class SchemaValidationException extends DictDBException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String table;
    private final @Nullable String field;
    private final @Nullable String expected;
    private final @Nullable String actual;

    /**
     * An exception with a message alone.
     *
     * @param message what happened
     */
    public SchemaValidationException(String message) {
        this(message, null, null, null, null);
    }

    /**
     * An exception about a field.
     *
     * @param message what happened
     * @param table the table's name, or null
     * @param field the field's name, or null
     * @param expected what the schema asks for, or null
     * @param actual what the record holds, or null
     */
    public SchemaValidationException(
            String message,
            @Nullable String table,
            @Nullable String field,
            @Nullable String expected,
            @Nullable String actual) {
        super(message);
        this.table = table;
        this.field = field;
        this.expected = expected;
        this.actual = actual;
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
     * The field.
     *
     * @return its name, or null when it is not known
     */
    public @Nullable String field() {
        return field;
    }

    /**
     * What the schema asks for.
     *
     * @return in words, or null when it is not known
     */
    public @Nullable String expected() {
        return expected;
    }

    /**
     * What the record holds.
     *
     * @return in words, or null when it is not known
     */
    public @Nullable String actual() {
        return actual;
    }
}
