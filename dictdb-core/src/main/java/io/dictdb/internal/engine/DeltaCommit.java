package io.dictdb.internal.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings a delta to the store's door, as one commit. */
final class DeltaCommit {
    private final Store store;
    private final DeltaFile delta;
    private Store.@Nullable Published published;

    DeltaCommit(Store store, DeltaFile delta) {
        this.store = store;
        this.delta = delta;
    }

    /** Publishes it and returns how many records it concerned. Other writers wait meanwhile. */
    int publish() {
        DeltaEdit edit = null;
        while (edit == null) {
            edit = publish(tables(store.head()));
        }
        store.acknowledge(published);
        return edit.affected();
    }

    /** Publishes it if those are still the tables; null if not. */
    private @Nullable DeltaEdit publish(List<TableDefinition> tables) {
        try (TableLocks locks = new TableLocks()) {
            locks.acquire(tables, Deadline.never(store.rules().nanoTime()));
            Root base = store.head();
            DeltaEdit edit = new DeltaEdit(store.rules());
            Root next = edit.onto(base, delta, false);
            published = tables(base).equals(tables) ? store.replace(now -> now == base ? next : now) : null;
            return published == null ? null : edit;
        }
    }

    private static List<TableDefinition> tables(Root root) {
        return root.tables().stream().map(TableState::definition).toList();
    }
}
