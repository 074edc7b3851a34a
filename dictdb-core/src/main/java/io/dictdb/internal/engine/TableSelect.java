package io.dictdb.internal.engine;

import io.dictdb.Condition;
import io.dictdb.CsvOptions;
import io.dictdb.Dsl;
import io.dictdb.Explanation;
import io.dictdb.Order;
import io.dictdb.RecordNotFoundException;
import io.dictdb.Row;
import io.dictdb.Select;
import io.dictdb.internal.mapping.RecordMapper;
import io.dictdb.internal.query.Execution;
import io.dictdb.internal.query.Query;
import io.dictdb.internal.value.Arguments;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A query and where to find the table's state when it runs.
 *
 * @param state gives the state of the table, and is told which records are going to be read
 * @param rules what everything that is done is told
 * @param query the query
 */
record TableSelect(Function<Condition, TableState> state, EditRules rules, Query query) implements Select {
    private Select with(Query other) {
        return new TableSelect(state, rules, other);
    }

    private TableState read() {
        return state.apply(query.where());
    }

    private Asking asking(Query wanted) {
        return new Asking(read(), wanted, wanted, rules);
    }

    @Override
    public Select where(Condition condition) {
        return with(query.where(narrowed(query.where(), condition)));
    }

    /** The first condition and a further one. */
    static Condition narrowed(Condition known, Condition further) {
        Arguments.notNull(further, "condition");
        return known.equals(Query.ALL.where()) ? further : known.and(further);
    }

    @Override
    public Select orderBy(String... fields) {
        return with(query.order(orders(fields)));
    }

    static List<Order> orders(String... fields) {
        return Arrays.stream(Arguments.noNulls(fields, "field")).map(Order::of).toList();
    }

    @Override
    public Select orderBy(List<Order> order) {
        Arguments.notNull(order, "order").forEach(one -> Arguments.notNull(one, "order"));
        return with(query.order(List.copyOf(order)));
    }

    @Override
    public Select limit(int n) {
        Arguments.require(n >= 0, "limit must not be negative, got %s", n);
        return with(query.limit(n));
    }

    @Override
    public Select offset(int n) {
        Arguments.require(n >= 0, "offset must not be negative, got %s", n);
        return with(query.offset(n));
    }

    @Override
    public Select distinct() {
        return with(query.distinct(true));
    }

    @Override
    public List<Row> list() {
        return asking(query).run(Execution::list, List::size);
    }

    @Override
    public Stream<Row> stream() {
        return asking(query).stream();
    }

    @Override
    public Optional<Row> first() {
        List<Row> rows = upTo(1);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    @Override
    public Row one() {
        List<Row> rows = upTo(2);
        if (rows.size() == 1) {
            return rows.get(0);
        }
        String name = state.apply(Dsl.or()).name();
        if (rows.isEmpty()) {
            throw new RecordNotFoundException("Table '" + name + "' has no record where " + query.where(), name);
        }
        throw new IllegalStateException("Table '" + name + "' has more than one record where " + query.where());
    }

    private List<Row> upTo(int n) {
        return asking(query.limit(Math.min(query.limit(), n))).run(Execution::list, List::size);
    }

    @Override
    public int count() {
        return asking(query).run(Execution::count, Integer::longValue);
    }

    @Override
    public <R extends java.lang.Record> List<R> list(Class<R> type) {
        RecordMapper<R> mapper = RecordMapper.of(Arguments.notNull(type, "type"));
        return list().stream().map(mapper::read).toList();
    }

    @Override
    public int exportCsv(Path file, CsvOptions options) {
        Arguments.notNull(file, "file");
        Condition further = Arguments.notNull(options, "options").where();
        Query narrower = query.where(narrowed(query.where(), further));
        return new CsvExport(state.apply(narrower.where()), narrower, options, rules).to(file);
    }

    @Override
    public Select interruptible() {
        return with(query.interruptible(true));
    }

    @Override
    public Explanation explain() {
        return new Execution(state.apply(Dsl.or()), query).explain();
    }

    @Override
    public String toString() {
        return "Select(" + query + ")";
    }
}
