package io.dictdb.internal.engine;

import io.dictdb.internal.page.RecordChanges;
import io.dictdb.internal.value.FrozenMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts what a transaction has made of a table onto what others have made of it meanwhile. The records that differ between the two must be others for both sides;
 * whoever calls this has seen to that. What the transaction did is not kept anywhere: it is what differs between the state it began with and its own.
 */
final class Rebase {
    private final TableState base;
    private final TableState mine;
    private final EditRules rules;
    private final Rewrites rewrites = new Rewrites();
    private final List<FrozenMap> inserts = new ArrayList<>();

    /** Finds what differs. */
    Rebase(TableState base, TableState mine, EditRules rules) {
        this.base = base;
        this.mine = mine;
        this.rules = rules;
        RecordChanges.between(base.pages(), mine.pages(), (row, was, wasAt, is, isAt) -> {
            if (was == null && is != null) {
                inserts.add(is.row(isAt).record());
            } else {
                rewrites.add(row, is == null ? null : is.row(isAt).record());
            }
            return true;
        });
    }

    /** The table's next state. */
    TableState onto(TableState other) {
        return indexed(inserted(rewritten(other)));
    }

    private TableState rewritten(TableState state) {
        if (rewrites.size() == 0) {
            return state;
        }
        TableEdit edit = new TableEdit(state, rules, 0);
        edit.rewrite(rewrites);
        return edit.done();
    }

    private TableState inserted(TableState state) {
        TableEdit edit = new TableEdit(state, rules, inserts.size());
        inserts.forEach(edit::insert);
        edit.use(mine.highestKey());
        return edit.done();
    }

    /** With the indexes of the transaction; nobody else has changed which there are, if it did. */
    private TableState indexed(TableState state) {
        if (mine.indexes().like(base.indexes())) {
            return state;
        }
        return state.with(mine.indexes()
                .map(named -> new Indexes.Named(
                        named.field(),
                        state.indexOf(named.field(), named.index().type(), rules.steps()))));
    }
}
