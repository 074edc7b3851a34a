package io.dictdb.internal.engine;

import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Literals;
import io.dictdb.internal.value.Shape;
import io.dictdb.spi.IndexDescription;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table of a {@link Replay}. What happens to rows that are there is gathered, over many commits, and done page by page: a page is then copied once for all of its rows, not once for each. Only what a row is in the end
 * counts, and new records come behind all others at once, so the order in which it is done is of no matter.
 */
final class Replayed {
    /** Inserts between two looks at whether rows have to be renumbered. */
    private static final int MANY = 1 << 20;

    private static final int TOGETHER = 1 << 16;
    private static final FrozenMap GONE = new FrozenMap(Shape.of(), new @Nullable Object[0]);

    private final EditRules rules;
    private final TableDefinition definition;
    private final Map<Integer, FrozenMap> gathered = new HashMap<>();
    private TableEdit edit;
    private int inserts;
    private List<IndexDescription> indexes;
    private Shape last = GONE.shape();
    private int keyPlace = -1;

    Replayed(TableState base, EditRules rules) {
        this.rules = rules;
        this.definition = base.definition();
        this.indexes = base.description().indexes();
        this.edit = new TableEdit(base.with(Indexes.NONE), rules, MANY);
    }

    void index(List<IndexDescription> wanted) {
        indexes = wanted;
    }

    void use(Number key) {
        edit.use(key);
    }

    void clear() {
        gathered.clear();
        edit = new TableEdit(edit.done().cleared(), rules, MANY);
    }

    void delete(Object key) {
        int row = edit.row(key);
        Arguments.require(
                row >= 0 && gathered.get(row) != GONE,
                "table '%s' has no record with key %s",
                definition.name,
                Literals.of(key));
        gather(row, GONE);
    }

    void put(FrozenMap record) {
        Object key = key(record);
        int row = edit.row(key);
        if (row >= 0 && gathered.get(row) == GONE) {
            settle();
            row = edit.row(key);
        }
        if (row >= 0) {
            gather(row, record);
        } else {
            insert(record);
        }
    }

    @SuppressWarnings("ReferenceEquality") // most records have the shape of the one before
    private Object key(FrozenMap record) {
        if (record.shape() != last) {
            last = record.shape();
            keyPlace = last.indexOf(definition.primaryKey);
        }
        Object key = keyPlace < 0 ? null : record.cell(keyPlace);
        Arguments.require(key != null, "a record of table '%s' has no %s", definition.name, definition.primaryKey);
        return Objects.requireNonNull(key);
    }

    private void insert(FrozenMap record) {
        if (++inserts == MANY) {
            settle();
            edit = new TableEdit(edit.done(), rules, MANY);
            inserts = 0;
        }
        edit.insert(record);
    }

    private void gather(int row, FrozenMap after) {
        gathered.put(row, after);
        if (gathered.size() == TOGETHER) {
            settle();
        }
    }

    private void settle() {
        if (!gathered.isEmpty()) {
            int[] rows = gathered.keySet().stream().mapToInt(Integer::intValue).toArray();
            Arrays.sort(rows);
            Rewrites rewrites = new Rewrites();
            for (int row : rows) {
                FrozenMap after = Objects.requireNonNull(gathered.get(row));
                rewrites.add(row, after == GONE ? null : after);
            }
            gathered.clear();
            edit.rewrite(rewrites);
        }
    }

    /** The table as it is now, with indexes that are empty. */
    TableState done() {
        settle();
        return edit.done().with(Indexes.empty(indexes));
    }
}
