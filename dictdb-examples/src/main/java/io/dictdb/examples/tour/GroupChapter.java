package io.dictdb.examples.tour;

import static io.dictdb.Dsl.avg;
import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.sum;

import io.dictdb.Aggregation;
import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.Table;
import java.util.List;
import java.util.Objects;

/** Group-by over all transactions, with having, and the proof that groups lose and invent nothing. */
final class GroupChapter implements Chapter {
    private final DictDB db;
    private final Transactions data;

    GroupChapter(DictDB db, Transactions data) {
        this.db = db;
        this.data = data;
    }

    @Override
    public String title() {
        return "Groups, and what having keeps of them";
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("Paid and open", """
                    Aggregation byStatus = transactions.aggregate(count().as("n"),
                            sum("amount").as("total"), avg("amount").as("mean"))
                            .groupBy("status");
                    byStatus.list();
                    """, this::byStatus),
                new Step("The best customers: having and top ten", """
                    Aggregation best = transactions.aggregate(count().as("n"),
                            sum("amount").as("total")).groupBy("customer_id")
                            .having(field("total").gt(mean)).orderBy("-total");
                    best.limit(10).list();
                    """, this::best),
                new Step("Groups of what an index finds", """
                    Aggregation of42 = transactions.aggregate(count().as("n"),
                            sum("amount").as("total"))
                            .where(field("customer_id").eq(42)).groupBy("status");
                    of42.list();
                    """, this::ofOne));
    }

    private void byStatus(Page page) {
        Table transactions = transactions();
        Aggregation byStatus = transactions
                .aggregate(
                        count().as("n"),
                        sum("amount").as("total"),
                        avg("amount").as("mean"))
                .groupBy("status");
        List<Row> rows = page.answer(byStatus, transactions.select());
        page.table(rows);
        page.checkSum("the groups add up to the total known by construction", data.total(), added(rows));
        page.check(
                "their counts to all records",
                (long) data.rows(),
                rows.stream().mapToLong(row -> row.get("n", Long.class)).sum());
    }

    private void best(Page page) {
        Table transactions = transactions();
        List<Row> all = transactions
                .aggregate(sum("amount").as("total"))
                .groupBy("customer_id")
                .list();
        double mean = added(all) / all.size();
        page.say("mean is what a customer pays on average: " + Math.round(mean) + ".");
        Aggregation best = transactions
                .aggregate(count().as("n"), sum("amount").as("total"))
                .groupBy("customer_id")
                .having(field("total").gt(mean))
                .orderBy("-total");
        page.table(page.answer(best.limit(10), transactions.select()));
        long above = all.stream().filter(row -> total(row) > mean).count();
        page.check("having keeps exactly those above the mean", above, (long)
                best.list().size());
    }

    private void ofOne(Page page) {
        Table transactions = transactions();
        Aggregation of42 = transactions
                .aggregate(count().as("n"), sum("amount").as("total"))
                .where(field("customer_id").eq(42))
                .groupBy("status");
        List<Row> rows = page.answer(
                of42, transactions.select().where(field("customer_id").eq(42)));
        page.table(rows);
        long n = rows.stream().mapToLong(row -> row.get("n", Long.class)).sum();
        page.check("their counts add up to what the generator made", (long) data.ofCustomer(42), n);
    }

    private static double added(List<Row> rows) {
        return rows.stream().mapToDouble(GroupChapter::total).sum();
    }

    private static double total(Row row) {
        return Objects.requireNonNull(row.getDouble("total"));
    }

    private Table transactions() {
        return db.getTable("transactions");
    }
}
