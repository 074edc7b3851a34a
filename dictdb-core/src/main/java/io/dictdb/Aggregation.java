package io.dictdb;

import java.util.List;

/**
 * Aggregates of one table. Immutable: each step returns a new one; each run takes the table as it is at that moment.
 *
 * <p>With {@code groupBy} there is one row for each group: the group's fields, then the aggregates. A group's value may be null. Groups
 * come in first-seen order unless ordered.
 */
public interface Aggregation {
    /**
     * Takes only the records for which a condition holds; a second one narrows the first.
     *
     * @param condition the condition, on fields of the records
     * @return the narrower aggregation
     */
    Aggregation where(Condition condition);

    /**
     * One row for each combination of values of these fields. A later call replaces an earlier one.
     *
     * @param fields the fields' names
     * @return the grouped aggregation
     */
    Aggregation groupBy(String... fields);

    /**
     * Keeps the result rows for which a condition holds; a second one narrows the first.
     *
     * @param condition the condition, on group fields and aliases
     * @return the narrower aggregation
     */
    Aggregation having(Condition condition);

    /**
     * Orders the result rows.
     *
     * @param fields group fields and aliases; a leading minus descends
     * @return the ordered aggregation
     */
    Aggregation orderBy(String... fields);

    /**
     * Cuts after so many result rows.
     *
     * @param n at least 0
     * @return the shorter aggregation
     */
    Aggregation limit(int n);

    /**
     * Looks at the thread's interrupt at each record from now on: a run throws {@link QueryCancelledException} when it is set, and leaves it set.
     *
     * @return the aggregation that can be cancelled
     */
    Aggregation interruptible();

    /**
     * Runs the aggregation.
     *
     * @return the result rows, an immutable list; exactly one when there is no groupBy, no having and no limit
     */
    List<Row> list();

    /**
     * Runs an aggregation without groupBy.
     *
     * @return its one row
     * @throws IllegalStateException when there is a groupBy
     * @throws RecordNotFoundException when {@code having} or {@code limit} left nothing
     */
    Row row();
}
