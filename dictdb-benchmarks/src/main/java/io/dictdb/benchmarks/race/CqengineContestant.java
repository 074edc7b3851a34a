package io.dictdb.benchmarks.race;

import static com.googlecode.cqengine.query.QueryFactory.applyThresholds;
import static com.googlecode.cqengine.query.QueryFactory.attribute;
import static com.googlecode.cqengine.query.QueryFactory.between;
import static com.googlecode.cqengine.query.QueryFactory.descending;
import static com.googlecode.cqengine.query.QueryFactory.equal;
import static com.googlecode.cqengine.query.QueryFactory.greaterThanOrEqualTo;
import static com.googlecode.cqengine.query.QueryFactory.lessThan;
import static com.googlecode.cqengine.query.QueryFactory.orderBy;
import static com.googlecode.cqengine.query.QueryFactory.queryOptions;
import static com.googlecode.cqengine.query.QueryFactory.threshold;

import com.googlecode.cqengine.ConcurrentIndexedCollection;
import com.googlecode.cqengine.IndexedCollection;
import com.googlecode.cqengine.attribute.Attribute;
import com.googlecode.cqengine.attribute.support.SimpleFunction;
import com.googlecode.cqengine.index.hash.HashIndex;
import com.googlecode.cqengine.index.navigable.NavigableIndex;
import com.googlecode.cqengine.index.unique.UniqueIndex;
import com.googlecode.cqengine.query.Query;
import com.googlecode.cqengine.query.option.EngineThresholds;
import com.googlecode.cqengine.query.option.QueryOptions;
import com.googlecode.cqengine.resultset.ResultSet;
import io.dictdb.benchmarks.Transactions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** CQEngine: a collection of objects with indexes. */
final class CqengineContestant implements Contestant, Session {
    private static final Attribute<Tx, Long> ID = simple(Long.class, "id", Tx::id);
    private static final Attribute<Tx, Long> CUSTOMER = simple(Long.class, "customer", Tx::customer);
    private static final Attribute<Tx, Double> AMOUNT = simple(Double.class, "amount", Tx::amount);
    private static final Attribute<Tx, String> DATE = simple(String.class, "date", Tx::date);

    private static <A> Attribute<Tx, A> simple(Class<A> type, String name, SimpleFunction<Tx, A> value) {
        return attribute(Tx.class, type, name, value);
    }

    private final IndexedCollection<Tx> rows = new ConcurrentIndexedCollection<>();

    CqengineContestant(boolean indexed) {
        rows.addIndex(UniqueIndex.onAttribute(ID));
        if (indexed) {
            rows.addIndex(HashIndex.onAttribute(CUSTOMER));
            rows.addIndex(NavigableIndex.onAttribute(AMOUNT));
            rows.addIndex(NavigableIndex.onAttribute(DATE));
        }
    }

    @Override
    public void load(long from, long to) {
        for (long start = from; start < to; start += 10_000) {
            List<Tx> batch = new ArrayList<>();
            for (long id = start; id < Math.min(to, start + 10_000); id++) {
                batch.add(Tx.of(id));
            }
            rows.addAll(batch);
        }
    }

    @Override
    public Session session() {
        return this;
    }

    @Override
    public void save(Path target) {
        JsonRows.save(rows, target);
    }

    @Override
    public void restore(Path source) {
        JsonRows.load(source, rows::add);
    }

    @Override
    public void close() {
        // the collector does
    }

    @Override
    public void insert(long id) {
        rows.add(Tx.of(id));
    }

    private Tx find(long id) {
        try (ResultSet<Tx> found = rows.retrieve(equal(ID, id))) {
            return found.uniqueResult();
        }
    }

    @Override
    public double get(long id) {
        return find(id).digest();
    }

    private Answer read(Query<Tx> query, QueryOptions options, int limit) {
        try (ResultSet<Tx> found = rows.retrieve(query, options)) {
            return Answer.of(found, Tx::digest, limit);
        }
    }

    private Answer read(Query<Tx> query) {
        return read(query, queryOptions(), Integer.MAX_VALUE);
    }

    @Override
    public Answer customer(long customer) {
        return read(equal(CUSTOMER, customer));
    }

    @Override
    public Answer range(double low, double high) {
        return read(between(AMOUNT, low, true, high, false));
    }

    @Override
    public Answer top() {
        return read(
                greaterThanOrEqualTo(AMOUNT, 0.0),
                queryOptions(
                        orderBy(descending(AMOUNT)),
                        applyThresholds(threshold(EngineThresholds.INDEX_ORDERING_SELECTIVITY, 1.0))),
                10);
    }

    @Override
    public Answer scan(long customers) {
        return read(lessThan(CUSTOMER, customers));
    }

    @Override
    public long count(long customers) {
        try (ResultSet<Tx> found = rows.retrieve(lessThan(CUSTOMER, customers))) {
            return found.size();
        }
    }

    /** It has no aggregates: the loop is by hand. */
    @Override
    public Answer groups() {
        double[] sums = new double[Transactions.CUSTOMERS];
        long[] counts = new long[Transactions.CUSTOMERS];
        for (Tx row : rows) {
            counts[(int) row.customer()]++;
            sums[(int) row.customer()] += row.amount();
        }
        return Groups.read(counts, sums);
    }

    private void replace(Tx old, Tx row) {
        rows.update(List.of(old), List.of(row));
    }

    @Override
    public void status(long id, String status) {
        Tx old = find(id);
        replace(old, old.status(status));
    }

    @Override
    public void date(long id, String date) {
        Tx old = find(id);
        replace(old, old.date(date));
    }

    @Override
    public void delete(long id) {
        rows.remove(find(id));
    }
}
