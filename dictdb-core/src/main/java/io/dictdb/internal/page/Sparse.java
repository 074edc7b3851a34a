package io.dictdb.internal.page;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A column that most records of the page lack: the positions that have a value, ascending, and the values. */
final class Sparse extends Column {
    static final Sparse EMPTY = new Sparse(new byte[0], new Object[0]);

    private final byte[] positions;
    private final Object[] values;

    private Sparse(byte[] positions, Object[] values) {
        this.positions = positions;
        this.values = values;
    }

    static boolean suits(int present, int count) {
        return present * 8 <= count;
    }

    static Sparse of(@Nullable Object[] all, int count, int present) {
        byte[] positions = new byte[present];
        Object[] values = new Object[present];
        int n = 0;
        for (int i = 0; i < count; i++) {
            Object value = all[i];
            if (value != null) {
                positions[n] = (byte) (i - 128);
                values[n++] = value;
            }
        }
        return new Sparse(positions, values);
    }

    @Override
    public @Nullable Object get(int at) {
        // Positions are shifted into the signed range, where Arrays.binarySearch sees them ascend.
        int found = Arrays.binarySearch(positions, (byte) (at - 128));
        return found < 0 ? null : values[found];
    }

    @Override
    Column append(int at, @Nullable Object value) {
        return copy(at, grown(at)).append(at, value);
    }

    @Override
    Column copy(int count, int capacity) {
        return new Refs(Arrays.copyOf(values(count), capacity));
    }

    @Override
    Column sealed(int count) {
        return this;
    }
}
