package io.dictdb.internal.page;

import io.dictdb.internal.value.ValueOrder;
import io.dictdb.internal.value.Values;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Picks the form of a column from its values: sparse where most are absent, primitive where all are Longs or all Doubles, coded where few
 * are distinct, plain references otherwise. Values keep their identity as Java objects: 1, 1.0 and -0.0 are never merged.
 */
final class Encoding {
    private static final int SHARED = 1 << 9;
    private static final int SHORT = 64;
    private static final AtomicReferenceArray<@Nullable Object @Nullable []> DICTIONARIES =
            new AtomicReferenceArray<>(SHARED);

    private Encoding() {}

    static Column of(@Nullable Object[] values, int count) {
        int longs = 0;
        int doubles = 0;
        int present = 0;
        for (int i = 0; i < count; i++) {
            Object value = values[i];
            present += value != null ? 1 : 0;
            longs += value instanceof Long ? 1 : 0;
            doubles += value instanceof Double ? 1 : 0;
        }
        if (Sparse.suits(present, count)) {
            return Sparse.of(values, count, present);
        }
        if (longs == present || doubles == present) {
            return primitives(values, count, longs == present);
        }
        return coded(values, count);
    }

    private static Column primitives(@Nullable Object[] values, int count, boolean longs) {
        Column column = longs ? new Longs(new long[count], null) : new Doubles(new double[count], null);
        for (int i = 0; i < count; i++) {
            column = column.append(i, values[i]);
        }
        return column;
    }

    /** A column for values that come one by one; those before the first are null. */
    static Column starting(int at, @Nullable Object value) {
        Column column = new Refs(new @Nullable Object[Column.grown(at)]);
        if (value instanceof Long) {
            column = new Longs(new long[Column.grown(at)], null);
        } else if (value instanceof Double) {
            column = new Doubles(new double[Column.grown(at)], null);
        }
        for (int i = 0; i < at; i++) {
            column = column.append(i, null);
        }
        return column.append(at, value);
    }

    private static Column coded(@Nullable Object[] values, int count) {
        Map<@Nullable Object, Integer> codes = new HashMap<>();
        for (int i = 0; i < count; i++) {
            Object value = values[i];
            boolean tooMany = codes.size() * 2 > count || codes.size() > Codes.MOST - 1;
            if (tooMany || value instanceof List || value instanceof Map || value instanceof byte[]) {
                return new Refs(Arrays.copyOf(values, count));
            }
            codes.put(value, 0);
        }
        @Nullable Object[] dictionary = shared(codes.keySet().toArray());
        for (int i = 0; i < dictionary.length; i++) {
            codes.put(dictionary[i], i);
        }
        byte[] coded = new byte[count];
        for (int i = 0; i < count; i++) {
            coded[i] = codes.getOrDefault(values[i], 0).byteValue();
        }
        return new Codes(coded, dictionary);
    }

    static @Nullable Object[] shared(@Nullable Object[] dictionary) {
        Arrays.sort(dictionary, ValueOrder.COMPARATOR);
        if (!isSmall(dictionary)) {
            return dictionary; // what is shared outlives its table
        }
        int slot = (Arrays.hashCode(dictionary) * 0x9E3779B1) >>> (Integer.SIZE - 9);
        @Nullable Object[] known = DICTIONARIES.get(slot);
        if (known != null && Arrays.equals(known, dictionary)) {
            return known;
        }
        DICTIONARIES.set(slot, dictionary);
        return dictionary;
    }

    private static boolean isSmall(@Nullable Object[] dictionary) {
        for (Object value : dictionary) {
            if (value instanceof String text && text.length() > SHORT) {
                return false;
            }
        }
        return true;
    }

    /** The code of a value that is in a dictionary as the same Java object or an identical one, or -1. */
    static int codeOf(@Nullable Object[] dictionary, @Nullable Object value) {
        int found = Arrays.binarySearch(dictionary, value, ValueOrder.COMPARATOR);
        return found >= 0 && Values.identical(dictionary[found], value) ? found : -1;
    }
}
