package io.dictdb.internal.page;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A column of one {@code Long} at every position, as a file holds it in four bytes: were each position to have its own, a file could fill
 * five hundred times its size. Whatever changes it makes an ordinary column of it.
 */
public final class Constant extends Column {
    private final Long value;

    Constant(long value) {
        this.value = value;
    }

    /** The number at every position. */
    public long value() {
        return value;
    }

    @Override
    public @Nullable Object get(int at) {
        return value;
    }

    @Override
    Column append(int at, @Nullable Object next) {
        return copy(at, grown(at)).append(at, next);
    }

    @Override
    Column copy(int count, int capacity) {
        long[] values = new long[capacity];
        Arrays.fill(values, 0, count, value);
        return new Longs(values, null);
    }

    @Override
    Column gather(int[] keep, int n) {
        return this;
    }

    @Override
    Column sealed(int count) {
        return this;
    }
}
