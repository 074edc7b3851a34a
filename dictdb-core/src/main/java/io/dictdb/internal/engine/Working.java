package io.dictdb.internal.engine;

import io.dictdb.TableNotFoundException;
import io.dictdb.internal.engine.Store.Outcome;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction reads and changes: a root of its own, which begins as the one that was published, and what was read of that one. Belongs to one
 * thread. A change replaces the own root as a change outside replaces the published one, so each is atomic in itself.
 */
final class Working implements Scope {
    private final Store store;
    private final Root base;
    private final Map<TableDefinition, ReadSet> reads = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private boolean allNames;
    private Root mine;

    Working(Store store) {
        this.store = store;
        this.base = store.root();
        this.mine = base;
    }

    /** Runs work whose calls all come here. */
    <T extends @Nullable Object> T run(Function<? super Tables, ? extends T> work) {
        store.join(this);
        try {
            return opened(work);
        } finally {
            store.join(null);
        }
    }

    private <T extends @Nullable Object> T opened(Function<? super Tables, ? extends T> work) {
        Door door = new Door(this);
        try {
            return work.apply(new Tables(door));
        } finally {
            door.close();
        }
    }

    /** Runs work inside this one: when it throws, what it has changed is forgotten. */
    <T extends @Nullable Object> T nested(Function<? super Tables, ? extends T> work) {
        Root before = mine;
        boolean done = false;
        try {
            T result = opened(work);
            done = true;
            return result;
        } finally {
            mine = done ? mine : before;
        }
    }

    /** The root that was published when this began. */
    Root base() {
        return base;
    }

    /** The root with the changes of this transaction. */
    Root mine() {
        return mine;
    }

    Map<TableDefinition, ReadSet> reads() {
        return reads;
    }

    /** A name that was looked at and means another table in another root, or null. */
    @SuppressWarnings("ReferenceEquality") // the names are the same object until a table comes or goes
    @Nullable
    String changedName(Root other) {
        if (base.slots() == other.slots()) {
            return null;
        }
        Set<String> seen = new LinkedHashSet<>(names);
        if (allNames) {
            seen.addAll(base.names());
            seen.addAll(other.names());
        }
        return seen.stream().filter(name -> !sameTable(name, other)).findFirst().orElse(null);
    }

    private boolean sameTable(String name, Root other) {
        TableState was = base.find(name);
        TableState is = other.find(name);
        return was == null || is == null ? was == is : was.definition() == is.definition();
    }

    @Override
    public EditRules rules() {
        return store.rules();
    }

    @Override
    public Allowance allowance() {
        return store.allowance();
    }

    @Override
    public Root root() {
        store.root(); // refuses when the database is closed
        return mine;
    }

    @Override
    public Reads reads(TableDefinition table) {
        return base.find(table) == null ? Reads.FORGOTTEN : reads.computeIfAbsent(table, ReadSet::new);
    }

    @Override
    public void readsName(String name) {
        names.add(name);
    }

    @Override
    public void readsNames() {
        allNames = true;
    }

    /** The table's state; that it is there is read too. */
    @Override
    public TableState state(TableDefinition table) {
        reads(table);
        if (base.find(table) == null && mine.find(table) == null && store.root().find(table) != null) {
            String message = "Table '" + table.name + "' was created after the transaction began";
            throw new TableNotFoundException(message, table.name);
        }
        return root().of(table);
    }

    @Override
    public <T> T change(TableDefinition table, Function<TableState, Outcome<T>> change) {
        TableState before = state(table);
        Outcome<T> outcome = change.apply(before);
        mine = outcome.state() == before ? mine : mine.with(outcome.state());
        return outcome.result();
    }

    @Override
    public void create(TableState table) {
        readsName(table.name());
        mine = root().created(table);
    }

    @Override
    public void drop(String name) {
        readsName(name);
        mine = root().dropped(name);
    }
}
