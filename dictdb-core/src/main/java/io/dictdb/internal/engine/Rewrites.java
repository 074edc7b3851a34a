package io.dictdb.internal.engine;

import io.dictdb.internal.value.FrozenMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What becomes of some rows, ascending: another record, or none. */
final class Rewrites {
    private int[] rows = new int[8];
    private @Nullable FrozenMap[] after = new @Nullable FrozenMap[8];
    private int size;

    /** Adds a row behind all others. */
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

    /** These rewrites with some rows decided anew; a row without a decision drops out. */
    Rewrites revised(Map<Integer, Decision> decisions) {
        SortedMap<Integer, Decision> all = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            all.put(rows[i], new Decision(true, after[i]));
        }
        all.putAll(decisions);
        Rewrites revised = new Rewrites();
        all.forEach((row, decision) -> {
            if (Objects.requireNonNull(decision).matched()) {
                revised.add(row, decision.after());
            }
        });
        return revised;
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
