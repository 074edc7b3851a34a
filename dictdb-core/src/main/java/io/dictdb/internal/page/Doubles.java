package io.dictdb.internal.page;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A column of {@code Double}s. */
public final class Doubles extends Primitives {
    private final double[] values;

    Doubles(double[] values, int @Nullable [] nulls) {
        super(nulls);
        this.values = values;
    }

    /** The number at a position that is not null. */
    public double at(int at) {
        return values[at];
    }

    @Override
    public @Nullable Object get(int at) {
        return isNull(at) ? null : (Object) values[at];
    }

    @Override
    boolean sameAt(int at, Column other, int otherAt) {
        return nulls == null && other instanceof Doubles doubles && doubles.nulls == null
                ? Double.compare(values[at], doubles.values[otherAt]) == 0
                : super.sameAt(at, other, otherAt);
    }

    @Override
    boolean fits(@Nullable Object value) {
        return value instanceof Double;
    }

    @Override
    int capacity() {
        return values.length;
    }

    @Override
    void set(int at, Object value) {
        values[at] = (Double) value;
    }

    @Override
    Primitives sharing(int @Nullable [] bits) {
        return new Doubles(values, bits);
    }

    @Override
    Primitives copy(int count, int capacity) {
        int[] bits = nulls;
        return new Doubles(Arrays.copyOf(values, capacity), bits == null ? null : bits.clone());
    }

    @Override
    Column gather(int[] keep, int n) {
        if (nulls != null) {
            return super.gather(keep, n);
        }
        double[] kept = new double[n];
        for (int i = 0; i < n; i++) {
            kept[i] = values[keep[i]];
        }
        return new Doubles(kept, null);
    }
}
