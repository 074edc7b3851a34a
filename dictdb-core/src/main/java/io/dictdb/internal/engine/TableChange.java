package io.dictdb.internal.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that two roots do not share.
 *
 * @param was its state in the earlier one; null if it has been created since
 * @param is its state in the later one; null if it has been dropped since
 */
record TableChange(@Nullable TableState was, @Nullable TableState is) {
    /** All of them: what was dropped comes first, for its name may have been given away again. */
    @SuppressWarnings("ReferenceEquality") // the names are the same object until a table comes or goes
    static List<TableChange> between(Root last, Root next) {
        List<TableChange> changes = new ArrayList<>(1);
        if (last.slots() == next.slots()) {
            addChanged(last.states(), next.states(), changes);
        } else {
            addAll(last, next, changes);
        }
        return changes;
    }

    private static void addChanged(
            @Nullable TableState[] before, @Nullable TableState[] after, List<TableChange> changes) {
        for (int i = 0; i < after.length; i++) {
            if (before[i] != after[i]) {
                changes.add(new TableChange(before[i], after[i]));
            }
        }
    }

    private static void addAll(Root last, Root next, List<TableChange> changes) {
        for (TableState was : last.tables()) {
            if (next.find(was.definition()) == null) {
                changes.add(new TableChange(was, null));
            }
        }
        for (TableState is : next.tables()) {
            TableState was = last.find(is.definition());
            if (was != is) {
                changes.add(new TableChange(was, is));
            }
        }
    }
}
