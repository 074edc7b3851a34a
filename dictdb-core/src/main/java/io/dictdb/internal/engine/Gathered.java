package io.dictdb.internal.engine;

import io.dictdb.internal.index.KeyOrder;
import io.dictdb.internal.value.FrozenMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to become of rows, in any order and as often as one likes: the last word counts. */
final class Gathered {
    private final Rewrites words = new Rewrites();
    private final Set<Integer> gone = new HashSet<>();

    boolean isEmpty() {
        return words.size() == 0;
    }

    /** Whether the last word on a row is that it goes. */
    boolean isGone(int row) {
        return !gone.isEmpty() && gone.contains(row);
    }

    /** Adds a word on a row that has not gone: the record that it becomes, or null where it goes. */
    void add(int row, @Nullable FrozenMap record) {
        words.add(row, record);
        if (record == null) {
            gone.add(row);
        }
    }

    /** The last words, row by row. */
    Rewrites rewrites() {
        long[] rows = new long[words.size()];
        Arrays.setAll(rows, words::row);
        int[] order = KeyOrder.of(rows);
        Rewrites rewrites = new Rewrites();
        for (int i = 0; i < rows.length; i++) {
            if (i + 1 == rows.length || rows[i + 1] != rows[i]) {
                rewrites.add((int) rows[i], words.after(order[i]));
            }
        }
        return rewrites;
    }
}
