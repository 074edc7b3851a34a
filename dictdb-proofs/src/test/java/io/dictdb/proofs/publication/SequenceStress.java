package io.dictdb.proofs.publication;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.dictdb.DictDB;
import io.dictdb.Table;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.JJ_Result;

/**
 * Commits have one order over all tables, and their numbers tell it. The race: two writers of different tables take the same root to build
 * upon, so that one commit swallows the other; or a reader that sees a later commit and then an earlier one.
 */
public class SequenceStress {
    private SequenceStress() {}

    /** Who reads twice does not go back. */
    @JCStressTest
    @Outcome(
            id = {"1, 1", "1, 2", "1, 3", "2, 2", "2, 3", "3, 3"},
            expect = ACCEPTABLE,
            desc = "Forwards, or not at all.")
    @Outcome(expect = FORBIDDEN, desc = "Backwards, or a number that was never given.")
    @State
    public static class NeverBackwards {
        private final DictDB db = DictDB.create();
        private final Table table = db.createTable("t");

        @Actor
        public void writer() {
            table.insert(Map.of("a", 1));
            table.insert(Map.of("a", 2));
        }

        @Actor
        public void reader(JJ_Result seen) {
            seen.r1 = db.sequence();
            seen.r2 = db.sequence();
        }
    }

    /** Whoever knows a commit's number sees the commit. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Before the insert.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Inserted between the reads.")
    @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "After the insert.")
    @Outcome(expect = FORBIDDEN, desc = "A number ahead of its commit.")
    @State
    public static class NumberIsNotAhead {
        private final DictDB db = DictDB.create();
        private final Table table = db.createTable("t");

        @Actor
        public void writer() {
            table.insert(Map.of("a", 1));
        }

        @Actor
        public void reader(JJ_Result seen) {
            seen.r1 = db.sequence();
            seen.r2 = table.count();
        }
    }

    /** Writers of different tables do not lose each other's commits. */
    @JCStressTest
    @Outcome(id = "1, 1, 4", expect = ACCEPTABLE, desc = "Both, numbered one after the other.")
    @Outcome(expect = FORBIDDEN, desc = "A commit got lost.")
    @State
    public static class WritersOfTwoTables {
        private final DictDB db = DictDB.create();
        private final Table left = db.createTable("left");
        private final Table right = db.createTable("right");

        @Actor
        public void one() {
            left.insert(Map.of("a", 1));
        }

        @Actor
        public void other() {
            right.insert(Map.of("a", 1));
        }

        @Arbiter
        public void afterwards(III_Result seen) {
            seen.r1 = left.count();
            seen.r2 = right.count();
            seen.r3 = (int) db.sequence();
        }
    }

    /** Who sees the second commit sees the first, in another table too. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Before both.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Between.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "After both.")
    @Outcome(expect = FORBIDDEN, desc = "The second without the first.")
    @State
    public static class OneAfterTheOther {
        private final DictDB db = DictDB.create();
        private final Table first = db.createTable("first");
        private final Table second = db.createTable("second");

        @Actor
        public void writer() {
            first.insert(Map.of("a", 1));
            second.insert(Map.of("a", 1));
        }

        @Actor
        public void reader(II_Result seen) {
            seen.r1 = second.count();
            seen.r2 = first.count();
        }
    }
}
