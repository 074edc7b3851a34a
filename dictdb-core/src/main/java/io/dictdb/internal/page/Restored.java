package io.dictdb.internal.page;

import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.Shape;
import io.dictdb.internal.value.ValueOrder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Pages and columns from their parts, as a file holds them. Arrays must not change any more. What pages and columns rely on is checked; that is an {@link
 * IllegalArgumentException}.
 */
public final class Restored {
    private Restored() {}

    /**
     * A page.
     *
     * @param count 1 to 256
     * @param columns one for each name of the shape
     * @param own each record's shape where they differ, else null
     * @param slots each record's slot, ascending, where there are gaps, else null
     */
    public static Page page(
            int number, int count, Shape shape, Column[] columns, Shape @Nullable [] own, byte @Nullable [] slots) {
        if (own != null) {
            for (int i = 0; i < count; i++) {
                requireWithin(own[i], i, shape, columns);
            }
        }
        return new Page(number, count, shape, columns, own, slots, new AtomicInteger(count));
    }

    private static void requireWithin(Shape own, int position, Shape all, Column[] columns) {
        for (String name : own.names()) {
            Arguments.require(all.indexOf(name) >= 0, "a record has a field that its page has not");
        }
        for (int i = 0; i < columns.length; i++) {
            boolean absent = own.indexOf(all.name(i)) < 0;
            Arguments.require(!absent || columns[i].get(position) == null, "a value belongs to no field");
        }
    }

    public static Column longs(long[] values, int @Nullable [] nulls) {
        return new Longs(values, nulls);
    }

    /** A column of one number at every position. */
    public static Column constant(long value) {
        return new Constant(value);
    }

    public static Column doubles(double[] values, int @Nullable [] nulls) {
        return new Doubles(values, nulls);
    }

    /**
     * A column of codes.
     *
     * @param dictionary from {@link #dictionary}, and longer than every code
     */
    public static Column codes(byte[] codes, @Nullable Object[] dictionary) {
        return new Codes(codes, dictionary);
    }

    /** The values of codes, or an equal dictionary that others have already. */
    public static @Nullable Object[] dictionary(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            boolean coded = !(value instanceof List || value instanceof Map || value instanceof byte[]);
            boolean ascends = i == 0 || ValueOrder.compare(values[i - 1], value) <= 0;
            Arguments.require(coded && ascends, "a dictionary is not in order");
        }
        return Encoding.shared(values);
    }

    /** A column without a value. */
    public static Column absent() {
        return Sparse.EMPTY;
    }

    /** A column of values that have no smaller form. */
    public static Column values(@Nullable Object[] values) {
        int present = 0;
        for (Object value : values) {
            present += value != null ? 1 : 0;
        }
        return Sparse.suits(present, values.length) ? Sparse.of(values, values.length, present) : new Refs(values);
    }
}
