package io.dictdb.internal.index;

import java.util.Arrays;

/**
 * The order of long keys, as places in their array: a radix sort from the lowest digit up, which is stable, makes no comparisons and passes over digits
 * that all keys share. The keys are sorted along.
 */
public final class KeyOrder {
    private static final int BITS = 11;
    private static final int DIGITS = 1 << BITS;

    private long[] keys;
    private long[] otherKeys;
    private int[] order;
    private int[] otherOrder;

    private KeyOrder(long[] keys) {
        this.keys = keys;
        this.otherKeys = new long[keys.length];
        this.order = new int[keys.length];
        this.otherOrder = new int[keys.length];
        Arrays.setAll(order, i -> i);
    }

    /** Where the keys stood, in ascending order; the array itself is sorted too. */
    public static int[] of(long[] keys) {
        KeyOrder sort = new KeyOrder(keys);
        if (!ascend(keys)) {
            sort.sort();
            System.arraycopy(sort.keys, 0, keys, 0, keys.length);
        }
        return sort.order;
    }

    private static boolean ascend(long[] keys) {
        for (int i = 1; i < keys.length; i++) {
            if (keys[i - 1] > keys[i]) {
                return false;
            }
        }
        return true;
    }

    private void sort() {
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            int[] counts = new int[DIGITS];
            for (long key : keys) {
                counts[digit(key, shift)]++;
            }
            if (counts[digit(keys[0], shift)] < keys.length) {
                distribute(shift, counts);
            }
        }
    }

    private static int digit(long key, int shift) {
        return (int) ((key ^ Long.MIN_VALUE) >>> shift) & (DIGITS - 1);
    }

    private void distribute(int shift, int[] counts) {
        int[] next = new int[DIGITS];
        for (int i = 1; i < DIGITS; i++) {
            next[i] = next[i - 1] + counts[i - 1];
        }
        for (int i = 0; i < keys.length; i++) {
            int to = next[digit(keys[i], shift)]++;
            otherKeys[to] = keys[i];
            otherOrder[to] = order[i];
        }
        swap();
    }

    private void swap() {
        long[] sortedKeys = otherKeys;
        otherKeys = keys;
        keys = sortedKeys;
        int[] sortedOrder = otherOrder;
        otherOrder = order;
        order = sortedOrder;
    }
}
