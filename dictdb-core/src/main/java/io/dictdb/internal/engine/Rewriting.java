package io.dictdb.internal.engine;

import io.dictdb.Condition;
import io.dictdb.internal.engine.Store.Outcome;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.page.PageRow;
import io.dictdb.internal.query.Execution;
import io.dictdb.internal.query.Query;
import io.dictdb.internal.query.RecordMatcher;
import io.dictdb.internal.value.FrozenMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Updates and deletes: every record for which a condition holds becomes another, or goes.
 *
 * <p>Where neither condition nor change runs code of the caller, all of it is computed under the table's writers' lock. Otherwise it is
 * computed without any lock on the state that is published, and under the lock only put in place – if that state is still the last one.
 * If it is not, the rows that others have changed meanwhile, and only they, are decided anew, again without the lock. A writer that others
 * keep overtaking so has less to do each time, and gets through as soon as it decides rows faster than the others change them.
 */
final class Rewriting {
    private final Store store;
    private final TableDefinition table;
    private final Condition where;
    private final Function<PageRow, @Nullable FrozenMap> change;
    private final boolean opaque;

    /**
     * @param change the record that takes a record's place, or null when it goes
     * @param opaque whether the change runs code of the caller
     */
    Rewriting(
            Store store,
            TableDefinition table,
            Condition where,
            Function<PageRow, @Nullable FrozenMap> change,
            boolean opaque) {
        this.store = store;
        this.table = table;
        this.where = where;
        this.change = change;
        this.opaque = opaque || RecordMatcher.isOpaque(where);
    }

    /** How many records were matched. */
    int run() {
        return opaque ? runUnlocked() : store.change(table, state -> put(state, decided(state)));
    }

    private int runUnlocked() {
        TableState seen = store.state(table);
        Rewrites rewrites = decided(seen);
        while (true) {
            TableState basis = seen;
            Rewrites ready = rewrites;
            TableState met = store.change(
                    table,
                    state -> state == basis
                            ? new Outcome<>(put(state, ready).state(), basis)
                            : new Outcome<>(state, state));
            if (met == basis) {
                return ready.size();
            }
            rewrites = ready.revised(decisions(basis, met));
            seen = met;
        }
    }

    private Rewrites decided(TableState state) {
        Rewrites rewrites = new Rewrites();
        new Execution(state, Query.ALL.where(where))
                .forEach((page, position) -> rewrites.add(page.rowAt(position), change.apply(page.row(position))));
        return rewrites;
    }

    /** Decides the rows that differ between two states. */
    private SortedMap<Integer, Rewrites.Decision> decisions(TableState older, TableState newer) {
        SortedMap<Integer, Rewrites.Decision> decisions = new TreeMap<>();
        RecordMatcher test = new RecordMatcher(where);
        newer.pages().changesSince(older.pages(), (before, now) -> {
            for (int i = 0; before != null && i < before.count(); i++) {
                decisions.put(before.rowAt(i), Rewrites.Decision.LEAVE);
            }
            for (int i = 0; now != null && i < now.count(); i++) {
                decide(before, now, i, test, decisions);
            }
        });
        return decisions;
    }

    private void decide(
            @Nullable Page before,
            Page now,
            int position,
            RecordMatcher test,
            Map<Integer, Rewrites.Decision> decisions) {
        int row = now.rowAt(position);
        int earlier = before == null ? -1 : before.positionOf(row);
        if (before != null && earlier >= 0 && now.sameRecord(position, before, earlier)) {
            decisions.remove(row);
        } else if (test.holds(now, position)) {
            decisions.put(row, new Rewrites.Decision(true, change.apply(now.row(position))));
        }
    }

    private Outcome<Integer> put(TableState state, Rewrites rewrites) {
        if (rewrites.size() == 0) {
            return new Outcome<>(state, 0);
        }
        TableEdit edit = new TableEdit(state, store.rules(), 0);
        edit.rewrite(rewrites);
        return new Outcome<>(edit.done(), rewrites.size());
    }
}
