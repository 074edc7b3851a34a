package io.dictdb.proofs.linear;

import static io.dictdb.Dsl.field;

import io.dictdb.DictDB;
import io.dictdb.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Records and the hash index over them are two structures, changed one after the other and published together. The race: a reader that
 * asks the index in between, or takes the index of one commit and the records of another. Then a select would miss a record that was there
 * all the time, find one twice, or stumble over one that has gone.
 */
@Param(name = "key", gen = IntGen.class, conf = "1:3")
@Param(name = "group", gen = IntGen.class, conf = "1:2")
public class HashIndexLincheckTest {
    private final Table table = DictDB.create().createTable("t");

    public HashIndexLincheckTest() {
        table.createIndex("group");
    }

    @Operation
    public String put(@Param(name = "key") int key, @Param(name = "group") int group) {
        return table.upsert(Map.of("id", key, "group", group)).action().name();
    }

    @Operation
    public int delete(@Param(name = "key") int key) {
        return table.deleteIfAny(field("id").eq(key));
    }

    @Operation
    public int deleteGroup(@Param(name = "group") int group) {
        return table.deleteIfAny(field("group").eq(group));
    }

    /** Sorted here, because records stand in insertion order, which is not the subject. */
    @Operation
    public List<Integer> select(@Param(name = "group") int group) {
        return table.select(field("group").eq(group)).list().stream()
                .map(row -> row.getInt("id"))
                .sorted()
                .toList();
    }

    @Test
    @Tag("model-checking")
    void everyScheduleHasAnOrder() {
        Linearizability.modelCheck(HashIndexLincheckTest.class, Model.class);
    }

    @Test
    void underStressThereIsAnOrder() {
        Linearizability.stress(HashIndexLincheckTest.class, Model.class);
    }

    /** What the calls mean, one at a time. */
    public static class Model {
        private final Map<Integer, Integer> groups = new TreeMap<>();

        public String put(int key, int group) {
            return groups.put(key, group) == null ? "INSERTED" : "UPDATED";
        }

        public int delete(int key) {
            return groups.remove(key) == null ? 0 : 1;
        }

        public int deleteGroup(int group) {
            int before = groups.size();
            groups.values().removeIf(each -> each == group);
            return before - groups.size();
        }

        public List<Integer> select(int group) {
            return groups.keySet().stream()
                    .filter(key -> groups.get(key) == group)
                    .toList();
        }
    }
}
