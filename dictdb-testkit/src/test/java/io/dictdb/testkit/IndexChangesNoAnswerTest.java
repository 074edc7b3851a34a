package io.dictdb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.Condition;
import io.dictdb.DictDB;
import io.dictdb.Dsl;
import io.dictdb.Row;
import io.dictdb.Select;
import io.dictdb.Table;
import io.dictdb.internal.engine.Integrity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/*
 * An index may change the time, never the answer. A table gets a random history, in which indexes of both types come and go between inserts,
 * updates and deletes; then the engine's answer to every query must be the model's, row by row and in order. Where the model is right and
 * all index sets agree with it, they agree with each other.
 *
 * A condition and its opposite must share out the rows between them: that is checked without the model, so that a mistake which
 * model and engine have in common can show.
 */
class IndexChangesNoAnswerTest {
    @Test
    void everyAnswerIsTheModels() {
        int tables = Math.max(1, Integer.getInteger("dictdb.queries", 20_000) / Scenario.QUERIES);
        Property.named("index-changes-no-answer").runs(tables).check(Scenario.any(), IndexChangesNoAnswerTest::check);
    }

    private static void check(Scenario scenario) {
        try (DictDB db = DictDB.create()) {
            NaiveTable model = new NaiveTable(scenario.words().primaryKey(), null);
            Table table = scenario.in(db, model);
            scenario.queries().forEach(query -> check(query, model.list(query), query.on(table)));
            scenario.queries()
                    .forEach(
                            query -> checkPartition(table, Dsl.and(query.where().toArray(Condition[]::new))));
            scenario.summaries().forEach(summary -> check(summary, model, table));
            assertThat(Integrity.verify(db)).isEmpty();
        }
    }

    private static void check(Query query, List<Map<String, Object>> expected, Select select) {
        String asked = query + " by " + select.explain();
        Results.requireSame(asked, expected, select.list());
        Results.requireSame("stream() of " + asked, expected, select.stream().toList());
        Results.requireSame(
                "first() of " + asked,
                expected.stream().limit(1).toList(),
                select.first().stream().toList());
        assertThat(select.count()).as("count() of " + asked).isEqualTo(expected.size());
    }

    private static void checkPartition(Table table, Condition condition) {
        int holds = table.select(condition).count();
        int doesNot = table.select(Dsl.not(condition)).count();
        assertThat(holds + doesNot).as("%s and its opposite", condition).isEqualTo(table.count());
        List<Object> both = keys(table.select(condition.or(Dsl.not(condition))).list());
        assertThat(both).as("%s or its opposite", condition).isEqualTo(keys(table.all()));
    }

    private static List<Object> keys(List<Row> rows) {
        return rows.stream().map(row -> row.get("id")).toList();
    }

    private static void check(Summary summary, NaiveTable model, Table table) {
        List<Row> actual = summary.on(table).list();
        model.list(summary).ifPresent(expected -> Results.requireSame(summary.toString(), expected, actual));
        if (summary.groupBy().isEmpty() && !actual.isEmpty()) {
            Results.requireSame(
                    "row() of " + summary, actual, List.of(summary.on(table).row()));
        }
    }
}
