package io.dictdb.internal.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings what a transaction has made to the store's door, all of it as one commit.
 *
 * <p>The transaction has worked without locks on the root that it began with. If others have published since, everything that it has read is
 * held against what they changed: first without any lock, which may take a while; then, under the locks of the tables that it changes, only
 * what has come on top of that. No code of a caller runs here: a condition that holds some counts as a question about all records. If nothing is in
 * the way, its changes are put onto the others' states, and one write publishes them. So it is as if the whole transaction had happened at
 * that write: serializable, and in the order of real time.
 *
 * <p>Tables that were only read are not locked at first. If their writers keep slipping in between the check and the write, the last rounds lock them too.
 */
final class TransactionCommit {
    private static final int ROUNDS = 12;
    private static final int ROUNDS_WITHOUT_READ_LOCKS = 8;

    private final Store store;
    private final Working transaction;
    private final Deadline deadline;
    private final List<TableState> changed = new ArrayList<>();
    private final List<TableState> created = new ArrayList<>();
    private final List<TableDefinition> dropped = new ArrayList<>();
    /** Up to which root everything that was read is known to hold. */
    private Root checked;

    private @Nullable Conflict conflict;
    private Store.@Nullable Published published;

    TransactionCommit(Store store, Working transaction, Deadline deadline) {
        this.store = store;
        this.transaction = transaction;
        this.deadline = deadline;
        this.checked = transaction.base();
        for (TableState state : transaction.mine().tables()) {
            TableState was = transaction.base().find(state.definition());
            if (was != state) {
                (was == null ? created : changed).add(state);
            }
        }
        for (TableState was : transaction.base().tables()) {
            if (transaction.mine().find(was.definition()) == null) {
                dropped.add(was.definition());
            }
        }
    }

    /** Publishes, or says what is in the way. */
    @Nullable
    Conflict publish() {
        boolean done = created.isEmpty() && changed.isEmpty() && dropped.isEmpty();
        store.rightOfWay().yieldIn(contendable(), deadline);
        for (int round = 0; !done && conflict == null && round < ROUNDS; round++) {
            check(store.head());
            done = conflict == null && publishLocked(round >= ROUNDS_WITHOUT_READ_LOCKS);
        }
        store.acknowledge(published);
        return done || conflict != null ? conflict : overtaken();
    }

    private List<TableDefinition> contendable() {
        List<TableDefinition> tables = new ArrayList<>();
        changed.forEach(state -> tables.add(state.definition()));
        if (!created.isEmpty() || !dropped.isEmpty()) {
            tables.add(RightOfWay.NAMES);
        }
        return tables;
    }

    private Conflict overtaken() {
        return transaction.reads().keySet().stream()
                .findFirst()
                .map(table -> Conflict.in(table, null))
                .orElseGet(() -> Conflict.about("any"));
    }

    /** Holds what was read against what has come since it was last checked. */
    private void check(Root now) {
        store.rules().steps().at("check reads");
        String name = transaction.changedName(now);
        conflict = name == null ? null : Conflict.about(name);
        transaction.reads().forEach((table, read) -> {
            conflict = conflict == null ? read.conflict(checked.find(table), now.find(table)) : conflict;
        });
        for (TableState state : changed) {
            conflict = conflict == null && !canTake(now, state) ? Conflict.in(state.definition(), null) : conflict;
        }
        checked = now;
    }

    /**
     * Whether a change of a table can be put onto what a root has of it. If others have renumbered the rows, every row that the transaction touched shows as changed; if it
     * has done so itself, its rows tell nothing.
     */
    private boolean canTake(Root now, TableState state) {
        TableState base = transaction.base().of(state.definition());
        TableState other = now.find(state.definition());
        return other == base || (other != null && base.numbering() == state.numbering());
    }

    private boolean publishLocked(boolean readTablesToo) {
        List<TableDefinition> tables =
                new ArrayList<>(readTablesToo ? transaction.reads().keySet() : List.of());
        changed.forEach(state -> tables.add(state.definition()));
        try (TableLocks locks = new TableLocks()) {
            TableDefinition late = locks.acquire(tables, deadline);
            conflict = late == null ? null : Conflict.in(late, null);
            Root last = store.head();
            if (conflict == null) {
                check(last);
            }
            return conflict == null && publishOnto(last);
        }
    }

    private boolean changedSince(TableDefinition table, Root last) {
        return last.find(table) != checked.find(table);
    }

    private boolean publishOnto(Root last) {
        List<TableState> next = new ArrayList<>();
        for (TableState state : changed) {
            store.rules().steps().at("rebase table");
            next.add(onto(last.of(state.definition()), state));
        }
        published = store.publish(now -> isOvertakenBy(now) ? now : following(now, next));
        return published != null;
    }

    private TableState onto(TableState other, TableState mine) {
        TableState base = transaction.base().of(mine.definition());
        return other == base ? mine : new Rebase(base, mine, store.rules()).onto(other);
    }

    /** Whether anything of what was checked or is to be put in place is not the last any more; the tables that are locked cannot be. */
    private boolean isOvertakenBy(Root now) {
        return now != checked
                && (transaction.changedName(now) != null
                        || transaction.reads().keySet().stream().anyMatch(table -> changedSince(table, now))
                        || changed.stream().anyMatch(state -> changedSince(state.definition(), now)));
    }

    private Root following(Root now, List<TableState> next) {
        Root root = now;
        for (TableDefinition table : dropped) {
            root = root.dropped(table.name);
        }
        for (TableState state : next) {
            root = root.with(state);
        }
        for (TableState state : created) {
            root = root.created(state);
        }
        return root;
    }
}
