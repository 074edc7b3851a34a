package io.dictdb.proofs.linear;

import io.dictdb.DictDB;
import io.dictdb.DuplicateTableException;
import io.dictdb.Table;
import io.dictdb.TableNotFoundException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tables come and go while others write into them. The race: a writer has taken its table's last state, the table is dropped, perhaps
 * another of its name is created, and then the writer publishes. It must neither bring back the dropped table nor fill the new one. An
 * insert here looks its table up before it writes, so it may find it gone in between and says so, for which there is a moment when it was.
 *
 * <p>Keys are automatic: the next integer is the table's to give, each once and without gaps, whoever asks.
 */
@Param(name = "name", gen = IntGen.class, conf = "1:2")
public class TablesLincheckTest {
    private static final long NO_TABLE = -1;

    private final DictDB db = DictDB.create();

    public TablesLincheckTest() {
        db.createTable("1");
    }

    @Operation
    public boolean create(@Param(name = "name") int name) {
        try {
            db.createTable(Integer.toString(name));
            return true;
        } catch (DuplicateTableException e) {
            return false;
        }
    }

    @Operation
    public boolean drop(@Param(name = "name") int name) {
        try {
            db.dropTable(Integer.toString(name));
            return true;
        } catch (TableNotFoundException e) {
            return false;
        }
    }

    @Operation
    public long insert(@Param(name = "name") int name) {
        try {
            Table table = db.getTable(Integer.toString(name));
            return (Long) table.insert(Map.of("x", 1));
        } catch (TableNotFoundException e) {
            return NO_TABLE;
        }
    }

    @Operation
    public long count(@Param(name = "name") int name) {
        try {
            return db.getTable(Integer.toString(name)).count();
        } catch (TableNotFoundException e) {
            return NO_TABLE;
        }
    }

    @Operation
    public List<String> list() {
        return db.listTables();
    }

    @Test
    @Tag("model-checking")
    void everyScheduleHasAnOrder() {
        Linearizability.modelCheck(TablesLincheckTest.class, Model.class);
    }

    @Test
    void underStressThereIsAnOrder() {
        Linearizability.stress(TablesLincheckTest.class, Model.class);
    }

    /** What the calls mean, one at a time; nothing deletes records, so that how many there are is also the last key. */
    public static class Model {
        private final Map<Integer, Long> counts = new LinkedHashMap<>(Map.of(1, 0L));

        public boolean create(int name) {
            return counts.putIfAbsent(name, 0L) == null;
        }

        public boolean drop(int name) {
            return counts.remove(name) != null;
        }

        public long insert(int name) {
            Long count = counts.computeIfPresent(name, (same, before) -> before + 1);
            return count == null ? NO_TABLE : count;
        }

        public long count(int name) {
            return counts.getOrDefault(name, NO_TABLE);
        }

        public List<String> list() {
            return counts.keySet().stream().map(String::valueOf).toList();
        }
    }
}
