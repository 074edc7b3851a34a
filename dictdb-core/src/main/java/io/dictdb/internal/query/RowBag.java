package io.dictdb.internal.query;

import io.dictdb.internal.index.Posting;
import java.util.Arrays;

/** Row numbers from several postings, put in ascending order without repetitions. */
final class RowBag {
    private static final int DENSE = 32;

    private int[] rows;
    private int size;

    RowBag(long expected) {
        rows = new int[(int) Math.min(expected, Integer.MAX_VALUE - 8)];
    }

    void add(Posting posting) {
        ensure(posting.size());
        size = posting.copyInto(rows, size);
    }

    void add(int[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, rows, size, more.length);
        size += more.length;
    }

    private void ensure(int more) {
        if (rows.length - size < more) {
            rows = Arrays.copyOf(rows, Math.max(size + more, rows.length + rows.length / 2));
        }
    }

    int[] sorted() {
        int highest = 0;
        boolean ascending = true;
        for (int i = 0; i < size; i++) {
            highest = Math.max(highest, rows[i]);
            ascending &= i == 0 || rows[i - 1] < rows[i];
        }
        if (ascending) {
            return Arrays.copyOf(rows, size);
        }
        return size > highest / DENSE ? byBitmap(highest) : bySort();
    }

    private int[] byBitmap(int highest) {
        long[] bits = new long[(highest >>> 6) + 1];
        for (int i = 0; i < size; i++) {
            bits[rows[i] >>> 6] |= 1L << rows[i];
        }
        int n = 0;
        for (int word = 0; word < bits.length; word++) {
            for (long left = bits[word]; left != 0; left &= left - 1) {
                rows[n++] = (word << 6) | Long.numberOfTrailingZeros(left);
            }
        }
        return Arrays.copyOf(rows, n);
    }

    private int[] bySort() {
        Arrays.sort(rows, 0, size);
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (n == 0 || rows[n - 1] != rows[i]) {
                rows[n++] = rows[i];
            }
        }
        return Arrays.copyOf(rows, n);
    }
}
