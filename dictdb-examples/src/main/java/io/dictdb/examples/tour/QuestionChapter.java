package io.dictdb.examples.tour;

import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.max;
import static io.dictdb.Dsl.sum;

import io.dictdb.Aggregation;
import io.dictdb.Condition;
import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.Select;
import io.dictdb.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words of queries, tried on the bird strikes: equality, LIKE, distinct, order, group-by. */
final class QuestionChapter implements Chapter {
    private static final long COST_OF_ALL = 40_545_276;

    private final DictDB db;

    QuestionChapter(DictDB db) {
        this.db = db;
    }

    @Override
    public String title() {
        return "Ten thousand bird strikes, questioned";
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("Two conditions: nights in Texas", """
                    Condition texas = field("Origin State").eq("Texas");
                    Condition night = field("Time of day").eq("Night");
                    strikes.select().where(texas.and(night)).list();
                    """, this::nights),
                new Step("LIKE: what the gulls did", """
                    Select gulls = strikes.select("Flight Date", "Wildlife Species",
                            "Airport Name").where(field("Wildlife Species").like("%gull"));
                    gulls.list();
                    """, this::gulls),
                new Step("Distinct: the phases of a flight", """
                    Select phases = strikes.select("Phase of flight").distinct();
                    phases.list();
                    """, this::phases),
                new Step("The ten costliest strikes", """
                    Select costliest = strikes.select("Cost Total $", "Wildlife Species",
                            "Flight Date", "Airport Name").orderBy("-Cost Total $").limit(10);
                    costliest.list();
                    """, this::costliest),
                new Step("Group by: when does it happen?", """
                    Aggregation moments = strikes.aggregate(count().as("n"))
                            .groupBy("Phase of flight").orderBy("-n");
                    moments.list();
                    """, this::moments),
                new Step("Group by with having: which animal costs most?", """
                    Aggregation costs = strikes.aggregate(count().as("strikes"),
                            sum("Cost Total $").as("cost")).groupBy("Wildlife Species");
                    costs.having(field("cost").ge(300_000)).orderBy("-cost").list();
                    """, this::costs));
    }

    private void nights(Page page) {
        Table strikes = strikes();
        Condition texas = field("Origin State").eq("Texas");
        Condition night = field("Time of day").eq("Night");
        List<Row> both = page.answer(strikes.select().where(texas.and(night)));
        int either = strikes.select().where(texas.or(night)).count();
        int each = strikes.select().where(texas).count()
                + strikes.select().where(night).count();
        page.check("Texas plus night is either plus both", each, either + both.size());
    }

    private void gulls(Page page) {
        Table strikes = strikes();
        Select gulls = strikes.select("Flight Date", "Wildlife Species", "Airport Name")
                .where(field("Wildlife Species").like("%gull"));
        List<Row> rows = page.answer(gulls);
        page.table(rows.subList(0, 5));
        boolean only = rows.stream()
                .allMatch(row -> String.valueOf(row.get("Wildlife Species")).endsWith("gull"));
        page.check("nothing but gulls", true, only);
    }

    private void phases(Page page) {
        Table strikes = strikes();
        Select phases = strikes.select("Phase of flight").distinct();
        List<Row> rows = page.answer(phases);
        page.say(String.join(
                ", ", rows.stream().map(row -> row.getString("Phase of flight")).toList()));
        Set<Object> byHand = new HashSet<>();
        strikes.all().forEach(row -> byHand.add(String.valueOf(row.get("Phase of flight"))));
        page.check("as many as a set of all values holds", byHand.size(), rows.size());
    }

    private void costliest(Page page) {
        Table strikes = strikes();
        Select costliest = strikes.select("Cost Total $", "Wildlife Species", "Flight Date", "Airport Name")
                .orderBy("-Cost Total $")
                .limit(10);
        List<Row> rows = page.answer(costliest);
        page.table(rows);
        Row most = strikes.aggregate(max("Cost Total $").as("most")).row();
        page.check("the first is the maximum", most.get("most"), rows.get(0).get("Cost Total $"));
    }

    private void moments(Page page) {
        Table strikes = strikes();
        Aggregation moments =
                strikes.aggregate(count().as("n")).groupBy("Phase of flight").orderBy("-n");
        List<Row> rows = page.answer(moments, strikes.select());
        page.chart(rows, "Phase of flight", "n");
        long all = rows.stream().mapToLong(row -> row.get("n", Long.class)).sum();
        page.check("all groups together are all records", (long) strikes.count(), all);
    }

    private void costs(Page page) {
        Table strikes = strikes();
        Aggregation costs = strikes.aggregate(
                        count().as("strikes"), sum("Cost Total $").as("cost"))
                .groupBy("Wildlife Species");
        List<Row> rows = page.answer(costs.having(field("cost").ge(300_000)).orderBy("-cost"), strikes.select());
        page.chart(rows, "Wildlife Species", "cost");
        long all = costs.list().stream()
                .mapToLong(row -> row.get("cost", Long.class))
                .sum();
        page.check("all groups together cost what the file adds up to", COST_OF_ALL, all);
    }

    private Table strikes() {
        return db.getTable("strikes");
    }
}
