package io.dictdb.proofs.linear;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.field;

import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An update of an indexed field moves a record from one place of the sorted index to another. The race: a range is read while the record
 * is in neither place, or in both. A move of all records at once must be seen whole, so that no range holds old and new values together.
 */
@Param(name = "key", gen = IntGen.class, conf = "1:3")
@Param(name = "age", gen = IntGen.class, conf = "1:6")
public class SortedIndexLincheckTest {
    private final Table table = DictDB.create().createTable("t");

    /** Three records are there from the start, so that three calls a thread are about moving them. */
    public SortedIndexLincheckTest() {
        table.createIndex("age", IndexType.SORTED);
        table.insert(List.of(Map.of("id", 1, "age", 1), Map.of("id", 2, "age", 2), Map.of("id", 3, "age", 3)));
    }

    @Operation
    public int setAge(@Param(name = "key") int key, @Param(name = "age") int age) {
        return table.update(Map.of("age", age), field("id").eq(key));
    }

    @Operation
    public int birthday() {
        return table.update(row -> Map.of("age", row.getInt("age") + 1), all());
    }

    @Operation
    public List<Integer> range(@Param(name = "age") int low, @Param(name = "age") int high) {
        return table.select(field("age").between(low, high)).orderBy("age", "id").list().stream()
                .map(row -> row.getInt("id"))
                .toList();
    }

    @Operation
    public int countFrom(@Param(name = "age") int low) {
        return table.select(field("age").ge(low)).count();
    }

    @Test
    @Tag("model-checking")
    void everyScheduleHasAnOrder() {
        Linearizability.modelCheck(SortedIndexLincheckTest.class, Model.class);
    }

    @Test
    void underStressThereIsAnOrder() {
        Linearizability.stress(SortedIndexLincheckTest.class, Model.class);
    }

    /** What the calls mean, one at a time. */
    public static class Model {
        private final Map<Integer, Integer> ages = new TreeMap<>(Map.of(1, 1, 2, 2, 3, 3));

        public int setAge(int key, int age) {
            ages.put(key, age);
            return 1;
        }

        public int birthday() {
            ages.replaceAll((key, age) -> age + 1);
            return ages.size();
        }

        public List<Integer> range(int low, int high) {
            return ages.keySet().stream()
                    .filter(key -> low <= ages.get(key) && ages.get(key) <= high)
                    .sorted(Comparator.comparing(ages::get))
                    .toList();
        }

        public int countFrom(int low) {
            return (int) ages.values().stream().filter(age -> age >= low).count();
        }
    }
}
