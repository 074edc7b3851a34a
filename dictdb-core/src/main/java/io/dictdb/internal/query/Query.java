package io.dictdb.internal.query;

import io.dictdb.Condition;
import io.dictdb.Dsl;
import io.dictdb.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query as data. A run filters, orders, projects, drops repeated rows, skips and cuts, in this order.
 *
 * @param where which records
 * @param order their order; empty for insertion order
 * @param projection the columns; null for all
 * @param distinct whether only the first of equal rows is kept
 * @param offset how many rows are skipped
 * @param limit how many rows there are at most
 * @param interruptible whether the thread's interrupt ends a run
 */
public record Query(
        Condition where,
        List<Order> order,
        @Nullable Projection projection,
        boolean distinct,
        int offset,
        int limit,
        boolean interruptible) {
    public static final int NO_LIMIT = Integer.MAX_VALUE;
    public static final Query ALL = new Query(Dsl.all(), List.of(), null, false, 0, NO_LIMIT, false);

    /** The same with another condition. */
    public Query where(Condition condition) {
        return new Query(condition, order, projection, distinct, offset, limit, interruptible);
    }

    public Query order(List<Order> orders) {
        return new Query(where, orders, projection, distinct, offset, limit, interruptible);
    }

    public Query projection(Projection columns) {
        return new Query(where, order, columns, distinct, offset, limit, interruptible);
    }

    public Query distinct(boolean only) {
        return new Query(where, order, projection, only, offset, limit, interruptible);
    }

    public Query offset(int n) {
        return new Query(where, order, projection, distinct, n, limit, interruptible);
    }

    public Query limit(int n) {
        return new Query(where, order, projection, distinct, offset, n, interruptible);
    }

    public Query interruptible(boolean may) {
        return new Query(where, order, projection, distinct, offset, limit, may);
    }

    /** In words, for people. */
    @Override
    public String toString() {
        return "select " + (distinct ? "distinct " : "") + (projection == null ? "all" : projection)
                + words(" where ", where)
                + words(" order by ", order)
                + (offset == 0 ? "" : " offset " + offset)
                + (limit == NO_LIMIT ? "" : " limit " + limit);
    }

    static String words(String before, Condition condition) {
        return condition.equals(Dsl.all()) ? "" : before + condition;
    }

    static String words(String before, List<Order> order) {
        return order.isEmpty() ? "" : before + Explaining.words(order);
    }

    /** How many ordered rows can matter at most: offset and limit together, unless rows may still be dropped. */
    long wanted() {
        return distinct || limit == NO_LIMIT ? Long.MAX_VALUE : (long) offset + limit;
    }
}
