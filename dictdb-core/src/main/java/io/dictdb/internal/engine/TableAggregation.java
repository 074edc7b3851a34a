package io.dictdb.internal.engine;

import io.dictdb.Aggregate;
import io.dictdb.Aggregation;
import io.dictdb.Condition;
import io.dictdb.RecordNotFoundException;
import io.dictdb.Row;
import io.dictdb.internal.query.Grouping;
import io.dictdb.internal.query.Query;
import io.dictdb.internal.value.Arguments;
import java.util.List;
import java.util.function.Supplier;

/**
 * An aggregation and where to find the table's state when it runs.
 *
 * @param state the published state of the table
 * @param grouping the aggregation
 */
record TableAggregation(Supplier<TableState> state, Grouping grouping) implements Aggregation {
    static Aggregation of(Supplier<TableState> state, Aggregate... aggregates) {
        List<Aggregate> all = List.of(Arguments.noNulls(aggregates, "aggregate"));
        return new TableAggregation(
                state, new Grouping(all, Query.ALL.where(), null, Query.ALL.where(), List.of(), Query.NO_LIMIT));
    }

    private Aggregation with(Grouping other) {
        return new TableAggregation(state, other);
    }

    @Override
    public Aggregation where(Condition condition) {
        return with(grouping.where(TableSelect.narrowed(grouping.where(), condition)));
    }

    @Override
    public Aggregation groupBy(String... fields) {
        return with(grouping.groupBy(List.of(Arguments.noNulls(fields, "field"))));
    }

    @Override
    public Aggregation having(Condition condition) {
        return with(grouping.having(TableSelect.narrowed(grouping.having(), condition)));
    }

    @Override
    public Aggregation orderBy(String... fields) {
        return with(grouping.order(TableSelect.orders(fields)));
    }

    @Override
    public Aggregation limit(int n) {
        Arguments.require(n >= 0, "limit must not be negative, got %s", n);
        return with(grouping.limit(n));
    }

    @Override
    public List<Row> list() {
        return grouping.rows(state.get());
    }

    @Override
    public Row row() {
        if (grouping.groupBy() != null) {
            throw new IllegalStateException("row() is for an aggregation without groupBy; use list()");
        }
        List<Row> rows = list();
        if (rows.isEmpty()) {
            String table = state.get().definition().name;
            throw new RecordNotFoundException(
                    "having or limit left no row of the aggregation of table '" + table + "'", table);
        }
        return rows.get(0);
    }
}
