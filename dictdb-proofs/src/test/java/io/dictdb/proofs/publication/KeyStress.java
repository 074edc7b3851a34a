package io.dictdb.proofs.publication;

import static io.dictdb.Dsl.field;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.dictdb.DictDB;
import io.dictdb.DuplicateKeyException;
import io.dictdb.OnConflict;
import io.dictdb.Table;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A key is looked for and then taken. The race: two threads look, both find it free, both take it. The results must name one winner, and the
 * table must hold what the winner wrote.
 */
public class KeyStress {
    private KeyStress() {}

    /** Of two inserts of one key exactly one succeeds. */
    @JCStressTest
    @Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "The first wins.")
    @Outcome(id = "0, 1, 2", expect = ACCEPTABLE, desc = "The second wins.")
    @Outcome(expect = FORBIDDEN, desc = "Both, none, or the wrong one.")
    @State
    public static class InsertAndInsert {
        private final Table table = DictDB.create().createTable("t");

        @Actor
        public void one(III_Result seen) {
            try {
                table.insert(Map.of("id", 1, "by", 1));
                seen.r1 = 1;
            } catch (DuplicateKeyException e) {
                seen.r1 = 0;
            }
        }

        @Actor
        public void other(III_Result seen) {
            try {
                table.insert(Map.of("id", 1, "by", 2));
                seen.r2 = 1;
            } catch (DuplicateKeyException e) {
                seen.r2 = 0;
            }
        }

        @Arbiter
        public void afterwards(III_Result seen) {
            seen.r3 = table.get(1).orElseThrow().getInt("by");
        }
    }

    /** Of two upserts of one key exactly one inserts. */
    @JCStressTest
    @Outcome(id = "INSERTED, UPDATED", expect = ACCEPTABLE, desc = "The first was first.")
    @Outcome(id = "UPDATED, INSERTED", expect = ACCEPTABLE, desc = "The second was first.")
    @Outcome(expect = FORBIDDEN, desc = "Both inserted, or none.")
    @State
    public static class UpsertAndUpsert {
        private final Table table = DictDB.create().createTable("t");

        @Actor
        public void one(LL_Result seen) {
            seen.r1 = table.upsert(Map.of("id", 1, "by", 1)).action();
        }

        @Actor
        public void other(LL_Result seen) {
            seen.r2 = table.upsert(Map.of("id", 1, "by", 2)).action();
        }
    }

    /** An insert and an upsert that leaves what is there. */
    @JCStressTest
    @Outcome(id = "0, 2", expect = ACCEPTABLE, desc = "The upsert was first.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The insert was first.")
    @Outcome(expect = FORBIDDEN, desc = "The winner's record is not there.")
    @State
    public static class InsertAndUpsert {
        private final Table table = DictDB.create().createTable("t");

        @Actor
        public void one(II_Result seen) {
            try {
                table.insert(Map.of("id", 1, "by", 1));
                seen.r1 = 1;
            } catch (DuplicateKeyException e) {
                seen.r1 = 0;
            }
        }

        @Actor
        public void other() {
            table.upsert(Map.of("id", 1, "by", 2), OnConflict.IGNORE);
        }

        @Arbiter
        public void afterwards(II_Result seen) {
            seen.r2 = table.get(1).orElseThrow().getInt("by");
        }
    }

    /** Automatic keys are given once each, without gaps. */
    @JCStressTest
    @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "The first was first.")
    @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "The second was first.")
    @Outcome(expect = FORBIDDEN, desc = "A key given twice, or a gap.")
    @State
    public static class AutomaticKeys {
        private final Table table = DictDB.create().createTable("t");

        @Actor
        public void one(LL_Result seen) {
            seen.r1 = table.insert(Map.of("a", 1));
        }

        @Actor
        public void other(LL_Result seen) {
            seen.r2 = table.insert(Map.of("a", 2));
        }
    }

    /** A record can be deleted once. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The first had it.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The second had it.")
    @Outcome(expect = FORBIDDEN, desc = "Deleted twice, or not at all.")
    @State
    public static class DeleteAndDelete {
        private final Table table = DictDB.create().createTable("t");

        public DeleteAndDelete() {
            table.insert(Map.of("id", 1));
        }

        @Actor
        public void one(II_Result seen) {
            seen.r1 = table.deleteIfAny(field("id").eq(1));
        }

        @Actor
        public void other(II_Result seen) {
            seen.r2 = table.deleteIfAny(field("id").eq(1));
        }
    }

    /** A clear takes what was inserted before it and leaves what comes after; numbers are not given again. */
    @JCStressTest
    @Outcome(id = "1, 1, 2", expect = ACCEPTABLE, desc = "Cleared first.")
    @Outcome(id = "2, 0, 2", expect = ACCEPTABLE, desc = "Inserted first.")
    @Outcome(expect = FORBIDDEN, desc = "A record too many or too few, or a key used again.")
    @State
    public static class ClearAndInsert {
        private final Table table = DictDB.create().createTable("t");

        public ClearAndInsert() {
            table.insert(Map.of("a", 1));
        }

        @Actor
        public void clearing(III_Result seen) {
            seen.r1 = table.clear();
        }

        @Actor
        public void inserting(III_Result seen) {
            seen.r3 = ((Long) table.insert(Map.of("a", 2))).intValue();
        }

        @Arbiter
        public void afterwards(III_Result seen) {
            seen.r2 = table.count();
        }
    }
}
