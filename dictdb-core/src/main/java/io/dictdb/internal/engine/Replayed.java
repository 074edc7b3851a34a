package io.dictdb.internal.engine;

import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Literals;
import io.dictdb.internal.value.OneField;
import io.dictdb.spi.IndexDescription;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * A table of a {@link Replay}. What happens to rows that are there is gathered, over many commits, and done page by page: a page is then looked at once for many of its rows, not once for each; it is copied the first time, and changed in place from then on. Only what a row is in the end
 * counts, and new records come behind all others at once, so the order in which it is done is of no matter.
 */
final class Replayed {
    /** Inserts between two looks at whether rows have to be renumbered. */
    private static final int MANY = 1 << 20;

    private final EditRules rules;
    private final TableDefinition definition;
    /** The pages that nobody else has: each is copied once, and from then on changed in place. */
    private final BitSet own = new BitSet();

    private Gathered gathered = new Gathered();
    private TableEdit edit;
    private int inserts;
    private List<IndexDescription> indexes;
    private final OneField primaryKey;

    Replayed(TableState base, EditRules rules) {
        this.rules = rules;
        this.definition = base.definition();
        this.primaryKey = new OneField(definition.primaryKey);
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
        gathered = new Gathered();
        begin(edit.done().cleared());
    }

    void delete(Object key) {
        int row = edit.row(key);
        Arguments.require(
                row >= 0 && !gathered.isGone(row),
                "table '%s' has no record with key %s",
                definition.name,
                Literals.of(key));
        gathered.delete(row);
    }

    void put(FrozenMap record) {
        Object key = key(record);
        int row = edit.row(key);
        if (row >= 0 && gathered.isGone(row)) {
            settle();
            row = edit.row(key);
        }
        if (row >= 0) {
            gathered.put(row, record);
        } else {
            insert(record);
        }
    }

    private Object key(FrozenMap record) {
        Object key = primaryKey.in(record);
        Arguments.require(key != null, "a record of table '%s' has no %s", definition.name, definition.primaryKey);
        return Objects.requireNonNull(key);
    }

    /** Rows may have other numbers then. */
    private void begin(TableState state) {
        own.clear();
        edit = new TableEdit(state, rules, MANY);
    }

    private void insert(FrozenMap record) {
        if (++inserts == MANY) {
            settle();
            begin(edit.done());
            inserts = 0;
        }
        edit.insert(record);
    }

    /** Does what has been gathered. */
    void settle() {
        if (!gathered.isEmpty()) {
            edit.rewrite(gathered.rewrites(), own);
            gathered = new Gathered();
        }
    }

    /** The table as it is now, with indexes that are empty. */
    TableState done() {
        settle();
        own.clear();
        return edit.done().with(Indexes.empty(indexes));
    }
}
