package io.dictdb.examples.tour;

import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.max;
import static io.dictdb.Dsl.min;
import static io.dictdb.Dsl.sum;

import io.dictdb.DictDB;
import io.dictdb.InsertOptions;
import io.dictdb.Row;
import io.dictdb.Schema;
import io.dictdb.SchemaValidationException;
import io.dictdb.Table;
import io.dictdb.examples.terminal.Progress;
import io.dictdb.examples.terminal.Wording;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Generated transactions go in by batches, with and without validation, and a bad record shows what validation is for. */
final class BatchChapter implements Chapter {
    private static final int BATCH = 10_000;

    private final DictDB db;
    private final Transactions data;

    BatchChapter(DictDB db, Transactions data) {
        this.db = db;
        this.data = data;
    }

    @Override
    public String title() {
        return Wording.count(data.rows(), "transaction") + ", inserted in batches";
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("A table that knows its fields", """
                    Schema schema = Schema.builder()
                            .field("id", Long.class).field("customer_id", Long.class)
                            .field("amount", Double.class).field("date", LocalDate.class)
                            .field("status", String.class).build();
                    db.createTable("transactions", "id", schema);
                    """, this::create),
                new Step("Batches with and without validation", """
                    InsertOptions trusting = InsertOptions.defaults().skipValidation(true);
                    transactions.insert(batch);              // 10,000 maps at a time
                    unchecked.insert(batch, trusting);       // no look at the schema
                    """, this::fill),
                new Step("What went in is what comes out", """
                    transactions.aggregate(count(), sum("amount"), min("amount"),
                            max("amount")).row();
                    """, this::totals),
                new Step("One bad record stops its whole batch", """
                    bad.put("amount", "12,50");              // a text where a Double belongs
                    transactions.insert(List.of(good, bad));
                    """, this::refuse));
    }

    private void create(Page page) {
        Schema schema = Transactions.schema();
        db.createTable("transactions", "id", schema);
        db.createTable("unchecked", "id", schema);
        page.say("Transaction i is one of customer i mod 1000 on day i mod 28 of February; each ninth is open."
                + " The amounts are 0.99, 1.98, 2.97 and so on, shuffled: their sum is known beforehand.");
        page.table(List.of(data.transaction(1), data.transaction(data.rows())));
        page.check(
                "the schema's fields are the table's columns",
                schema.fields(),
                transactions().columns());
    }

    private void fill(Page page) {
        Table transactions = transactions();
        Table unchecked = db.getTable("unchecked");
        InsertOptions trusting = InsertOptions.defaults().skipValidation(true);
        long[] nanos = new long[2];
        try (Progress bar = page.progress("inserting transactions", data.rows())) {
            data.batches(BATCH).forEach(batch -> {
                nanos[0] += page.time(() -> transactions.insert(batch)).nanos();
                nanos[1] += page.time(() -> unchecked.insert(batch, trusting)).nanos();
                bar.to(transactions.count());
            });
        }
        speeds(page, nanos);
        page.check("both tables hold the same", transactions.all(), unchecked.all());
        db.dropTable("unchecked");
    }

    private void speeds(Page page, long[] nanos) {
        String rows = Wording.count(data.rows(), "row");
        page.result("checked    " + rows, nanos[0], Wording.perSecond(data.rows(), nanos[0]));
        page.result("unchecked  " + rows, nanos[1], Wording.perSecond(data.rows(), nanos[1]));
        page.say("The two tables took turns, batch by batch, so that neither ran on a warmer JVM.");
    }

    private void totals(Page page) {
        Table transactions = transactions();
        Row row = transactions
                .aggregate(count(), sum("amount"), min("amount"), max("amount"))
                .row();
        page.answer(
                transactions.aggregate(count(), sum("amount"), min("amount"), max("amount")), transactions.select());
        page.table(List.of(row));
        page.check("the count is the one known by construction", (long) data.rows(), row.get("count"));
        page.checkSum("so is the sum", data.total(), Objects.requireNonNull(row.getDouble("sum_amount")));
        page.check("the largest amount is 0.99 for each row", Transactions.amount(data.rows()), row.get("max_amount"));
    }

    private void refuse(Page page) {
        Table transactions = transactions();
        Map<String, Object> good = another(1);
        Map<String, Object> bad = another(2);
        bad.put("amount", "12,50");
        page.refused(SchemaValidationException.class, () -> transactions.insert(List.of(good, bad)));
        page.check("and the good record before it is not there either", data.rows(), transactions.count());
    }

    /** A transaction with a new id. */
    private Map<String, Object> another(int n) {
        Map<String, Object> record = data.transaction(1);
        record.put("id", data.rows() + n);
        return record;
    }

    private Table transactions() {
        return db.getTable("transactions");
    }
}
