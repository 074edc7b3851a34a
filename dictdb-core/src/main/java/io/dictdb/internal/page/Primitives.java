package io.dictdb.internal.page;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers of one class without boxes, and a bit for each position that has none. */
public abstract sealed class Primitives extends Column permits Longs, Doubles {
    /** Words of 32 bits: reads and writes of an int are atomic, so a reader's old bits stay whole beside a writer's new ones. */
    final int @Nullable [] nulls;

    Primitives(int @Nullable [] nulls) {
        this.nulls = nulls;
    }

    abstract boolean fits(@Nullable Object value);

    abstract int capacity();

    abstract void set(int at, Object value);

    abstract Primitives sharing(int @Nullable [] bits);

    @Override
    abstract Primitives copy(int count, int capacity);

    /** Whether a position has no number. */
    public final boolean isNull(int at) {
        int[] bits = nulls;
        return bits != null && (bits[at >> 5] & (1 << at)) != 0;
    }

    @Override
    Column append(int at, @Nullable Object value) {
        if (value != null && !fits(value)) {
            return new Refs(Arrays.copyOf(values(at), grown(at))).append(at, value);
        }
        Primitives target = at < capacity() ? this : copy(at, grown(at));
        return target.put(at, value);
    }

    private Primitives put(int at, @Nullable Object value) {
        if (value != null) {
            set(at, value);
            mark(at, false); // a change that was given up may have left its bit there
            return this;
        }
        Primitives target = nulls != null ? this : sharing(new int[Page.ROWS >> 5]);
        target.mark(at, true);
        return target;
    }

    private void mark(int at, boolean isNull) {
        int[] bits = nulls;
        if (bits != null) {
            bits[at >> 5] = isNull ? bits[at >> 5] | (1 << at) : bits[at >> 5] & ~(1 << at);
        }
    }

    @Override
    Column replace(int[] at, @Nullable Object[] values, int n, int count) {
        for (int i = 0; i < n; i++) {
            if (!fits(values[i])) {
                return super.replace(at, values, n, count);
            }
        }
        Primitives copy = copy(count, Math.max(count, capacity()));
        copy.overwrite(at, values, n);
        return copy;
    }

    @Override
    boolean overwrite(int[] at, @Nullable Object[] values, int n) {
        for (int i = 0; i < n; i++) {
            Object value = values[i];
            if (value == null || !fits(value)) {
                return false;
            }
            set(at[i], value);
            mark(at[i], false);
        }
        return true;
    }

    @Override
    Column sealed(int count) {
        int absent = 0;
        for (int i = 0; i < count; i++) {
            absent += isNull(i) ? 1 : 0;
        }
        if (Sparse.suits(count - absent, count)) {
            return super.sealed(count);
        }
        return capacity() == count ? this : copy(count, count);
    }
}
