package io.dictdb.proofs.linear;

import static io.dictdb.Dsl.field;

import io.dictdb.DictDB;
import io.dictdb.DuplicateKeyException;
import io.dictdb.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * All kinds of calls together: the other sets of this package look closely at a few kinds each, this one at how they meet. The races: a transaction over two
 * tables beside single calls on one of them, which may change, delete or insert what it has read, and queries by an index while both are published.
 */
@Param(name = "key", gen = IntGen.class, conf = "1:2")
@Param(name = "value", gen = IntGen.class, conf = "1:3")
public class Whole {
    private final DictDB db = Prepared.leftAndRight();
    private final Table left = db.getTable("left");
    private final Table right = db.getTable("right");

    @Operation
    public boolean insert(@Param(name = "key") int key, @Param(name = "value") int value) {
        try {
            left.insert(Map.of("id", key, "value", value));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Operation
    public int get(@Param(name = "key") int key) {
        return left.get(key).map(row -> row.getInt("value")).orElse(0);
    }

    @Operation
    public int update(@Param(name = "key") int key, @Param(name = "value") int value) {
        return left.updateIfAny(Map.of("value", value), field("id").eq(key));
    }

    @Operation
    public String upsert(@Param(name = "key") int key, @Param(name = "value") int value) {
        return left.upsert(Map.of("id", key, "value", value)).action().name();
    }

    @Operation
    public int delete(@Param(name = "key") int key) {
        return left.deleteIfAny(field("id").eq(key));
    }

    @Operation
    public List<Integer> select(@Param(name = "value") int value) {
        return left.select(field("value").ge(value)).orderBy("id").list().stream()
                .map(row -> row.getInt("id"))
                .toList();
    }

    /** Takes a record out of the left table and puts it into the right one, or back if it is there. */
    @Operation
    public int move(@Param(name = "key") int key) {
        return db.<Integer>transaction(
                tx -> left.get(key).isPresent() ? moved(left, right, key) : -moved(right, left, key));
    }

    private static int moved(Table from, Table to, int key) {
        int value = from.get(key).map(row -> row.getInt("value")).orElse(0);
        if (value > 0) {
            from.delete(field("id").eq(key));
            to.upsert(Map.of("id", key, "value", value));
        }
        return value;
    }

    /** What the calls mean, one at a time. */
    public static class Model {
        private final Map<Integer, Integer> left = new TreeMap<>();
        private final Map<Integer, Integer> right = new TreeMap<>();

        public boolean insert(int key, int value) {
            return left.putIfAbsent(key, value) == null;
        }

        public int get(int key) {
            return left.getOrDefault(key, 0);
        }

        public int update(int key, int value) {
            return left.replace(key, value) == null ? 0 : 1;
        }

        public String upsert(int key, int value) {
            return left.put(key, value) == null ? "INSERTED" : "UPDATED";
        }

        public int delete(int key) {
            return left.remove(key) == null ? 0 : 1;
        }

        public List<Integer> select(int value) {
            return left.keySet().stream().filter(key -> left.get(key) >= value).toList();
        }

        public int move(int key) {
            return left.containsKey(key) ? moved(left, right, key) : -moved(right, left, key);
        }

        private static int moved(Map<Integer, Integer> from, Map<Integer, Integer> to, int key) {
            Integer value = from.remove(key);
            if (value != null) {
                to.put(key, value);
            }
            return value == null ? 0 : value;
        }
    }
}
