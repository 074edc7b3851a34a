package io.dictdb.conformance;

import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The database of one case and the steps that made it what it is, so that what a step would do can be tried on a second database that is
 * exactly alike, down to indexes and the counter of keys.
 */
final class Stage {
    private final DictDB db = DictDB.create();
    private final Operations operations = new Operations(db);
    private final List<Step> played = new ArrayList<>();

    /** Runs a step on this database. */
    Outcome play(Step step) {
        played.add(step);
        return operations.run(step);
    }

    /** What a step would do, without doing it here. */
    Effect attempt(Step step) {
        Stage twin = new Stage();
        played.forEach(twin::play);
        return new Effect(twin.play(step), twin.contents());
    }

    /** A step that would change nothing here. */
    Effect unchanged(Outcome outcome) {
        return new Effect(outcome, contents());
    }

    Optional<Table> table(Step step) {
        return step.has("table") && db.listTables().contains(step.table())
                ? Optional.of(db.getTable(step.table()))
                : Optional.empty();
    }

    /** The records of all tables. */
    Map<String, List<Row>> contents() {
        Map<String, List<Row>> contents = new LinkedHashMap<>();
        db.listTables().forEach(name -> contents.put(name, db.getTable(name).all()));
        return contents;
    }

    /**
     * What a step gives and what the tables hold afterwards.
     *
     * @param outcome what it gives
     * @param contents the records by table
     */
    record Effect(Outcome outcome, Map<String, List<Row>> contents) {
        boolean isLike(Effect other) {
            return Comparison.alike(outcome, other.outcome) && Comparison.same(contents, other.contents, false);
        }

        @Override
        public String toString() {
            return outcome + " leaving " + Json.write(contents);
        }
    }
}
