package io.dictdb.internal.engine;

import io.dictdb.Condition;
import io.dictdb.CsvOptions;
import io.dictdb.Dsl;
import io.dictdb.Explanation;
import io.dictdb.Order;
import io.dictdb.RecordNotFoundException;
import io.dictdb.Row;
import io.dictdb.Select;
import io.dictdb.internal.file.Storage;
import io.dictdb.internal.mapping.RecordMapper;
import io.dictdb.internal.query.Execution;
import io.dictdb.internal.query.Query;
import io.dictdb.internal.value.Arguments;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A query and where to find the table's state when it runs.
 *
 * @param state gives the state of the table, and is told which records are going to be read
 * @param storage the disk that files are written to
 * @param query the query
 */
record TableSelect(Function<Condition, TableState> state, Storage storage, Query query) implements Select {
    private Select with(Query other) {
        return new TableSelect(state, storage, other);
    }

    private TableState read() {
        return state.apply(query.where());
    }

    private Execution execution() {
        return new Execution(read(), query);
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
        return execution().list();
    }

    @Override
    public Stream<Row> stream() {
        return execution().stream();
    }

    @Override
    public Optional<Row> first() {
        Iterator<Row> rows = new Execution(read(), query.limit(Math.min(query.limit(), 1))).iterator();
        return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    }

    @Override
    public Row one() {
        TableState table = read();
        Iterator<Row> rows = new Execution(table, query.limit(Math.min(query.limit(), 2))).iterator();
        String name = table.definition().name;
        if (!rows.hasNext()) {
            throw new RecordNotFoundException("Table '" + name + "' has no record where " + query.where(), name);
        }
        Row row = rows.next();
        if (rows.hasNext()) {
            throw new IllegalStateException("Table '" + name + "' has more than one record where " + query.where());
        }
        return row;
    }

    @Override
    public int count() {
        return execution().count();
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
        return new CsvExport(state.apply(narrower.where()), narrower, options, storage).to(file);
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
