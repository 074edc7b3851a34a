package io.dictdb.internal.engine;

import io.dictdb.Aggregate;
import io.dictdb.Aggregation;
import io.dictdb.Condition;
import io.dictdb.Dsl;
import io.dictdb.RecordNotFoundException;
import io.dictdb.Row;
import io.dictdb.internal.query.Grouping;
import io.dictdb.internal.query.Query;
import io.dictdb.internal.value.Arguments;
import java.util.List;
import java.util.function.Function;

/**
 * An aggregation and where to find the table's state when it runs.
 *
 * @param state gives the state of the table, and is told which records are going to be read
 * @param rules what everything that is done is told
 * @param grouping the aggregation
 */
record TableAggregation(Function<Condition, TableState> state, EditRules rules, Grouping grouping)
        implements Aggregation {
    static Aggregation of(Function<Condition, TableState> state, EditRules rules, Aggregate... aggregates) {
        List<Aggregate> all = List.of(Arguments.noNulls(aggregates, "aggregate"));
        return new TableAggregation(
                state,
                rules,
                new Grouping(all, Query.ALL.where(), null, Query.ALL.where(), List.of(), Query.NO_LIMIT, false));
    }

    private Aggregation with(Grouping other) {
        return new TableAggregation(state, rules, other);
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
    public Aggregation interruptible() {
        return with(grouping.interruptible(true));
    }

    @Override
    public List<Row> list() {
        TableState table = state.apply(grouping.where());
        return new Asking(table, grouping.source(), grouping, rules)
                .run(source -> grouping.rows(table, source), List::size);
    }

    @Override
    public Row row() {
        if (grouping.groupBy() != null) {
            throw new IllegalStateException("row() is for an aggregation without groupBy; use list()");
        }
        List<Row> rows = list();
        if (rows.isEmpty()) {
            String table = state.apply(Dsl.or()).name();
            throw new RecordNotFoundException(
                    "having or limit left no row of the aggregation of table '" + table + "'", table);
        }
        return rows.get(0);
    }
}
