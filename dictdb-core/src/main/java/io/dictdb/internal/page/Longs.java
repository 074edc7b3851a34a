package io.dictdb.internal.page;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** A column of {@code Long}s. */
public final class Longs extends Primitives {
    private final long[] values;

    Longs(long[] values, int @Nullable [] nulls) {
        super(nulls);
        this.values = values;
    }

    /** The number at a position that is not null. */
    public long at(int at) {
        return values[at];
    }

    @Override
    public @Nullable Object get(int at) {
        return isNull(at) ? null : (Object) values[at];
    }

    @Override
    boolean sameAt(int at, Column other, int otherAt) {
        return nulls == null && other instanceof Longs longs && longs.nulls == null
                ? values[at] == longs.values[otherAt]
                : super.sameAt(at, other, otherAt);
    }

    @Override
    void addDifferences(Column other, int count, BitSet changed) {
        if (nulls != null || !(other instanceof Longs longs) || longs.nulls != null) {
            super.addDifferences(other, count, changed);
            return;
        }
        for (int i = differs(0, longs, count); i < count; i = differs(i + 1, longs, count)) {
            changed.set(i);
        }
    }

    private int differs(int from, Longs other, int count) {
        int found = Arrays.mismatch(values, from, count, other.values, from, count);
        return found < 0 ? count : from + found;
    }

    @Override
    boolean fits(@Nullable Object value) {
        return value instanceof Long;
    }

    @Override
    int capacity() {
        return values.length;
    }

    @Override
    void set(int at, Object value) {
        values[at] = (Long) value;
    }

    @Override
    Primitives sharing(int @Nullable [] bits) {
        return new Longs(values, bits);
    }

    @Override
    Primitives copy(int count, int capacity) {
        int[] bits = nulls;
        return new Longs(Arrays.copyOf(values, capacity), bits == null ? null : bits.clone());
    }

    @Override
    Column gather(int[] keep, int n) {
        if (nulls != null) {
            return super.gather(keep, n);
        }
        long[] kept = new long[n];
        for (int i = 0; i < n; i++) {
            kept[i] = values[keep[i]];
        }
        return new Longs(kept, null);
    }
}
