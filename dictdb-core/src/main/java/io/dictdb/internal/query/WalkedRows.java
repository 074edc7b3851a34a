package io.dictdb.internal.query;

import io.dictdb.internal.index.Posting;
import io.dictdb.internal.index.ValueCursor;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/** The rows of a {@link Plan.Walk}: value after value, and within one value in insertion order or in that of the remaining fields. */
final class WalkedRows implements IntSupplier {
    private final Plan.Walk walk;
    private final ValueCursor values;
    private final UnaryOperator<int[]> restOrder;
    private boolean nullsToCome;
    private int[] group = {};
    private int next;

    WalkedRows(Plan.Walk walk, UnaryOperator<int[]> restOrder) {
        this.walk = walk;
        this.values = walk.descending()
                ? walk.index().descending(walk.range())
                : walk.index().ascending(walk.range());
        this.restOrder = restOrder;
        this.nullsToCome = walk.nulls();
    }

    @Override
    public int getAsInt() {
        while (next == group.length) {
            if (!turn()) {
                return -1;
            }
        }
        return group[next++];
    }

    private boolean turn() {
        if (nullsToCome && !walk.descending()) {
            return take(nulls());
        }
        if (values.next()) {
            return take(values.rows());
        }
        return nullsToCome && take(nulls());
    }

    private Posting nulls() {
        nullsToCome = false;
        return walk.index().find(null);
    }

    private boolean take(Posting rows) {
        int[] ascending = new int[rows.size()];
        rows.copyInto(ascending, 0);
        group = walk.rest().isEmpty() || ascending.length < 2 ? ascending : restOrder.apply(ascending);
        next = 0;
        return true;
    }
}
