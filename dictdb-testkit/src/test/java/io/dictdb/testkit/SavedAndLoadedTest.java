package io.dictdb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.Schema;
import io.dictdb.Table;
import io.dictdb.internal.engine.Integrity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/*
 * After random calls a database is saved and loaded, as JSON and as an image: records, orders, classes, indexes and the counter of keys are the same, and the next calls
 * give the same on both.
 */
class SavedAndLoadedTest {
    @TempDir
    Path directory;

    private record Life(Vocabulary words, Schema schema, List<Call> before, List<Call> after) {}

    @Test
    void withoutSchema() {
        Property.named("saved-without-schema").runs(300).check(lives(words -> Gen.constant(null)), this::check);
    }

    @Test
    void withSchema() {
        Property.named("saved-with-schema").runs(300).check(lives(Schemas::over), this::check);
    }

    private static Gen<Life> lives(Function<Vocabulary, Gen<Schema>> schemas) {
        return c -> {
            Vocabulary words = Vocabulary.of("id", Gen.of(Kind.values()), "a", "\uff5e", "\ud83d\ude00", "$d")
                    .draw(c);
            Gen<List<Call>> calls = Calls.any(words).list(0, 20);
            return new Life(words, schemas.apply(words).draw(c), calls.draw(c), calls.draw(c));
        };
    }

    private void check(Life life) {
        try (DictDB db = DictDB.create()) {
            Table table = life.schema == null ? db.createTable("t", "id") : db.createTable("t", "id", life.schema);
            life.before.forEach(call -> Outcome.of(() -> call.on(table)));
            DictDB json = saved(db, "db.json");
            DictDB image = saved(db, "db.ddb");
            requireSame(db, json);
            requireSame(db, image);
            for (Call call : life.after) {
                String expected = Outcome.of(() -> call.on(table)).toString();
                assertThat(Outcome.of(() -> call.on(json.getTable("t"))))
                        .as("%s", call)
                        .hasToString(expected);
                assertThat(Outcome.of(() -> call.on(image.getTable("t"))))
                        .as("%s", call)
                        .hasToString(expected);
            }
            requireSame(db, json);
            requireSame(db, image);
        }
    }

    private DictDB saved(DictDB db, String name) {
        Path file = directory.resolve(name);
        db.save(file);
        DictDB loaded = DictDB.load(file);
        assertThat(loaded.sequence()).isEqualTo(db.sequence());
        return loaded;
    }

    private static void requireSame(DictDB expected, DictDB actual) {
        assertThat(Integrity.verify(actual)).isEmpty();
        Table mine = expected.getTable("t");
        Table theirs = actual.getTable("t");
        Results.requireSame("records", mine.all(), theirs.all());
        for (int i = 0; i < mine.count(); i++) {
            Map<String, Object> row = mine.all().get(i);
            assertThat(List.copyOf(theirs.all().get(i).keySet())).isEqualTo(List.copyOf(row.keySet()));
        }
        assertThat(theirs.indexedFields()).isEqualTo(mine.indexedFields());
        assertThat(theirs.columns()).isEqualTo(mine.columns());
        assertThat(theirs.schema().map(Schema::toString))
                .isEqualTo(mine.schema().map(Schema::toString));
    }
}
