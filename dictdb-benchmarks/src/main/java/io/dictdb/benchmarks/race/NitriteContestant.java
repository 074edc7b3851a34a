package io.dictdb.benchmarks.race;

import static org.dizitart.no2.filters.FluentFilter.where;

import io.dictdb.benchmarks.Transactions;
import java.nio.file.Path;
import org.dizitart.no2.Nitrite;
import org.dizitart.no2.collection.Document;
import org.dizitart.no2.collection.DocumentCursor;
import org.dizitart.no2.collection.FindOptions;
import org.dizitart.no2.collection.NitriteCollection;
import org.dizitart.no2.collection.UpdateOptions;
import org.dizitart.no2.common.SortOrder;
import org.dizitart.no2.index.IndexOptions;
import org.dizitart.no2.index.IndexType;

/** Nitrite: documents in memory. */
final class NitriteContestant implements Contestant, Session {
    private final Nitrite db = Nitrite.builder().openOrCreate();
    private final NitriteCollection rows = db.getCollection("tx");

    NitriteContestant(boolean indexed) {
        rows.createIndex(IndexOptions.indexOptions(IndexType.UNIQUE), "id");
        if (indexed) {
            for (String field : new String[] {"customer_id", "amount", "date"}) {
                rows.createIndex(IndexOptions.indexOptions(IndexType.NON_UNIQUE), field);
            }
        }
    }

    private static Document document(Tx row) {
        return Document.createDocument("id", row.id())
                .put("customer_id", row.customer())
                .put("amount", row.amount())
                .put("date", row.date())
                .put("status", row.status());
    }

    private static Tx row(Document document) {
        return new Tx(
                document.get("id", Long.class),
                document.get("customer_id", Long.class),
                document.get("amount", Double.class),
                document.get("date", String.class),
                document.get("status", String.class));
    }

    @Override
    public void load(long from, long to) {
        for (long start = from; start < to; start += 10_000) {
            int size = (int) Math.min(10_000, to - start);
            Document[] batch = new Document[size];
            for (int i = 0; i < size; i++) {
                batch[i] = document(Tx.of(start + i));
            }
            rows.insert(batch);
        }
    }

    @Override
    public Session session() {
        return this;
    }

    @Override
    public void save(Path target) {
        JsonRows.save(
                () -> rows.find().toList().stream().map(NitriteContestant::row).iterator(), target);
    }

    @Override
    public void restore(Path source) {
        JsonRows.load(source, row -> rows.insert(document(row)));
    }

    @Override
    public void close() {
        db.close();
    }

    @Override
    public void insert(long id) {
        rows.insert(document(Tx.of(id)));
    }

    @Override
    public double get(long id) {
        return read(rows.find(where("id").eq(id))).digest();
    }

    private static Answer read(DocumentCursor found) {
        return Answer.of(found, document -> row(document).digest());
    }

    @Override
    public Answer customer(long customer) {
        return read(rows.find(where("customer_id").eq(customer)));
    }

    @Override
    public Answer range(double low, double high) {
        return read(rows.find(where("amount").gte(low).and(where("amount").lt(high))));
    }

    @Override
    public Answer top() {
        return read(
                rows.find(FindOptions.orderBy("amount", SortOrder.Descending).limit(10)));
    }

    @Override
    public Answer scan(long customers) {
        return read(rows.find(where("customer_id").lt(customers)));
    }

    @Override
    public long count(long customers) {
        return rows.find(where("customer_id").lt(customers)).size();
    }

    /** It has no aggregates: the loop is by hand. */
    @Override
    public Answer groups() {
        double[] sums = new double[Transactions.CUSTOMERS];
        long[] counts = new long[Transactions.CUSTOMERS];
        for (Document document : rows.find()) {
            Tx row = row(document);
            counts[(int) row.customer()]++;
            sums[(int) row.customer()] += row.amount();
        }
        return Groups.read(counts, sums);
    }

    @Override
    public void status(long id, String status) {
        update(id, "status", status);
    }

    @Override
    public void date(long id, String date) {
        update(id, "date", date);
    }

    private void update(long id, String field, String value) {
        rows.update(where("id").eq(id), Document.createDocument(field, value), UpdateOptions.updateOptions(false));
    }

    @Override
    public void delete(long id) {
        rows.remove(where("id").eq(id));
    }
}
