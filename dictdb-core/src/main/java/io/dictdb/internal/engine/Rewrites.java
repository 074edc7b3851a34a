package io.dictdb.internal.engine;

import io.dictdb.internal.value.FrozenMap;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What becomes of some rows: another record, or none. Ascending, and each row once, where it is to be done. */
final class Rewrites {
    private int[] rows = new int[8];
    private @Nullable FrozenMap[] after = new @Nullable FrozenMap[8];
    private int size;

    /** Adds a row at the end. */
    void add(int row, @Nullable FrozenMap record) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
            after = Arrays.copyOf(after, size * 2);
        }
        rows[size] = row;
        after[size++] = record;
    }

    int size() {
        return size;
    }

    int row(int i) {
        return rows[i];
    }

    /** The record that takes the row, or null when it goes. */
    @Nullable
    FrozenMap after(int i) {
        return after[i];
    }

    /** These rewrites with some rows decided anew, ascending; a row that is not matched any more drops out. */
    Rewrites revised(SortedMap<Integer, Decision> decisions) {
        Rewrites revised = new Rewrites();
        int kept = 0;
        for (Map.Entry<Integer, Decision> decision : decisions.entrySet()) {
            int row = decision.getKey();
            kept = copyBelow(row, kept, revised);
            kept += kept < size && rows[kept] == row ? 1 : 0;
            if (decision.getValue().matched()) {
                revised.add(row, decision.getValue().after());
            }
        }
        copyBelow(Integer.MAX_VALUE, kept, revised);
        return revised;
    }

    private int copyBelow(int row, int from, Rewrites target) {
        int i = from;
        while (i < size && rows[i] < row) {
            target.add(rows[i], after[i]);
            i++;
        }
        return i;
    }

    /**
     * Whether a row is to be rewritten, and to what.
     *
     * @param matched whether the condition holds for it
     * @param after the record that takes its place, or null when it goes
     */
    record Decision(boolean matched, @Nullable FrozenMap after) {
        static final Decision LEAVE = new Decision(false, null);
    }
}
