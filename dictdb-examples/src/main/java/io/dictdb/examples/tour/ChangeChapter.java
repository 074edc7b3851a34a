package io.dictdb.examples.tour;

import static io.dictdb.Dsl.field;

import io.dictdb.DictDB;
import io.dictdb.RecordNotFoundException;
import io.dictdb.Row;
import io.dictdb.Table;
import io.dictdb.Upserted;
import io.dictdb.examples.terminal.Wording;
import io.dictdb.examples.tour.Stopwatch.Timed;
import java.util.List;
import java.util.Map;

/** Updates, upserts and deletes on a table with three indexes, which follow each of them. */
final class ChangeChapter implements Chapter {
    private final DictDB db;
    private final Transactions data;

    ChangeChapter(DictDB db, Transactions data) {
        this.db = db;
        this.data = data;
    }

    @Override
    public String title() {
        return "Changes, and indexes that follow them";
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("Update: what was open is paid", """
                    transactions.updateIfAny(Map.of("status", "paid"),
                            field("status").eq("open"));
                    """, this::update),
                new Step("Upsert merges into the record that is there", """
                    Upserted done = transactions.upsert(Map.of("id", 1, "amount", 0.01));
                    """, this::upsert),
                new Step("Delete, and delete again", """
                    transactions.delete(field("customer_id").eq(1));
                    """, this::delete));
    }

    private void update(Page page) {
        Table transactions = transactions();
        Timed<Integer> settled = page.time(() -> transactions.updateIfAny(
                Map.of("status", "paid"), field("status").eq("open")));
        page.result(Wording.count(settled.result(), "record") + " changed", settled.nanos());
        page.check("each that the generator left open", data.open(), settled.result());
        page.check(
                "none is open now",
                0,
                transactions.select().where(field("status").eq("open")).count());
    }

    private void upsert(Page page) {
        Table transactions = transactions();
        Upserted done = transactions.upsert(Map.of("id", 1, "amount", 0.01));
        page.say(done.toString());
        List<Row> least = page.answer(transactions.select().orderBy("amount").limit(1));
        page.table(least);
        page.check("the sorted index has it in its new place", 1L, least.get(0).get("id"));
        page.check("the count is the same", data.rows(), transactions.count());
    }

    private void delete(Page page) {
        Table transactions = transactions();
        Timed<Integer> gone =
                page.time(() -> transactions.delete(field("customer_id").eq(1)));
        page.result(Wording.count(gone.result(), "record") + " deleted", gone.nanos());
        page.check("each of that customer", data.ofCustomer(1), gone.result());
        page.check(
                "the hash index finds none of them",
                0,
                transactions.select().where(field("customer_id").eq(1)).count());
        page.refused(
                RecordNotFoundException.class,
                () -> transactions.delete(field("customer_id").eq(1)));
    }

    private Table transactions() {
        return db.getTable("transactions");
    }
}
