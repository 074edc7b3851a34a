package io.dictdb.proofs.linear;

import io.dictdb.DictDB;
import io.dictdb.DuplicateKeyException;
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
 * Whether a key is there is asked and acted on in one step. The race: two threads find the same key missing, and both insert it, or one
 * merges into a record that the other has not published yet. Then two inserts would succeed, an upsert would claim to have inserted what
 * was there, or a get after a successful insert would come back empty.
 */
@Param(name = "key", gen = IntGen.class, conf = "1:3")
@Param(name = "value", gen = IntGen.class, conf = "1:9")
public class KeysLincheckTest {
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
    public String upsert(@Param(name = "key") int key, @Param(name = "value") int value) {
        return table.upsert(Map.of("id", key, "value", value)).action().name();
    }

    @Operation
    public int get(@Param(name = "key") int key) {
        return table.get(key).map(KeysLincheckTest::value).orElse(0);
    }

    @Operation
    public int count() {
        return table.count();
    }

    private static int value(Row row) {
        return row.getInt("value");
    }

    @Test
    @Tag("model-checking")
    void everyScheduleHasAnOrder() {
        Linearizability.modelCheck(KeysLincheckTest.class, Model.class);
    }

    @Test
    void underStressThereIsAnOrder() {
        Linearizability.stress(KeysLincheckTest.class, Model.class);
    }

    /** What the calls mean, one at a time. */
    public static class Model {
        private final Map<Integer, Integer> values = new HashMap<>();

        public boolean insert(int key, int value) {
            return values.putIfAbsent(key, value) == null;
        }

        public String upsert(int key, int value) {
            return values.put(key, value) == null ? "INSERTED" : "UPDATED";
        }

        public int get(int key) {
            return values.getOrDefault(key, 0);
        }

        public int count() {
            return values.size();
        }
    }
}
