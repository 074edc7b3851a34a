package io.dictdb.internal.query;

import io.dictdb.Condition;
import io.dictdb.Explanation;
import io.dictdb.Order;
import io.dictdb.internal.index.Range;
import io.dictdb.internal.index.SortedIndex;
import java.util.List;

/** How a query finds its rows. Every plan names what is left to be tested on each. */
sealed interface Plan {
    Condition residual();

    /** Visits every record in insertion order. */
    record Scan(Condition residual) implements Plan {}

    /** Visits the rows that indexes propose, in insertion order. */
    record Fetch(Access access, Condition residual) implements Plan {}

    /**
     * Walks a sorted index in the order of the query: values one after the other, rows of equal values in insertion order, or in the
     * order of the remaining fields.
     *
     * @param range which values; {@link Range#ALL} with nulls where the query has no bound on the field
     * @param nulls whether records without a value belong to it
     * @param rest the orders behind the first
     * @param rows how many rows the range has
     */
    record Walk(
            String field,
            SortedIndex index,
            Range range,
            boolean nulls,
            boolean descending,
            List<Order> rest,
            long rows,
            Condition residual)
            implements Plan {}

    default Explanation.Access kind() {
        if (this instanceof Fetch fetch) {
            return fetch.access.kind();
        }
        return this instanceof Walk ? Explanation.Access.ORDERED : Explanation.Access.SCAN;
    }
}
