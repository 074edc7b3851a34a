package io.dictdb.testkit;

import io.dictdb.DictDB;
import io.dictdb.Table;
import java.util.ArrayList;
import java.util.List;

/** A table with a history, and the questions that are asked of it afterwards. */
record Scenario(Vocabulary words, List<Call> history, List<Query> queries, List<Summary> summaries) {
    /** So many queries are asked of each table. */
    static final int QUERIES = 20;

    /** A call and where it comes in the history. */
    private record Placed(Call call, int place) {}

    static Gen<Scenario> any() {
        return Vocabulary.of("id", "a", "b", "c").flatMap(Scenario::over);
    }

    private static Gen<Scenario> over(Vocabulary words) {
        Gen<Call> extras = Gen.frequency(Gen.weight(29, Calls.indexes(words)), Gen.weight(1, Calls.flood(words)));
        Gen<Placed> placed = c -> new Placed(extras.draw(c), (int) c.upTo(12));
        return c -> {
            List<Call> history =
                    new ArrayList<>(Calls.growing(words).list(0, 12).draw(c));
            placed.list(0, 6).draw(c).forEach(extra -> history.add(Math.min(extra.place, history.size()), extra.call));
            return new Scenario(
                    words,
                    history,
                    Query.over(words).fullList(0, QUERIES).draw(c),
                    Summary.over(words).list(0, 4).draw(c));
        };
    }

    Table in(DictDB db, NaiveTable model) {
        Table table = db.createTable("t", words.primaryKey());
        history.forEach(call -> call.onBoth(table, model));
        return table;
    }

    @Override
    public String toString() {
        return "after %s%n  queries %s%n  summaries %s".formatted(history, queries, summaries);
    }
}
