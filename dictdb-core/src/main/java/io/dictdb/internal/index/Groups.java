package io.dictdb.internal.index;

import io.dictdb.internal.value.ValueOrder;
import io.dictdb.internal.value.Values;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows grouped by value, to build an index from the leaves up. Numbers of one class are sorted by their bits; anything else is brought together by its
 * hash first, so that only distinct values are compared: a million rows with 28 different dates cost the comparisons of 28 dates.
 */
final class Groups {
    private final Object[] values;
    private final int[] rows;
    /** Where in the rows each group begins and ends. */
    private final int[] begins;

    private final int[] ends;
    private final int size;

    private Groups(@Nullable Object[] ordered, int[] rows, int[] starts, int size) {
        this.values = new Object[size];
        this.rows = rows;
        this.begins = Arrays.copyOf(starts, size);
        this.ends = Arrays.copyOfRange(starts, 1, size + 1);
        this.size = size;
        for (int i = 0; i < size; i++) {
            values[i] = Objects.requireNonNull(ordered[begins[i]]);
        }
    }

    /** By hash, and by value where hashes collide. */
    static Groups byHash(@Nullable Object[] values, int[] rows, int from, int to) {
        long[] keys = new long[to - from];
        Arrays.setAll(keys, i -> Values.hash(values[from + i]));
        return of(values, rows, from, keys);
    }

    /** By value. */
    static Groups inOrder(@Nullable Object[] values, int[] rows, int from, int to) {
        long[] keys = new long[to - from];
        if (all(Long.class, values, from, to)) {
            Arrays.setAll(keys, i -> (Long) Objects.requireNonNull(values[from + i]));
            return of(values, rows, from, keys);
        }
        if (all(Double.class, values, from, to)) {
            Arrays.setAll(keys, i -> ordered((Double) Objects.requireNonNull(values[from + i])));
            return of(values, rows, from, keys);
        }
        Groups groups = byHash(values, rows, from, to);
        groups.sort(0, groups.size);
        return groups;
    }

    /** Moves numbers before other values and returns how many they are. */
    static int numbersFirst(@Nullable Object[] values, int[] rows, int size) {
        int numbers = 0;
        for (int i = 0; i < size; i++) {
            numbers += values[i] instanceof Number ? 1 : 0;
        }
        if (numbers > 0 && numbers < size) {
            partition(values, rows, size, numbers);
        }
        return numbers;
    }

    private static void partition(@Nullable Object[] values, int[] rows, int size, int numbers) {
        @Nullable Object[] oldValues = Arrays.copyOf(values, size);
        int[] oldRows = Arrays.copyOf(rows, size);
        int number = 0;
        int other = numbers;
        for (int i = 0; i < size; i++) {
            int to = oldValues[i] instanceof Number ? number++ : other++;
            values[to] = oldValues[i];
            rows[to] = oldRows[i];
        }
    }

    /** Whether all values of a part are of a class. */
    static boolean all(Class<?> type, @Nullable Object[] values, int from, int to) {
        int i = from;
        while (i < to && type.isInstance(values[i])) {
            i++;
        }
        return i == to;
    }

    /** Bits that compare as the total order compares doubles. */
    private static long ordered(double d) {
        long bits = Double.doubleToLongBits(d + 0.0);
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    private static Groups of(@Nullable Object[] values, int[] rows, int from, long[] keys) {
        int[] order = KeyOrder.of(keys);
        @Nullable Object[] orderedValues = new @Nullable Object[keys.length];
        int[] orderedRows = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            orderedValues[i] = values[from + order[i]];
            orderedRows[i] = rows[from + order[i]];
        }
        separate(orderedValues, orderedRows, keys);
        return cut(orderedValues, orderedRows);
    }

    /** Sorts by value wherever different values have the same key. */
    private static void separate(@Nullable Object[] values, int[] rows, long[] keys) {
        int begin = 0;
        while (begin < keys.length) {
            int end = begin + 1;
            boolean same = true;
            while (end < keys.length && keys[end] == keys[begin]) {
                same &= Values.equal(values[begin], values[end++]);
            }
            if (!same) {
                sort(values, rows, begin, end);
            }
            begin = end;
        }
    }

    private static void sort(@Nullable Object[] values, int[] rows, int begin, int end) {
        Integer[] places = order(values, begin, end);
        @Nullable Object[] oldValues = Arrays.copyOfRange(values, begin, end);
        int[] oldRows = Arrays.copyOfRange(rows, begin, end);
        for (int i = begin; i < end; i++) {
            int place = places[i - begin] - begin;
            values[i] = oldValues[place];
            rows[i] = oldRows[place];
        }
    }

    private static Integer[] order(@Nullable Object[] values, int begin, int end) {
        Integer[] places = new Integer[end - begin];
        Arrays.setAll(places, i -> begin + i);
        Arrays.sort(places, Comparator.comparing(i -> values[i], ValueOrder.COMPARATOR));
        return places;
    }

    private static Groups cut(@Nullable Object[] values, int[] rows) {
        int[] starts = new int[rows.length + 1];
        int n = 0;
        for (int i = 0; i < rows.length; i++) {
            if (i == 0 || !Values.equal(values[i - 1], values[i])) {
                starts[n++] = i;
            }
        }
        starts[n] = rows.length;
        return new Groups(values, rows, starts, n);
    }

    private void sort(int from, int to) {
        Integer[] places = order(values, from, to);
        Object[] oldValues = Arrays.copyOfRange(values, from, to);
        int[] oldBegins = Arrays.copyOfRange(begins, from, to);
        int[] oldEnds = Arrays.copyOfRange(ends, from, to);
        for (int i = from; i < to; i++) {
            int place = places[i - from] - from;
            values[i] = oldValues[place];
            begins[i] = oldBegins[place];
            ends[i] = oldEnds[place];
        }
    }

    int size() {
        return size;
    }

    /** A tree by value; the groups are in that order. */
    Tree tree() {
        return tree(false);
    }

    /** A tree by hash; the groups are in that order. */
    Tree hashedTree() {
        return tree(true);
    }

    private Tree tree(boolean hashed) {
        if (size == 0) {
            return hashed ? Leaf.EMPTY_HASHED : Leaf.EMPTY;
        }
        Tree[] leaves = new Tree[(size + Tree.MOST_ENTRIES - 1) / Tree.MOST_ENTRIES];
        for (int i = 0; i < leaves.length; i++) {
            int from = i * Tree.MOST_ENTRIES;
            leaves[i] = leaf(from, Math.min(size, from + Tree.MOST_ENTRIES), hashed);
        }
        return Tree.over(leaves);
    }

    private Leaf leaf(int from, int to, boolean hashed) {
        int[] single = new int[to - from];
        @Nullable Posting[] several = new @Nullable Posting[to - from];
        boolean any = false;
        for (int i = from; i < to; i++) {
            boolean one = ends[i] - begins[i] == 1;
            single[i - from] = one ? rows[begins[i]] : Leaf.SEVERAL;
            several[i - from] = one ? null : Posting.ofSorted(rows, begins[i], ends[i]);
            any |= !one;
        }
        Object packed = ValueArray.packed(values, from, to);
        return new Leaf(null, hashed ? hashes(from, to) : null, packed, single, any ? several : null, to - from);
    }

    private int[] hashes(int from, int to) {
        int[] hashes = new int[to - from];
        Arrays.setAll(hashes, i -> Values.hash(values[from + i]));
        return hashes;
    }
}
