package io.dictdb.internal.index;

import io.dictdb.internal.value.Numbers;
import io.dictdb.internal.value.ValueOrder;
import java.util.Arrays;

/**
 * Sorted arrays of distinct values: long[] while all are Long, double[] while all are Double, Object[] otherwise, so that most comparisons
 * are made on primitives and a number costs 8 bytes. An int[] holds row numbers.
 */
final class ValueArray {
    private static final int NUMBER = ValueOrder.rank(0L);

    private ValueArray() {}

    static Object get(Object values, int at) {
        if (values instanceof long[] longs) {
            return longs[at];
        }
        if (values instanceof double[] doubles) {
            return doubles[at];
        }
        return values instanceof Object[] objects ? objects[at] : (Object) ((int[]) values)[at];
    }

    static void set(Object values, int at, Object value) {
        if (values instanceof long[] longs) {
            longs[at] = (Long) value;
        } else if (values instanceof double[] doubles) {
            doubles[at] = (Double) value;
        } else if (values instanceof Object[] objects) {
            objects[at] = value;
        } else {
            ((int[]) values)[at] = (Integer) value;
        }
    }

    /** The array if it can take the value, else its values in one that can. */
    static Object fitting(Object values, int size, Object value) {
        if (size == 0) {
            return ofKind(value, 0);
        }
        return takes(values, value) ? values : widened(values, size);
    }

    private static boolean takes(Object values, Object value) {
        if (values instanceof long[]) {
            return value instanceof Long;
        }
        return values instanceof double[] ? value instanceof Double : true;
    }

    private static Object ofKind(Object value, int length) {
        if (value instanceof Long) {
            return new long[length];
        }
        return value instanceof Double ? new double[length] : new Object[length];
    }

    private static Object[] widened(Object values, int size) {
        Object[] objects = new Object[size];
        for (int i = 0; i < size; i++) {
            objects[i] = get(values, i);
        }
        return objects;
    }

    static Object slice(Object values, int from, int to) {
        return values instanceof Object[] objects ? packed(objects, from, to) : Slots.slice(values, from, to);
    }

    /** A part of an array in the narrowest kind of array. */
    static Object packed(Object[] values, int from, int to) {
        Class<?> kind = from == to ? Object.class : values[from].getClass();
        boolean number = kind == Long.class || kind == Double.class;
        for (int i = from; number && i < to; i++) {
            number = values[i].getClass() == kind;
        }
        if (!number) {
            return Arrays.copyOfRange(values, from, to, Object[].class);
        }
        Object packed = ofKind(values[from], to - from);
        for (int i = from; i < to; i++) {
            set(packed, i - from, values[i]);
        }
        return packed;
    }

    static Object joined(Object left, int leftSize, Object right, int rightSize) {
        if (left.getClass() == right.getClass()) {
            return Slots.joined(left, leftSize, right, rightSize);
        }
        return Slots.joined(widened(left, leftSize), leftSize, widened(right, rightSize), rightSize);
    }

    /** Where the value is, or the complement of where it would be, from one place on. */
    static int search(Object values, int from, int size, Object value) {
        if (values instanceof long[] longs && value instanceof Long n) {
            return searchLongs(longs, from, size, n);
        }
        if (values instanceof double[] doubles && value instanceof Double d) {
            return searchDoubles(doubles, from, size, d);
        }
        return searchAny(values, from, size, value);
    }

    /** Keys that are counted up stand at even distances: they, and where their nodes begin, are where the first two say. Others are searched for. */
    private static int searchLongs(long[] values, int from, int size, long value) {
        int low = from;
        int high = size - 1;
        if (high - low > 2 && value > values[low]) {
            long guess = low + (value - values[low]) / (values[low + 1] - values[low]);
            int middle =
                    (int) Math.max(low, Math.min(guess, high)); // out of bounds too when a difference has overflown
            long at = values[middle];
            if (at == value) {
                return middle;
            }
            low = at < value ? middle + 1 : low;
            high = at > value ? middle - 1 : high;
            if (low < size && at < value && values[low] > value) {
                return ~low;
            }
        }
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long at = values[middle];
            if (at < value) {
                low = middle + 1;
            } else if (at > value) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return ~low;
    }

    private static int searchDoubles(double[] values, int from, int size, double value) {
        int low = from;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Numbers.compare(values[middle], value);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return ~low;
    }

    private static int searchAny(Object values, int from, int size, Object value) {
        int low = from;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = order(values, middle, value);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return ~low;
    }

    private static int order(Object values, int at, Object value) {
        if (values instanceof Object[] objects) {
            return ValueOrder.compare(objects[at], value);
        }
        if (!(value instanceof Number n)) {
            return Integer.compare(NUMBER, ValueOrder.rank(value));
        }
        return values instanceof long[] longs
                ? Numbers.compare(longs[at], n)
                : Numbers.compare(((double[]) values)[at], n);
    }
}
