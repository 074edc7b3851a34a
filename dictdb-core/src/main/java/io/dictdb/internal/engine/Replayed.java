package io.dictdb.internal.engine;

import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Literals;
import io.dictdb.spi.IndexDescription;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A table of a {@link Replay}. What happens to rows that ascend is gathered and done page by page. */
final class Replayed {
    /** Inserts between two looks at whether rows have to be renumbered. */
    private static final int MANY = 1 << 20;

    private final EditRules rules;
    private final TableDefinition definition;
    private TableEdit edit;
    private int inserts;
    private Rewrites gathered = new Rewrites();
    private List<IndexDescription> indexes;

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
        gathered = new Rewrites();
        edit = new TableEdit(edit.done().cleared(), rules, MANY);
    }

    void delete(Object key) {
        int row = edit.row(key);
        Arguments.require(row >= 0, "table '%s' has no record with key %s", definition.name, Literals.of(key));
        gather(row, null);
    }

    void put(FrozenMap record) {
        Object key = record.inner(definition.primaryKey);
        Arguments.require(key != null, "a record of table '%s' has no %s", definition.name, definition.primaryKey);
        int row = edit.row(Objects.requireNonNull(key));
        if (row >= 0 && gathered.endsBehind(row)) {
            settle();
            row = edit.row(key);
        }
        if (row >= 0) {
            gathered.add(row, record);
        } else {
            insert(record);
        }
    }

    private void insert(FrozenMap record) {
        if (++inserts == MANY) {
            settle();
            edit = new TableEdit(edit.done(), rules, MANY);
            inserts = 0;
        }
        edit.insert(record);
    }

    private void gather(int row, @Nullable FrozenMap after) {
        if (gathered.endsBehind(row)) {
            settle();
        }
        gathered.add(row, after);
    }

    /** Does what has been gathered. */
    void settle() {
        if (gathered.size() > 0) {
            edit.rewrite(gathered);
            gathered = new Rewrites();
        }
    }

    /** The table as it is now, with indexes that are empty. */
    TableState done() {
        settle();
        return edit.done().with(Indexes.empty(indexes));
    }
}
