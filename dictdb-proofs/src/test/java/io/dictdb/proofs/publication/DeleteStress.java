package io.dictdb.proofs.publication;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.field;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.Row;
import io.dictdb.Table;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A record goes from the table and from every index in one step. The race: a reader that goes from one to the other meanwhile, or that has
 * begun to read. What has gone must not come back in another index, and a query that is running stays with what it began with.
 */
public class DeleteStress {
    private DeleteStress() {}

    /** What is gone from the table is gone from the index. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "After the delete.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Deleted between the reads.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Before the delete.")
    @Outcome(expect = FORBIDDEN, desc = "Gone, but still in the index.")
    @State
    public static class GoneFromTheTable {
        private final Table table = DictDB.create().createTable("t");

        public GoneFromTheTable() {
            table.createIndex("a");
            table.insert(Map.of("id", 1, "a", 1));
        }

        @Actor
        public void writer() {
            table.delete(field("id").eq(1));
        }

        @Actor
        public void reader(II_Result seen) {
            seen.r1 = table.get(1).isPresent() ? 1 : 0;
            seen.r2 = table.select(field("a").eq(1)).list().size();
        }
    }

    /** What is gone from the index is gone from the table. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "After the delete.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Deleted between the reads.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Before the delete.")
    @Outcome(expect = FORBIDDEN, desc = "Gone from the index, but still in the table.")
    @State
    public static class GoneFromTheIndex {
        private final Table table = DictDB.create().createTable("t");

        public GoneFromTheIndex() {
            table.createIndex("a", IndexType.SORTED);
            table.insert(Map.of("id", 1, "a", 1));
        }

        @Actor
        public void writer() {
            table.delete(field("a").ge(1));
        }

        @Actor
        public void reader(II_Result seen) {
            seen.r1 = table.select(field("a").le(1)).count();
            seen.r2 = table.count();
        }
    }

    /** A stream that has begun is not disturbed. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Began when there was nothing.")
    @Outcome(id = "9, 0", expect = ACCEPTABLE, desc = "Began after the insert.")
    @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "Began before the delete.")
    @Outcome(expect = FORBIDDEN, desc = "A stream over two states.")
    @State
    public static class StreamGoesOn {
        private final Table table = DictDB.create().createTable("t");

        public StreamGoesOn() {
            table.insert(List.of(Map.of("a", 1), Map.of("a", 2)));
        }

        @Actor
        public void writer() {
            table.delete(all());
            table.insert(Map.of("a", 9));
            table.clear();
        }

        @Actor
        public void reader(II_Result seen) {
            Iterator<Row> rows = table.select().stream().iterator();
            seen.r1 = rows.hasNext() ? rows.next().getInt("a") : 0;
            seen.r2 = rows.hasNext() ? rows.next().getInt("a") : 0;
        }
    }
}
