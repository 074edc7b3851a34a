package io.dictdb.examples.tour;

import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.or;

import io.dictdb.Condition;
import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.Row;
import io.dictdb.Select;
import io.dictdb.Table;
import java.time.LocalDate;
import java.util.List;

/** The same queries before and after an index: the time changes, the answer never. */
final class IndexChapter implements Chapter {
    private static final int CUSTOMER = 42;

    private final DictDB db;
    private final Transactions data;

    IndexChapter(DictDB db, Transactions data) {
        this.db = db;
        this.data = data;
    }

    @Override
    public String title() {
        return "The same question, before and after an index";
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("Equality, with a hash index", """
                    Select of42 = transactions.select().where(field("customer_id").eq(42));
                    of42.list();                                   // before
                    transactions.createIndex("customer_id");
                    of42.list();                                   // after
                    """, this::equality),
                new Step("A range, with a sorted index", """
                    Select middle = transactions.select()
                            .where(field("amount").between(low, high));
                    transactions.createIndex("amount", IndexType.SORTED);
                    """, this::range),
                new Step("The ten largest, without sorting", """
                    transactions.dropIndex("amount");        // to see it both ways
                    Select top = transactions.select().orderBy("-amount").limit(10);
                    transactions.createIndex("amount", IndexType.SORTED);
                    """, this::top),
                new Step("Two conditions, two indexes", """
                    Condition valentines = field("date").eq(LocalDate.of(2026, 2, 14));
                    Select small = transactions.select()
                            .where(valentines.and(field("amount").lt(limit)));
                    transactions.createIndex("date", IndexType.SORTED);
                    """, this::both),
                new Step("OR: served only if each part has an index", """
                    Condition either =
                            or(field("customer_id").eq(42), field("amount").lt(100));
                    transactions.select().where(either).list();
                    """, this::either),
                new Step("LIKE with a fixed beginning is a range", """
                    Select saints = airports.select("city", "state", "name")
                            .where(field("city").like("San %"));
                    airports.createIndex("city", IndexType.SORTED);
                    """, this::beginning));
    }

    private void equality(Page page) {
        Table transactions = transactions();
        Select of42 = transactions.select().where(field("customer_id").eq(42));
        List<Row> rows = page.answer(of42, () -> transactions.createIndex("customer_id"));
        page.check("as many as the generator made", data.ofCustomer(CUSTOMER), rows.size());
    }

    private void range(Page page) {
        Table transactions = transactions();
        int first = data.rows() / 2 + 1;
        int last = first + data.rows() / 100;
        double low = Transactions.amount(first);
        double high = Transactions.amount(last);
        page.say("low is " + low + ", high is " + high + ": both ends included.");
        Select middle = transactions.select().where(field("amount").between(low, high));
        List<Row> rows = page.answer(middle, () -> transactions.createIndex("amount", IndexType.SORTED));
        page.check("one for each multiple of 0.99 between them", Math.min(last, data.rows()) - first + 1, rows.size());
    }

    private void top(Page page) {
        Table transactions = transactions();
        transactions.dropIndex("amount");
        Select top = transactions.select().orderBy("-amount").limit(10);
        List<Row> rows = page.answer(top, () -> transactions.createIndex("amount", IndexType.SORTED));
        page.table(rows.subList(0, Math.min(5, rows.size())));
        page.check(
                "the first is the largest amount made",
                Transactions.amount(data.rows()),
                rows.get(0).get("amount"));
    }

    private void both(Page page) {
        Table transactions = transactions();
        double limit = Transactions.amount(data.rows() / 10);
        page.say("limit is " + limit + ": about one amount in ten is below it.");
        Condition valentines = field("date").eq(LocalDate.of(2026, 2, 14));
        Select small =
                transactions.select().where(valentines.and(field("amount").lt(limit)));
        List<Row> rows = page.answer(small, () -> transactions.createIndex("date", IndexType.SORTED));
        int ofTheDay = transactions.select().where(valentines).count();
        int others = transactions
                .select()
                .where(valentines.and(field("amount").ge(limit)))
                .count();
        page.check("with the large ones, they are all of that day", ofTheDay, rows.size() + others);
    }

    private void either(Page page) {
        Table transactions = transactions();
        Condition either = or(field("customer_id").eq(42), field("amount").lt(100));
        List<Row> rows = page.answer(transactions.select().where(either));
        int scanned =
                (int) transactions.all().stream().filter(IndexChapter::isEither).count();
        page.check("as many as a loop over all records finds", scanned, rows.size());
        page.say("One part without an index, and every record is visited:");
        Condition open = or(field("customer_id").eq(42), field("status").eq("open"));
        page.answer(transactions.select().where(open));
    }

    private static boolean isEither(Row row) {
        Double amount = row.getDouble("amount");
        return Long.valueOf(CUSTOMER).equals(row.get("customer_id")) || (amount != null && amount < 100);
    }

    private void beginning(Page page) {
        Table airports = db.getTable("airports");
        Select saints =
                airports.select("city", "state", "name").where(field("city").like("San %"));
        List<Row> rows = page.answer(saints, () -> airports.createIndex("city", IndexType.SORTED));
        page.table(rows.subList(0, 5));
    }

    private Table transactions() {
        return db.getTable("transactions");
    }
}
