package io.dictdb.proofs.publication;

import static io.dictdb.Dsl.field;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.dictdb.DictDB;
import io.dictdb.RecordNotFoundException;
import io.dictdb.Row;
import io.dictdb.Table;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * An update takes a record out of its places and puts another one there. The race: a reader that finds it in neither place or in both, and
 * another writer who had read the record before. Afterwards both writers' changes must be in the table, in the order that their results
 * tell.
 */
public class UpdateStress {
    private UpdateStress() {}

    /** Two fields that change in one call. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Before the update.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "After the update.")
    @Outcome(expect = FORBIDDEN, desc = "Half an update.")
    @State
    public static class TwoFieldsTogether {
        private final Table table = DictDB.create().createTable("t");

        public TwoFieldsTogether() {
            table.insert(Map.of("id", 1, "a", 0, "b", 0));
        }

        @Actor
        public void writer() {
            table.update(Map.of("a", 1, "b", 1), field("id").eq(1));
        }

        @Actor
        public void reader(II_Result seen) {
            Row row = table.get(1).orElseThrow();
            seen.r1 = row.getInt("a");
            seen.r2 = row.getInt("b");
        }
    }

    /** A record that changes its group is always in exactly one. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "In one group, and once in both together.")
    @Outcome(expect = FORBIDDEN, desc = "In no group, or in two.")
    @State
    public static class MoveInAnIndex {
        private final Table table = DictDB.create().createTable("t");

        public MoveInAnIndex() {
            table.createIndex("group");
            table.insert(Map.of("id", 1, "group", 1));
        }

        @Actor
        public void writer() {
            table.update(Map.of("group", 2), field("id").eq(1));
        }

        @Actor
        public void reader(II_Result seen) {
            seen.r1 = table.select(field("group").in(1, 2)).list().size();
            seen.r2 =
                    table.select(field("group").eq(1).or(field("group").eq(2))).count();
        }
    }

    /** Two increments of one field both count. */
    @JCStressTest
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "Both are there.")
    @Outcome(expect = FORBIDDEN, desc = "An increment got lost.")
    @State
    public static class Increments {
        private final Table table = DictDB.create().createTable("t");

        public Increments() {
            table.insert(Map.of("id", 1, "n", 0));
        }

        private void increment() {
            table.update(row -> Map.of("n", row.getLong("n") + 1), field("id").eq(1));
        }

        @Actor
        public void one() {
            increment();
        }

        @Actor
        public void other() {
            increment();
        }

        @Arbiter
        public void afterwards(I_Result seen) {
            seen.r1 = table.get(1).orElseThrow().getInt("n");
        }
    }

    /** A record that is deleted while an update function runs stays deleted. */
    @JCStressTest
    @Outcome(id = "0, 1, 0", expect = ACCEPTABLE, desc = "Deleted first.")
    @Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "Updated first.")
    @Outcome(expect = FORBIDDEN, desc = "It came back.")
    @State
    public static class UpdateOfWhatGoes {
        private final Table table = DictDB.create().createTable("t");

        public UpdateOfWhatGoes() {
            table.insert(Map.of("id", 1, "n", 0));
        }

        @Actor
        public void updating(III_Result seen) {
            try {
                seen.r1 = table.update(
                        row -> Map.of("n", row.getLong("n") + 1), field("id").eq(1));
            } catch (RecordNotFoundException e) {
                seen.r1 = 0;
            }
        }

        @Actor
        public void deleting(III_Result seen) {
            seen.r2 = table.deleteIfAny(field("id").eq(1));
        }

        @Arbiter
        public void afterwards(III_Result seen) {
            seen.r3 = table.count();
        }
    }

    /** Two upserts of one key with different fields: both fields are there. */
    @JCStressTest
    @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "Both fields.")
    @Outcome(expect = FORBIDDEN, desc = "A field got lost.")
    @State
    public static class UpsertsMerge {
        private final Table table = DictDB.create().createTable("t");

        @Actor
        public void one() {
            table.upsert(Map.of("id", 1, "a", 1));
        }

        @Actor
        public void other() {
            table.upsert(Map.of("id", 1, "b", 2));
        }

        @Arbiter
        public void afterwards(II_Result seen) {
            Row row = table.get(1).orElseThrow();
            seen.r1 = row.getInt("a");
            seen.r2 = row.getInt("b");
        }
    }
}
