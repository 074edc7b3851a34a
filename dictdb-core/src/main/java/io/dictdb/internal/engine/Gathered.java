package io.dictdb.internal.engine;

import io.dictdb.internal.value.FrozenMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to become of rows, in any order and as often as one likes: the last word counts. */
final class Gathered {
    private static final int ROW = 32;

    private final Set<Integer> gone = new HashSet<>();
    private long[] order = new long[8];
    private @Nullable FrozenMap[] after = new @Nullable FrozenMap[8];
    private int size;

    int size() {
        return size;
    }

    /** Whether the last word on a row is that it goes. */
    boolean isGone(int row) {
        return !gone.isEmpty() && gone.contains(row);
    }

    void delete(int row) {
        gone.add(row);
        add(row, null);
    }

    void put(int row, FrozenMap record) {
        add(row, record);
    }

    private void add(int row, @Nullable FrozenMap record) {
        if (size == order.length) {
            order = Arrays.copyOf(order, size * 2);
            after = Arrays.copyOf(after, size * 2);
        }
        order[size] = (long) row << ROW | size;
        after[size++] = record;
    }

    /** All of it, row by row. */
    Rewrites rewrites() {
        Arrays.sort(order, 0, size);
        Rewrites rewrites = new Rewrites();
        for (int i = 0; i < size; i++) {
            int row = (int) (order[i] >>> ROW);
            if (i + 1 == size || (int) (order[i + 1] >>> ROW) != row) {
                rewrites.add(row, after[(int) order[i]]);
            }
        }
        return rewrites;
    }
}
