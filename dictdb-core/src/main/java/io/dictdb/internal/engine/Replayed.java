package io.dictdb.internal.engine;

import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Literals;
import io.dictdb.internal.value.OneField;
import io.dictdb.spi.IndexDescription;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    private Arrivals arrivals = new Arrivals();
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
        settle(); // for the numbers of all these keys are used for ever
        begin(edit.done().cleared());
    }

    void delete(Object key) {
        arrivals.add(key, null);
    }

    void put(FrozenMap record) {
        arrivals.add(key(record), record);
    }

    boolean holds(Object key) {
        settle();
        return edit.row(key) >= 0;
    }

    private Object key(FrozenMap record) {
        Object key = primaryKey.in(record);
        Arguments.require(key != null, "a record of table '%s' has no %s", definition.name, definition.primaryKey);
        KeySequence.refuseUnusable(definition, Objects.requireNonNull(key));
        return key;
    }

    /** Rows may have other numbers then. */
    private void begin(TableState state) {
        own.clear();
        edit = new TableEdit(state, rules, MANY);
    }

    private void append(Object key, FrozenMap record) {
        if (++inserts == MANY) {
            rewrite();
            begin(edit.done());
            inserts = 0;
        }
        edit.append(record, key);
    }

    /** Does what has arrived: first what is about records that are there, in the order of their keys, and then all else as it came. */
    void settle() {
        if (arrivals.size() > 0) {
            Arrivals all = arrivals;
            arrivals = new Arrivals();
            BitSet rest = new BitSet(all.size());
            for (int i : all.byKey()) {
                if (!gather(all.key(i), all.record(i))) {
                    rest.set(i);
                }
            }
            rewrite();
            rest.stream().forEach(i -> take(all.key(i), all.record(i)));
            rewrite();
        }
    }

    /** False where there is no such record, or none any more. */
    private boolean gather(Object key, @Nullable FrozenMap record) {
        int row = edit.row(key);
        boolean there = row >= 0 && !gathered.isGone(row);
        if (there) {
            gathered.add(row, record);
        }
        return there;
    }

    private void take(Object key, @Nullable FrozenMap record) {
        if (gather(key, record)) {
            return;
        }
        Arguments.require(record != null, "table '%s' has no record with key %s", definition.name, Literals.of(key));
        if (!gathered.isEmpty() && edit.row(key) >= 0) {
            rewrite();
        }
        append(key, Objects.requireNonNull(record));
    }

    private void rewrite() {
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
