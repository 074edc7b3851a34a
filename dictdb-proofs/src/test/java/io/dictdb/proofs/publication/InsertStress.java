package io.dictdb.proofs.publication;

import static io.dictdb.Dsl.field;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.Row;
import io.dictdb.Table;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A record, its key and its places in the indexes are several writes, and one volatile write makes them visible. The race: a reader that
 * comes by in between. It may see nothing of the insert or all of it, and what it has seen once must stay: two reads one after the other
 * may differ in one direction only.
 */
public class InsertStress {
    private InsertStress() {}

    /** Both fields or none. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Before the insert.")
    @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "After the insert.")
    @Outcome(expect = FORBIDDEN, desc = "Half a record.")
    @State
    public static class FieldsComeTogether {
        private final Table table = DictDB.create().createTable("t");

        @Actor
        public void writer() {
            table.insert(Map.of("id", 1, "a", 1, "b", 2));
        }

        @Actor
        public void reader(II_Result seen) {
            Row row = table.get(1).orElse(null);
            seen.r1 = row == null ? 0 : row.getInt("a");
            seen.r2 = row == null ? 0 : row.getInt("b");
        }
    }

    /** Who is told of an insert finds it. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Neither told nor found.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Found before it was told.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Told and found.")
    @Outcome(expect = FORBIDDEN, desc = "Told, but not found.")
    @State
    public static class IsThereWhenTold {
        private final Table table = DictDB.create().createTable("t");
        private volatile int told;

        @Actor
        public void writer() {
            table.insert(Map.of("id", 1, "a", 1));
            told = 1;
        }

        @Actor
        public void reader(II_Result seen) {
            seen.r1 = told;
            seen.r2 = table.get(1).isPresent() ? 1 : 0;
        }
    }

    /** What the hash index names can be read. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Before the insert.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Inserted between the reads.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "After the insert.")
    @Outcome(expect = FORBIDDEN, desc = "In the index, but not in the table.")
    @State
    public static class InTheHashIndexMeansInTheTable {
        private final Table table = DictDB.create().createTable("t");

        public InTheHashIndexMeansInTheTable() {
            table.createIndex("a");
        }

        @Actor
        public void writer() {
            table.insert(Map.of("id", 1, "a", 1));
        }

        @Actor
        public void reader(II_Result seen) {
            seen.r1 = table.select(field("a").eq(1)).list().size();
            seen.r2 = table.get(1).isPresent() ? 1 : 0;
        }
    }

    /** An index that knows the record is not ahead of the other one. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Before the insert.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Inserted between the reads.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "After the insert.")
    @Outcome(expect = FORBIDDEN, desc = "In one index, but not in the other.")
    @State
    public static class TwoIndexesAgree {
        private final Table table = DictDB.create().createTable("t");

        public TwoIndexesAgree() {
            table.createIndex("a");
            table.createIndex("b", IndexType.SORTED);
        }

        @Actor
        public void writer() {
            table.insert(Map.of("id", 1, "a", 1, "b", 2));
        }

        @Actor
        public void reader(II_Result seen) {
            seen.r1 = table.select(field("a").eq(1)).count();
            seen.r2 = table.select(field("b").between(1, 3)).list().size();
        }
    }

    /** What is counted is listed. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Before the insert.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Inserted between the reads.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "After the insert.")
    @Outcome(expect = FORBIDDEN, desc = "Counted, but not listed.")
    @State
    public static class CountAndListAgree {
        private final Table table = DictDB.create().createTable("t");

        @Actor
        public void writer() {
            table.insert(Map.of("a", 1));
        }

        @Actor
        public void reader(II_Result seen) {
            seen.r1 = table.count();
            seen.r2 = table.all().size();
        }
    }
}
