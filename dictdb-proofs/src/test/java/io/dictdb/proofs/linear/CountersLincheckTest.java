package io.dictdb.proofs.linear;

import static io.dictdb.Dsl.field;

import io.dictdb.DictDB;
import io.dictdb.DuplicateKeyException;
import io.dictdb.RecordNotFoundException;
import io.dictdb.Row;
import io.dictdb.Table;
import java.util.HashMap;
import java.util.Map;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An update function reads a record, runs without the lock, and its result goes in under the lock. The race: another writer changes the
 * record, deletes it or brings it back in between. Then the change must be computed anew from what is there now; a result that goes in all
 * the same loses the other's increment, and one that is put in the place of a deleted record brings it back.
 */
@Param(name = "key", gen = IntGen.class, conf = "1:2")
@Param(name = "value", gen = IntGen.class, conf = "1:9")
public class CountersLincheckTest {
    private final Table table = DictDB.create().createTable("t");

    @Operation
    public boolean insert(@Param(name = "key") int key, @Param(name = "value") int value) {
        try {
            table.insert(Map.of("id", key, "value", value));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Operation
    public int increment(@Param(name = "key") int key) {
        try {
            return table.update(
                    row -> Map.of("value", row.getLong("value") + 1),
                    field("id").eq(key));
        } catch (RecordNotFoundException e) {
            return 0;
        }
    }

    @Operation
    public int set(@Param(name = "key") int key, @Param(name = "value") int value) {
        return table.updateIfAny(Map.of("value", value), field("id").eq(key));
    }

    @Operation
    public int delete(@Param(name = "key") int key) {
        return table.deleteIfAny(field("id").eq(key));
    }

    @Operation
    public long get(@Param(name = "key") int key) {
        return table.get(key).map((Row row) -> row.getLong("value")).orElse(0L);
    }

    @Test
    @Tag("model-checking")
    void everyScheduleHasAnOrder() {
        Linearizability.modelCheck(CountersLincheckTest.class, Model.class);
    }

    @Test
    void underStressThereIsAnOrder() {
        Linearizability.stress(CountersLincheckTest.class, Model.class);
    }

    /** What the calls mean, one at a time. */
    public static class Model {
        private final Map<Integer, Integer> values = new HashMap<>();

        public boolean insert(int key, int value) {
            return values.putIfAbsent(key, value) == null;
        }

        public int increment(int key) {
            return values.computeIfPresent(key, (same, value) -> value + 1) == null ? 0 : 1;
        }

        public int set(int key, int value) {
            return values.replace(key, value) == null ? 0 : 1;
        }

        public int delete(int key) {
            return values.remove(key) == null ? 0 : 1;
        }

        public long get(int key) {
            return values.getOrDefault(key, 0);
        }
    }
}
