package io.dictdb.internal.engine;

import io.dictdb.Condition;
import io.dictdb.TransactionConflictException;
import io.dictdb.internal.engine.Store.Outcome;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.page.PageRow;
import io.dictdb.internal.page.RecordChanges;
import io.dictdb.internal.query.Query;
import io.dictdb.internal.query.RecordMatcher;
import io.dictdb.internal.value.FrozenMap;
import java.util.List;
import java.util.Locale;
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
 * keep overtaking so has less to do each time, and after a few times the right of way. One that still does not get through, because its own function makes it new work
 * each time, is given up in the end.
 */
final class Rewriting {
    private static final int MOST = 1_000;

    private final Scope scope;
    private final TableDefinition table;
    private final Condition where;
    private final Function<PageRow, @Nullable FrozenMap> change;
    private final boolean opaque;
    private final Verb verb;
    private TableState seen;
    private TableState met;
    private Rewrites rewrites = new Rewrites();
    private @Nullable Asking asking;

    /** What is done to the records, in the word of people. */
    enum Verb {
        UPDATE,
        DELETE
    }

    /** What people read of it. */
    private record Request(Verb verb, Query records) {
        @Override
        public String toString() {
            return records.toString().replaceFirst("select all", verb.name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * @param change the record that takes a record's place, or null when it goes
     * @param opaque whether the change runs code of the caller
     */
    Rewriting(
            Scope scope,
            TableDefinition table,
            Condition where,
            Function<PageRow, @Nullable FrozenMap> change,
            boolean opaque,
            Verb verb) {
        this.scope = scope;
        this.table = table;
        this.where = where;
        this.change = change;
        this.opaque = opaque || RecordMatcher.isOpaque(where);
        this.verb = verb;
        this.seen = scope.state(table);
        this.met = seen;
    }

    /** How many records were matched. */
    int run() {
        scope.reads(table).where(where);
        int matched = opaque ? runUnlocked() : scope.change(table, state -> put(state, decided(state)));
        if (asking != null) {
            asking.end(matched);
        }
        return matched;
    }

    private int runUnlocked() {
        rewrites = decided(seen);
        if (!put()) {
            Allowance allowance = scope.allowance();
            while (!allowance.attempt(List.of(table), this::reviseAndPut)) {
                refuseTooMany(allowance.made());
            }
        }
        return rewrites.size();
    }

    private void refuseTooMany(int made) {
        if (made >= MOST) {
            String message = "Table '" + table.name + "': the change where " + where + " was given up after " + made
                    + " attempts: others, or its own function, kept changing the records that it is about";
            throw new TransactionConflictException(message, table.name, null);
        }
    }

    private boolean reviseAndPut() {
        rewrites = rewrites.revised(decisions(seen, met));
        seen = met;
        return put();
    }

    /** Puts what was decided in place, unless the state has been overtaken by another. */
    private boolean put() {
        TableState basis = seen;
        met = scope.change(
                table,
                state -> state == basis
                        ? new Outcome<>(put(state, rewrites).state(), basis)
                        : new Outcome<>(state, state));
        return met == basis;
    }

    private Rewrites decided(TableState state) {
        Rewrites rewrites = new Rewrites();
        Query query = Query.ALL.where(where);
        Asking now = new Asking(state, query, new Request(verb, query), scope.rules());
        asking = now;
        now.execution()
                .forEach((page, position) -> rewrites.add(page.rowAt(position), change.apply(page.row(position))));
        return rewrites;
    }

    /** Decides the rows that differ between two states. */
    private SortedMap<Integer, Rewrites.Decision> decisions(TableState older, TableState newer) {
        SortedMap<Integer, Rewrites.Decision> decisions = new TreeMap<>();
        RecordMatcher test = new RecordMatcher(where);
        RecordChanges.between(older.pages(), newer.pages(), (row, was, wasAt, is, isAt) -> {
            decisions.put(row, is == null ? Rewrites.Decision.LEAVE : decided(test, is, isAt));
            return true;
        });
        return decisions;
    }

    private Rewrites.Decision decided(RecordMatcher test, Page page, int position) {
        return test.holds(page, position)
                ? new Rewrites.Decision(true, change.apply(page.row(position)))
                : Rewrites.Decision.LEAVE;
    }

    private Outcome<Integer> put(TableState state, Rewrites rewrites) {
        if (rewrites.size() == 0) {
            return new Outcome<>(state, 0);
        }
        TableEdit edit = new TableEdit(state, scope.rules(), 0);
        edit.rewrite(rewrites);
        return new Outcome<>(edit.done(), rewrites.size());
    }
}
