package io.dictdb.proofs.publication;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.field;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.dictdb.DictDB;
import io.dictdb.DuplicateKeyException;
import io.dictdb.Row;
import io.dictdb.Table;
import java.util.List;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * One call may change many records, and is seen as a whole. The race: a reader that comes by when some of them are done. The last page of a
 * table grows in place, so the reader has the very arrays in hand that the writer is filling; the count that it took with the page keeps it
 * from looking too far.
 */
public class BatchStress {
    private BatchStress() {}

    /** A list of records goes in at once. */
    @JCStressTest
    @Outcome(id = "0", expect = ACCEPTABLE, desc = "Before the insert.")
    @Outcome(id = "3", expect = ACCEPTABLE, desc = "After the insert.")
    @Outcome(expect = FORBIDDEN, desc = "Part of a batch.")
    @State
    public static class ListOfABatch {
        private final Table table = DictDB.create().createTable("t");

        @Actor
        public void writer() {
            table.insert(List.of(Map.of("a", 1), Map.of("a", 2), Map.of("a", 3)));
        }

        @Actor
        public void reader(I_Result seen) {
            seen.r1 = table.all().size();
        }
    }

    /** So it does in an index. */
    @JCStressTest
    @Outcome(id = "0", expect = ACCEPTABLE, desc = "Before the insert.")
    @Outcome(id = "3", expect = ACCEPTABLE, desc = "After the insert.")
    @Outcome(expect = FORBIDDEN, desc = "Part of a batch.")
    @State
    public static class IndexOfABatch {
        private final Table table = DictDB.create().createTable("t");

        public IndexOfABatch() {
            table.createIndex("a");
        }

        @Actor
        public void writer() {
            table.insert(List.of(Map.of("a", 1), Map.of("a", 1), Map.of("a", 1)));
        }

        @Actor
        public void reader(I_Result seen) {
            seen.r1 = table.select(field("a").eq(1)).count();
        }
    }

    /** Records that a reader knows stay what they are while others are put behind them, with other fields and classes too. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The first record alone.")
    @Outcome(id = "2, 3", expect = ACCEPTABLE, desc = "Both.")
    @Outcome(id = "3, 6", expect = ACCEPTABLE, desc = "All three.")
    @Outcome(expect = FORBIDDEN, desc = "A record with another's value.")
    @State
    public static class PageThatGrows {
        private final Table table = DictDB.create().createTable("t");

        public PageThatGrows() {
            table.insert(Map.of("a", 1));
        }

        @Actor
        public void writer() {
            table.insert(Map.of("a", 2, "b", "x"));
            table.insert(Map.of("a", 3.0));
        }

        @Actor
        public void reader(II_Result seen) {
            List<Row> rows = table.all();
            seen.r1 = rows.size();
            seen.r2 =
                    rows.stream().mapToInt(row -> row.getDouble("a").intValue()).sum();
        }
    }

    /** A batch that fails had written into the page before it was given up; nobody may see that, nor may the next insert be hurt by it. */
    @JCStressTest
    @Outcome(id = "0", expect = ACCEPTABLE, desc = "Before both.")
    @Outcome(id = "7", expect = ACCEPTABLE, desc = "After the one that succeeds.")
    @Outcome(expect = FORBIDDEN, desc = "Something of a batch that failed.")
    @State
    public static class BatchThatFailed {
        private final Table table = DictDB.create().createTable("t");

        public BatchThatFailed() {
            table.insert(Map.of("id", 1, "a", 1));
        }

        @Actor
        public void writer() {
            try {
                table.insert(List.of(Map.of("id", 2, "a", 9), Map.of("id", 1, "a", 9)));
            } catch (DuplicateKeyException expected) {
                table.insert(Map.of("id", 2, "a", 7));
            }
        }

        @Actor
        public void reader(I_Result seen) {
            seen.r1 = table.get(2).map(row -> row.getInt("a")).orElse(0);
        }
    }

    /** An update of many records is seen in all of them or in none. */
    @JCStressTest
    @Outcome(id = "0", expect = ACCEPTABLE, desc = "Before the update.")
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "After the update.")
    @Outcome(expect = FORBIDDEN, desc = "Half an update.")
    @State
    public static class UpdateOfAll {
        private final Table table = DictDB.create().createTable("t");

        public UpdateOfAll() {
            table.insert(List.of(Map.of("a", 0), Map.of("a", 0)));
        }

        @Actor
        public void writer() {
            table.update(Map.of("a", 1), all());
        }

        @Actor
        public void reader(I_Result seen) {
            seen.r1 = table.all().stream().mapToInt(row -> row.getInt("a")).sum();
        }
    }

    /** So is a delete. */
    @JCStressTest
    @Outcome(id = "0", expect = ACCEPTABLE, desc = "After the delete.")
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "Before the delete.")
    @Outcome(expect = FORBIDDEN, desc = "Half a delete.")
    @State
    public static class DeleteOfAll {
        private final Table table = DictDB.create().createTable("t");

        public DeleteOfAll() {
            table.insert(List.of(Map.of("a", 0), Map.of("a", 0)));
        }

        @Actor
        public void writer() {
            table.delete(all());
        }

        @Actor
        public void reader(I_Result seen) {
            seen.r1 = table.all().size();
        }
    }
}
