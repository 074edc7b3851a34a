package io.dictdb;

import io.dictdb.internal.value.Arguments;

/**
 * How {@link Table#insert(java.util.List, InsertOptions)} goes about a list of records. Immutable: each method that takes a value returns a new object.
 */
public final class InsertOptions {
    private static final InsertOptions DEFAULTS = new InsertOptions(1_000, false);

    private final int batchSize;
    private final boolean skipValidation;

    private InsertOptions(int batchSize, boolean skipValidation) {
        this.batchSize = batchSize;
        this.skipValidation = skipValidation;
    }

    /**
     * Batches of 1,000 records, validated.
     *
     * @return the options that {@link Table#insert(java.util.List)} uses
     */
    public static InsertOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The original's batch size. The whole list is one atomic commit in one pass whatever the size is, so that there is nothing left for it to do;
     * it is kept, and checked, for those who come from there.
     *
     * @param n at least 1
     * @return a copy with that size
     */
    public InsertOptions batchSize(int n) {
        Arguments.require(n >= 1, "batch size must be at least 1, got %s", n);
        return new InsertOptions(n, skipValidation);
    }

    /**
     * Whether to trust the records and skip the schema: they are stored as they are, without defaults and without widening. Keys and value
     * classes are checked all the same.
     *
     * @param skip true to skip the schema check
     * @return a copy with that setting
     */
    public InsertOptions skipValidation(boolean skip) {
        return new InsertOptions(batchSize, skip);
    }

    /**
     * The batch size.
     *
     * @return at least 1
     */
    public int batchSize() {
        return batchSize;
    }

    /**
     * Whether the schema is skipped.
     *
     * @return true when records are stored without the schema check
     */
    public boolean skipValidation() {
        return skipValidation;
    }
}
