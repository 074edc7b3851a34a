package io.dictdb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.Schema;
import io.dictdb.Table;
import io.dictdb.internal.engine.Engine;
import io.dictdb.internal.engine.Integrity;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/*
 * Random calls, good and bad, on a table with or without a schema: each gives what the model gives, or refuses what the model refuses, and leaves what the model
 * leaves. Now and then a step inside a call fails: then the call has not happened, and is made again. After each call the engine is held against itself.
 */
class MutationsMatchTheModelTest {
    private static final Gen<Kind> LOOSE = Gen.of(Kind.values());
    private static final Gen<Kind> STRICT =
            Gen.of(Kind.SMALL, Kind.STRINGS, Kind.BOOLEANS, Kind.DOUBLES, Kind.LONGS, Kind.LETTERS, Kind.BITS);

    /** A call, and the place of the step that fails in it; no step when that is below 0. */
    private record Step(Call call, int failing) {
        @Override
        public String toString() {
            return failing < 0 ? call.toString() : call + " failing at step " + failing;
        }
    }

    private record Life(Vocabulary words, Schema schema, List<Step> steps) {
        @Override
        public String toString() {
            return "table %s with %s: %s".formatted(words, schema, steps);
        }
    }

    @Test
    void withoutSchema() {
        Property.named("mutations-without-schema")
                .runs(1_500)
                .check(lives(LOOSE, words -> Gen.constant(null)), MutationsMatchTheModelTest::check);
    }

    @Test
    void withSchema() {
        Property.named("mutations-with-schema")
                .runs(1_500)
                .check(lives(STRICT, Schemas::over), MutationsMatchTheModelTest::check);
    }

    private static Gen<Life> lives(Gen<Kind> kinds, Function<Vocabulary, Gen<Schema>> schemas) {
        return c -> {
            Vocabulary words =
                    Vocabulary.of("id", kinds, "a", "\uff5e", "\ud83d\ude00").draw(c);
            return new Life(
                    words,
                    schemas.apply(words).draw(c),
                    steps(words).list(0, 25).draw(c));
        };
    }

    private static Gen<Step> steps(Vocabulary words) {
        Gen<Call> calls = Calls.any(words);
        return c -> new Step(calls.draw(c), c.weighted(3, 1) == 0 ? -1 : (int) c.upTo(12));
    }

    private static void check(Life life) {
        FailingSteps steps = new FailingSteps();
        try (DictDB db = Engine.create(steps)) {
            Table table = life.schema == null ? db.createTable("t", "id") : db.createTable("t", "id", life.schema);
            NaiveTable model = new NaiveTable("id", life.schema);
            for (Step step : life.steps) {
                long sequence = db.sequence();
                NaiveTable before = model.copy();
                take(step, steps, table, model);
                checkContents(step.toString(), table, model);
                checkSequence(step, db.sequence() - sequence, before, model);
                assertThat(Integrity.verify(db)).as("%s", step).isEmpty();
            }
        }
    }

    private static void take(Step step, FailingSteps steps, Table table, NaiveTable model) {
        NaiveTable before = model.copy();
        Outcome expected = Outcome.of(() -> step.call.on(model));
        Outcome actual = steps.failing(step.failing, () -> step.call.on(table));
        if (steps.hasFailed()) {
            assertThat(actual.thrown()).as("%s", step).isInstanceOf(FailingSteps.Injected.class);
            checkContents("the failure of " + step, table, before);
            actual = Outcome.of(() -> step.call.on(table));
        }
        expected.require(step.call, actual);
    }

    private static void checkContents(String step, Table table, NaiveTable model) {
        Results.requireSame("contents after " + step, model.rows(), table.all());
        assertThat(table.count()).as("count after %s", step).isEqualTo(model.size());
        assertThat(table.columns()).as("columns after %s", step).isEqualTo(model.columns());
        assertThat(table.indexedFields()).as("indexes after %s", step).isEqualTo(model.indexedFields());
        for (Map<String, Object> record : model.rows()) {
            Results.requireSame(
                    "get after " + step,
                    List.of(record),
                    table.get(record.get("id")).stream().toList());
        }
    }

    private static void checkSequence(Step step, long commits, NaiveTable before, NaiveTable after) {
        boolean changed = Results.difference(before.rows(), after.rows()).isPresent()
                || !before.indexedFields().equals(after.indexedFields());
        assertThat(commits).as("commits by %s", step).isBetween(changed ? 1L : 0L, 1L);
    }
}
