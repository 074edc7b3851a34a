package io.dictdb;

import io.dictdb.internal.value.Arguments;
import java.util.Locale;

/**
 * How a query is run, for people and for tests: {@code toString()} reads like
 * {@code index dept (hash), ~12 of 100000 rows, then filter age between 30 and 40}.
 *
 * @param access how the rows are found
 * @param index the fields whose indexes are used, joined with commas; empty for a scan
 * @param residual what is still tested on each row found; holds always when the indexes answer alone
 * @param estimatedRows how many rows the access yields, as far as the indexes tell
 * @param totalRows how many rows the table has
 * @param details one readable line
 */
public record Explanation(
        Access access, String index, Condition residual, long estimatedRows, long totalRows, String details) {
    /** Checks that nothing is null. */
    public Explanation {
        Arguments.notNull(access, "access");
        Arguments.notNull(index, "index");
        Arguments.notNull(residual, "residual");
        Arguments.notNull(details, "details");
    }

    @Override
    public String toString() {
        return details;
    }

    /** The ways to find rows. */
    public enum Access {
        /** Every row is visited. */
        SCAN,
        /** The primary key finds the rows. */
        KEY,
        /** A hash index finds the rows. */
        HASH,
        /** A sorted index finds the rows. */
        SORTED,
        /** Several indexes are intersected. */
        INTERSECTION,
        /** Several indexes are united. */
        UNION,
        /** A sorted index is walked in the order that the query asks for. */
        ORDERED,
        /** The condition can hold for no record: nothing is visited. */
        NOTHING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
