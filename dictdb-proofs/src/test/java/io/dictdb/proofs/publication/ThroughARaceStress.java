package io.dictdb.proofs.publication;

import static io.dictdb.Dsl.field;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.Select;
import io.dictdb.Table;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * What the library hands out is passed on through a plain field, without a lock and without volatile. Whoever sees the object there must
 * see all of it: final fields promise that, and these tests notice when a field of a row, a table, a query or a database stops being final
 * or is written after the constructor. Nothing seen yet is -1.
 */
public class ThroughARaceStress {
    private ThroughARaceStress() {}

    /** A row carries its fields with it, also those that another thread's insert put into its page. */
    @JCStressTest
    @Outcome(id = "-1, -1", expect = ACCEPTABLE, desc = "No row yet.")
    @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "All of the row.")
    @Outcome(expect = FORBIDDEN, desc = "A row without its values.")
    @State
    public static class OfARow {
        private final Table table = DictDB.create().createTable("t");
        private Row shared;

        @Actor
        public void writer() {
            table.insert(Map.of("id", 1, "a", 1, "b", 2));
            shared = table.get(1).orElseThrow();
        }

        @Actor
        public void reader(II_Result seen) {
            Row row = shared;
            seen.r1 = row == null ? -1 : row.getInt("a");
            seen.r2 = row == null ? -1 : row.getInt("b");
        }
    }

    /** A table that was created here can be used there. */
    @JCStressTest
    @Outcome(id = "-1", expect = ACCEPTABLE, desc = "No table yet.")
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "The first key of a usable table.")
    @Outcome(expect = FORBIDDEN, desc = "A table that is not there, or not empty.")
    @State
    public static class OfATable {
        private final DictDB db = DictDB.create();
        private Table shared;

        @Actor
        public void writer() {
            shared = db.createTable("t");
        }

        @Actor
        public void reader(I_Result seen) {
            Table table = shared;
            seen.r1 = table == null ? -1 : ((Long) table.insert(Map.of("a", 1))).intValue();
        }
    }

    /** A database that was created here can be used there. */
    @JCStressTest
    @Outcome(id = "-1", expect = ACCEPTABLE, desc = "No database yet.")
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "A database that works.")
    @Outcome(expect = FORBIDDEN, desc = "A database without its parts.")
    @State
    public static class OfADatabase {
        private DictDB shared;

        @Actor
        public void writer() {
            shared = DictDB.create();
        }

        @Actor
        public void reader(I_Result seen) {
            DictDB db = shared;
            seen.r1 = db == null ? -1 : ((Long) db.createTable("t").insert(Map.of("a", 1))).intValue();
        }
    }

    /** A query can be kept in a field and run by anybody. */
    @JCStressTest
    @Outcome(id = "-1", expect = ACCEPTABLE, desc = "No query yet.")
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "The record that it is about.")
    @Outcome(expect = FORBIDDEN, desc = "A query without its condition.")
    @State
    public static class OfAQuery {
        private final Table table = DictDB.create().createTable("t");
        private Select shared;

        public OfAQuery() {
            table.insert(Map.of("a", 1));
            table.insert(Map.of("a", 2));
        }

        @Actor
        public void writer() {
            shared = table.select(field("a").eq(1)).orderBy("a");
        }

        @Actor
        public void reader(I_Result seen) {
            Select query = shared;
            seen.r1 = query == null ? -1 : query.list().size();
        }
    }
}
