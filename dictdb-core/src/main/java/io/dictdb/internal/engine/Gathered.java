package io.dictdb.internal.engine;

import io.dictdb.internal.index.KeyIndex;
import io.dictdb.internal.value.FrozenMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to become of rows, in any order and as often as one likes: the last word counts. */
final class Gathered {
    private long[] rows = new long[8];
    private @Nullable FrozenMap[] records = new @Nullable FrozenMap[8];
    private final Set<Integer> gone = new HashSet<>();
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** Whether the last word on a row is that it goes. */
    boolean isGone(int row) {
        return !gone.isEmpty() && gone.contains(row);
    }

    /** Adds a word on a row that has not gone: the record that it becomes, or null where it goes. */
    void add(int row, @Nullable FrozenMap record) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
            records = Arrays.copyOf(records, size * 2);
        }
        rows[size] = row;
        records[size++] = record;
        if (record == null) {
            gone.add(row);
        }
    }

    /** All of it, row by row. */
    Rewrites rewrites() {
        long[] sorted = Arrays.copyOf(rows, size);
        int[] order = KeyIndex.order(sorted);
        Rewrites rewrites = new Rewrites();
        for (int i = 0; i < size; i++) {
            if (i + 1 == size || sorted[i + 1] != sorted[i]) {
                rewrites.add((int) sorted[i], records[order[i]]);
            }
        }
        return rewrites;
    }
}
