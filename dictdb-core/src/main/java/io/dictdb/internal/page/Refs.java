package io.dictdb.internal.page;

import org.jspecify.annotations.Nullable;

/** Values of any class, one reference each: what a page that still grows has for everything but plain numbers. */
final class Refs extends Column {
    private final @Nullable Object[] values;

    Refs(@Nullable Object[] values) {
        this.values = values;
    }

    @Override
    public @Nullable Object get(int at) {
        return values[at];
    }

    @Override
    Column append(int at, @Nullable Object value) {
        Refs target = at < values.length ? this : copy(at, grown(at));
        target.values[at] = value;
        return target;
    }

    @Override
    Refs copy(int count, int capacity) {
        @Nullable Object[] copy = new @Nullable Object[capacity];
        System.arraycopy(values, 0, copy, 0, count);
        return new Refs(copy);
    }

    @Override
    Column replace(int[] at, @Nullable Object[] values, int n, int count) {
        Refs copy = copy(count, Math.max(count, this.values.length));
        copy.overwrite(at, values, n);
        return copy;
    }

    @Override
    boolean overwrite(int[] at, @Nullable Object[] values, int n) {
        for (int i = 0; i < n; i++) {
            this.values[at[i]] = values[i];
        }
        return true;
    }
}
