package io.dictdb.internal.page;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A column of few distinct values: a byte for each position, and the values in the total order, null first. Pages whose columns have the
 * same values share one dictionary, so what was worked out for a dictionary's values holds for the next page too.
 */
public final class Codes extends Column {
    static final int MOST = 128;

    private final byte[] codes;
    private final @Nullable Object[] dictionary;

    Codes(byte[] codes, @Nullable Object[] dictionary) {
        this.codes = codes;
        this.dictionary = dictionary;
    }

    /** The values by code; the same array object for equal dictionaries, mostly. Not to be changed. */
    public @Nullable Object[] dictionary() {
        return dictionary;
    }

    /** The code at a position. */
    public int code(int at) {
        return codes[at];
    }

    @Override
    public @Nullable Object get(int at) {
        return dictionary[codes[at]];
    }

    @Override
    void addDifferences(Column other, int count, BitSet changed) {
        if (!(other instanceof Codes coded) || !Arrays.equals(dictionary, coded.dictionary)) {
            super.addDifferences(other, count, changed);
            return;
        }
        for (int i = 0; i < count; i++) {
            if (codes[i] != coded.codes[i]) {
                changed.set(i);
            }
        }
    }

    @Override
    Column append(int at, @Nullable Object value) {
        return new Refs(Arrays.copyOf(values(at), grown(at))).append(at, value);
    }

    @Override
    Column copy(int count, int capacity) {
        return new Refs(Arrays.copyOf(values(count), capacity));
    }

    @Override
    Column replace(int[] at, @Nullable Object[] values, int n, int count) {
        Codes copy = new Codes(Arrays.copyOf(codes, count), dictionary);
        return copy.overwrite(at, values, n) ? copy : super.replace(at, values, n, count);
    }

    @Override
    boolean overwrite(int[] at, @Nullable Object[] values, int n) {
        for (int i = 0; i < n; i++) {
            if (dictionary[codes[at[i]]] != values[i]) {
                int code = Encoding.codeOf(dictionary, values[i]);
                if (code < 0) {
                    return false;
                }
                codes[at[i]] = (byte) code;
            }
        }
        return true;
    }

    @Override
    Column gather(int[] keep, int n) {
        if (n < dictionary.length * 2) {
            return super.gather(keep, n);
        }
        byte[] kept = new byte[n];
        for (int i = 0; i < n; i++) {
            kept[i] = codes[keep[i]];
        }
        return new Codes(kept, dictionary);
    }

    @Override
    Column sealed(int count) {
        return this;
    }
}
