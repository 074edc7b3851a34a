package io.dictdb.proofs.publication;

import static io.dictdb.Dsl.field;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.dictdb.DictDB;
import io.dictdb.DuplicateTableException;
import io.dictdb.IndexType;
import io.dictdb.Table;
import io.dictdb.TableNotFoundException;
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
 * Tables and indexes come and go while others work with them. The race: somebody who holds a table, or has chosen an index, that is being
 * taken away, or fills one that is being made. Whoever comes too late is told so; nothing is written into what has gone.
 */
public class DefinitionStress {
    private DefinitionStress() {}

    /** Of two tables of one name exactly one is created. */
    @JCStressTest
    @Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "The first wins.")
    @Outcome(id = "0, 1, 1", expect = ACCEPTABLE, desc = "The second wins.")
    @Outcome(expect = FORBIDDEN, desc = "Both, or none.")
    @State
    public static class CreateAndCreate {
        private final DictDB db = DictDB.create();

        @Actor
        public void one(III_Result seen) {
            try {
                db.createTable("t");
                seen.r1 = 1;
            } catch (DuplicateTableException e) {
                seen.r1 = 0;
            }
        }

        @Actor
        public void other(III_Result seen) {
            try {
                db.createTable("t");
                seen.r2 = 1;
            } catch (DuplicateTableException e) {
                seen.r2 = 0;
            }
        }

        @Arbiter
        public void afterwards(III_Result seen) {
            seen.r3 = db.listTables().size();
        }
    }

    /** An insert into a table that is being dropped succeeds before or is refused after; the table is gone either way. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Inserted first.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Dropped first.")
    @Outcome(expect = FORBIDDEN, desc = "The table came back.")
    @State
    public static class DropAndInsert {
        private final DictDB db = DictDB.create();
        private final Table table = db.createTable("t");

        @Actor
        public void dropping() {
            db.dropTable("t");
        }

        @Actor
        public void inserting(II_Result seen) {
            try {
                table.insert(Map.of("a", 1));
                seen.r1 = 1;
            } catch (TableNotFoundException e) {
                seen.r1 = 0;
            }
        }

        @Arbiter
        public void afterwards(II_Result seen) {
            seen.r2 = db.listTables().size();
        }
    }

    /** A writer who holds a dropped table does not write into the next one of that name. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Inserted first.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Dropped first.")
    @Outcome(expect = FORBIDDEN, desc = "The new table has the old one's record.")
    @State
    public static class AnotherOfThatName {
        private final DictDB db = DictDB.create();
        private final Table table = db.createTable("t");

        @Actor
        public void replacing() {
            db.dropTable("t");
            db.createTable("t");
        }

        @Actor
        public void inserting(II_Result seen) {
            try {
                table.insert(Map.of("a", 1));
                seen.r1 = 1;
            } catch (TableNotFoundException e) {
                seen.r1 = 0;
            }
        }

        @Arbiter
        public void afterwards(II_Result seen) {
            seen.r2 = db.getTable("t").count();
        }
    }

    /** A record that comes while an index is built is in the index. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "In the index.")
    @Outcome(expect = FORBIDDEN, desc = "An index that lacks a record.")
    @State
    public static class CreateIndexAndInsert {
        private final Table table = DictDB.create().createTable("t");

        @Actor
        public void indexing() {
            table.createIndex("a");
        }

        @Actor
        public void inserting() {
            table.insert(Map.of("a", 1));
        }

        @Arbiter
        public void afterwards(II_Result seen) {
            seen.r1 = table.hasIndex("a") ? 1 : 0;
            seen.r2 = table.select(field("a").eq(1)).list().size();
        }
    }

    /** A query finds its record while the index comes and goes. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "The record, by whatever way.")
    @Outcome(expect = FORBIDDEN, desc = "A record missed.")
    @State
    public static class DropIndexAndSelect {
        private final Table table = DictDB.create().createTable("t");

        public DropIndexAndSelect() {
            table.createIndex("a");
            table.insert(Map.of("a", 1));
        }

        @Actor
        public void dropping() {
            table.dropIndex("a");
            table.createIndex("a", IndexType.SORTED);
        }

        @Actor
        public void reader(I_Result seen) {
            seen.r1 = table.select(field("a").eq(1)).list().size();
        }
    }

    /** A database that is being closed answers or refuses; it is never an empty one. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "Before it was closed.")
    @Outcome(id = "-1", expect = ACCEPTABLE, desc = "Refused.")
    @Outcome(expect = FORBIDDEN, desc = "The record or the table vanished.")
    @State
    public static class CloseAndRead {
        private final DictDB db = DictDB.create();
        private final Table table = db.createTable("t");

        public CloseAndRead() {
            table.insert(Map.of("a", 1));
        }

        @Actor
        public void closing() {
            db.close();
        }

        @Actor
        public void reader(I_Result seen) {
            try {
                seen.r1 = table.count();
            } catch (IllegalStateException e) {
                seen.r1 = -1;
            }
        }
    }
}
