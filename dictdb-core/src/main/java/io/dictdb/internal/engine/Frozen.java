package io.dictdb.internal.engine;

import io.dictdb.Snapshot;
import io.dictdb.Table;
import io.dictdb.internal.engine.Store.Outcome;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A root that was published once, held for as long as it is wanted. */
final class Frozen implements Snapshot, Scope {
    private final Tables tables = new Tables(() -> this);
    private final EditRules rules;
    private volatile @Nullable Root root;
    private HeldSnapshots.@Nullable Held held;

    private Frozen(Root root, EditRules rules) {
        this.root = root;
        this.rules = rules;
    }

    /** A snapshot that is counted until it is closed or collected. */
    static Frozen of(Root root, EditRules rules, HeldSnapshots all) {
        Frozen snapshot = new Frozen(root, rules);
        snapshot.held = all.add(snapshot);
        return snapshot;
    }

    @Override
    public Table getTable(String name) {
        return tables.getTable(name);
    }

    @Override
    public List<String> listTables() {
        return tables.listTables();
    }

    @Override
    public long sequence() {
        return root().sequence();
    }

    @Override
    public void close() {
        root = null;
        if (held != null) {
            held.end();
        }
    }

    @Override
    public Root root() {
        Root held = root;
        if (held == null) {
            throw new IllegalStateException("the snapshot is closed");
        }
        return held;
    }

    @Override
    public EditRules rules() {
        return rules;
    }

    @Override
    public void admit(TableDefinition table) {
        state(table);
        throw readOnly();
    }

    @Override
    public Allowance allowance() {
        throw readOnly();
    }

    @Override
    public <T> T change(TableDefinition table, Function<TableState, Outcome<T>> change) {
        throw readOnly();
    }

    @Override
    public void create(TableState table) {
        throw readOnly();
    }

    @Override
    public void drop(String name) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("a snapshot is for reading; change the table of the database");
    }

    @Override
    public String toString() {
        Root held = root;
        return held == null ? "Snapshot(closed)" : "Snapshot(" + held.sequence() + ")";
    }
}
