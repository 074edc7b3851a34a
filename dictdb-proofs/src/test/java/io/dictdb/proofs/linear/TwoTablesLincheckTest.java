package io.dictdb.proofs.linear;

import io.dictdb.DictDB;
import io.dictdb.DuplicateKeyException;
import io.dictdb.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Writers of different tables work at the same time and meet only where they publish. The race: both start from the same root, and the
 * second to publish throws away what the first did. The commits of both are numbered in one sequence, which shows an order between the
 * tables: it must be an order of all calls, and without gaps.
 */
@Param(name = "key", gen = IntGen.class, conf = "1:2")
@Param(name = "value", gen = IntGen.class, conf = "1:9")
public class TwoTablesLincheckTest {
    private final DictDB db = DictDB.create();
    private final Table left = db.createTable("left");
    private final Table right = db.createTable("right");

    @Operation
    public boolean insertLeft(@Param(name = "key") int key, @Param(name = "value") int value) {
        return insert(left, key, value);
    }

    @Operation
    public boolean insertRight(@Param(name = "key") int key, @Param(name = "value") int value) {
        return insert(right, key, value);
    }

    private static boolean insert(Table table, int key, int value) {
        try {
            table.insert(Map.of("id", key, "value", value));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Operation
    public List<Integer> left() {
        return values(left);
    }

    @Operation
    public List<Integer> right() {
        return values(right);
    }

    private static List<Integer> values(Table table) {
        return table.select().orderBy("id").list().stream()
                .map(row -> row.getInt("value"))
                .toList();
    }

    @Operation
    public long sequence() {
        return db.sequence();
    }

    @Test
    @Tag("model-checking")
    void everyScheduleHasAnOrder() {
        Linearizability.modelCheck(TwoTablesLincheckTest.class, Model.class);
    }

    @Test
    void underStressThereIsAnOrder() {
        Linearizability.stress(TwoTablesLincheckTest.class, Model.class);
    }

    /** What the calls mean, one at a time. */
    public static class Model {
        private final Map<Integer, Integer> left = new HashMap<>();
        private final Map<Integer, Integer> right = new HashMap<>();

        public boolean insertLeft(int key, int value) {
            return left.putIfAbsent(key, value) == null;
        }

        public boolean insertRight(int key, int value) {
            return right.putIfAbsent(key, value) == null;
        }

        public List<Integer> left() {
            return values(left);
        }

        public List<Integer> right() {
            return values(right);
        }

        private static List<Integer> values(Map<Integer, Integer> table) {
            return table.keySet().stream().sorted().map(table::get).toList();
        }

        /** Two commits created the tables. */
        public long sequence() {
            return 2L + left.size() + right.size();
        }
    }
}
