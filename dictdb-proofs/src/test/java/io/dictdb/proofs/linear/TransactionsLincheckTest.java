package io.dictdb.proofs.linear;

import static io.dictdb.Dsl.field;

import io.dictdb.DictDB;
import io.dictdb.Snapshot;
import io.dictdb.Table;
import io.dictdb.Transaction;
import java.util.List;
import java.util.Map;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A transaction over two tables is one step, whatever it reads and writes and in whichever order. The races: two transactions that take
 * the tables in opposite orders, one that decides on what the other is about to change, a single call beside a transaction, and a snapshot
 * that is taken while a transaction publishes. Money moves between two accounts, one in each table: the sum stays what it was, no transfer
 * goes below zero, and whoever looks at both sees both sides of each transfer.
 */
@Param(name = "amount", gen = IntGen.class, conf = "1:3")
public class TransactionsLincheckTest {
    private final DictDB db = DictDB.create();
    private final Table left = db.createTable("left");
    private final Table right = db.createTable("right");

    public TransactionsLincheckTest() {
        left.insert(Map.of("id", 1, "n", 4));
        right.insert(Map.of("id", 1, "n", 4));
    }

    private static int n(Table table) {
        return table.get(1).orElseThrow().getInt("n");
    }

    private static void put(Table table, int n) {
        table.update(Map.of("n", n), field("id").eq(1));
    }

    @Operation
    public boolean toTheRight(@Param(name = "amount") int amount) {
        return db.<Boolean>transaction(tx -> moved(tx.getTable("left"), tx.getTable("right"), amount));
    }

    @Operation
    public boolean toTheLeft(@Param(name = "amount") int amount) {
        return db.<Boolean>transaction(tx -> moved(tx.getTable("right"), tx.getTable("left"), amount));
    }

    private static boolean moved(Table from, Table to, int amount) {
        int there = n(from);
        if (there < amount) {
            return false;
        }
        put(from, there - amount);
        put(to, n(to) + amount);
        return true;
    }

    /** All of it is taken back when the work fails after its first write. */
    @Operation
    public boolean failing() {
        try {
            db.transact(TransactionsLincheckTest::breakOff);
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    private static void breakOff(Transaction tx) {
        put(tx.getTable("left"), 100);
        throw new UnsupportedOperationException("planned");
    }

    /** One call outside any transaction. */
    @Operation
    public int deposit(@Param(name = "amount") int amount) {
        return left.update(
                row -> Map.of("n", row.getLong("n") + amount), field("id").eq(1));
    }

    @Operation
    public List<Integer> both() {
        try (Snapshot seen = db.snapshot()) {
            return List.of(n(seen.getTable("left")), n(seen.getTable("right")));
        }
    }

    @Test
    @Tag("model-checking")
    void everyScheduleHasAnOrder() {
        Linearizability.modelCheck(TransactionsLincheckTest.class, Model.class);
    }

    @Test
    void underStressThereIsAnOrder() {
        Linearizability.stress(TransactionsLincheckTest.class, Model.class);
    }

    /** What the calls mean, one at a time. */
    public static class Model {
        private int left = 4;
        private int right = 4;

        public boolean toTheRight(int amount) {
            boolean enough = left >= amount;
            left -= enough ? amount : 0;
            right += enough ? amount : 0;
            return enough;
        }

        public boolean toTheLeft(int amount) {
            boolean enough = right >= amount;
            right -= enough ? amount : 0;
            left += enough ? amount : 0;
            return enough;
        }

        public boolean failing() {
            return false;
        }

        public int deposit(int amount) {
            left += amount;
            return 1;
        }

        public List<Integer> both() {
            return List.of(left, right);
        }
    }
}
