package io.dictdb;

/**
 * What is logged of the records that are inserted, updated and deleted: nothing unless it is switched on, for one database ({@link DictDB.Builder#operationLog}) or for all ({@link #setDefault}). Immutable: each method that
 * takes a value returns a new object.
 *
 * <p>Switched on, each record of a commit is an event of the logger {@code io.dictdb.operations} at INFO, with the key-values {@code op} ({@code INSERT}, {@code UPDATE}, {@code DELETE}), {@code table}, {@code pk} and
 * {@code commit}. It is logged by the thread that made the change, when that is acknowledged and before the call returns: so what a thread does is logged in its order, and what was rolled back or refused is not logged.
 * What the logging system throws does not reach the caller.
 */
public final class OperationLog {
    private static final OperationLog OFF = new OperationLog(false, false, false);
    private static final OperationLog ON = new OperationLog(true, false, false);

    private final boolean on;
    private final boolean values;
    private final boolean maskedKeys;

    private OperationLog(boolean on, boolean values, boolean maskedKeys) {
        this.on = on;
        this.values = values;
        this.maskedKeys = maskedKeys;
    }

    /**
     * Nothing is logged, and it costs next to nothing.
     *
     * @return the options that are in force when nothing is said
     */
    public static OperationLog off() {
        return OFF;
    }

    /**
     * Each record is logged with its table and primary key, and none of its other values.
     *
     * @return the options
     */
    public static OperationLog on() {
        return ON;
    }

    /**
     * Whether the values of a record that was inserted or updated are logged, as key-value {@code record}. Think of who reads the log.
     *
     * @param logged true to log them
     * @return a copy with that setting
     */
    public OperationLog values(boolean logged) {
        return new OperationLog(on, logged, maskedKeys);
    }

    /**
     * Whether {@code ***} stands in the place of a primary key: where keys tell who somebody is.
     *
     * @param masked true to hide them
     * @return a copy with that setting
     */
    public OperationLog maskKeys(boolean masked) {
        return new OperationLog(on, values, masked);
    }

    /**
     * What is logged of the databases of this process that were given no options of their own; in force at once. Safe to be called by any thread.
     *
     * @param options the options
     */
    public static void setDefault(OperationLog options) {
        Bootstrap.operationLog(options);
    }

    /**
     * Whether anything is logged.
     *
     * @return true when each record is
     */
    public boolean isOn() {
        return on;
    }

    /**
     * Whether values are logged.
     *
     * @return true when they are
     */
    public boolean hasValues() {
        return values;
    }

    /**
     * Whether keys are hidden.
     *
     * @return true when they are
     */
    public boolean masksKeys() {
        return maskedKeys;
    }

    @Override
    public String toString() {
        return on
                ? "OperationLog(on" + (values ? ", values" : "") + (maskedKeys ? ", masked keys" : "") + ")"
                : "OperationLog(off)";
    }
}
