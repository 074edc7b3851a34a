package io.dictdb.benchmarks.race;

import static io.dictdb.Dsl.avg;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.sum;

import io.dictdb.DictDB;
import io.dictdb.Dsl;
import io.dictdb.Row;
import io.dictdb.Select;
import io.dictdb.Table;
import io.dictdb.benchmarks.Transactions;
import java.nio.file.Path;
import java.util.Map;

/** DictDB. */
final class DictContestant implements Contestant, Session {
    private DictDB db = DictDB.create();
    private Table table;

    DictContestant(boolean indexed) {
        table = indexed ? Transactions.indexed(db) : db.createTable(Transactions.NAME);
    }

    @Override
    public void load(long from, long to) {
        Transactions.load(table, from, to, 10_000);
    }

    @Override
    public Session session() {
        return this;
    }

    @Override
    public void save(Path target) {
        db.save(target);
    }

    @Override
    public void restore(Path source) {
        db = DictDB.load(source);
        table = db.getTable(Transactions.NAME);
    }

    @Override
    public void close() {
        db.close();
    }

    @Override
    public void insert(long id) {
        table.insert(Transactions.record(id));
    }

    @Override
    public double get(long id) {
        return Transactions.read(table.get(id).orElseThrow());
    }

    private static Answer read(Select query) {
        return Answer.of(query.list(), Transactions::read);
    }

    @Override
    public Answer customer(long customer) {
        return read(table.select(field("customer_id").eq(customer)));
    }

    @Override
    public Answer range(double low, double high) {
        return read(table.select(field("amount").ge(low).and(field("amount").lt(high))));
    }

    @Override
    public Answer top() {
        return read(table.select().orderBy("-amount").limit(10));
    }

    @Override
    public Answer scan(long customers) {
        return read(table.select(field("customer_id").lt(customers)));
    }

    @Override
    public long count(long customers) {
        return table.select(field("customer_id").lt(customers)).count();
    }

    @Override
    public Answer groups() {
        Answer answer = Answer.NONE;
        for (Row row : table.aggregate(
                        Dsl.count().as("n"),
                        sum("amount").as("s"),
                        avg("amount").as("m"))
                .groupBy("customer_id")
                .list()) {
            answer = answer.plus(Transactions.number(row.getLong("customer_id"))
                    + Transactions.number(row.getLong("n"))
                    + Transactions.number(row.getDouble("s"))
                    + Transactions.number(row.getDouble("m")));
        }
        return answer;
    }

    @Override
    public void status(long id, String status) {
        table.update(Map.of("status", status), field("id").eq(id));
    }

    @Override
    public void date(long id, String date) {
        table.update(Map.of("date", date), field("id").eq(id));
    }

    @Override
    public void delete(long id) {
        table.delete(field("id").eq(id));
    }
}
