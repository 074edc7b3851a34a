package io.dictdb.internal.index;

import java.lang.reflect.Array;

/**
 * Arrays of which only the first {@code size} places are used. A foreign array is never changed but copied to the exact length; one of our own
 * is changed in place and gets a little slack when it must grow, so that a batch does not copy it for each entry.
 */
final class Slots {
    private static final int SLACK = 7;

    private Slots() {}

    /** Makes room for one element. */
    static <A> A open(A array, int size, int at, boolean ours) {
        if (ours && Array.getLength(array) > size) {
            System.arraycopy(array, at, array, at + 1, size - at);
            return array;
        }
        A wider = like(array, ours ? size + 1 + SLACK : size + 1);
        System.arraycopy(array, 0, wider, 0, at);
        System.arraycopy(array, at, wider, at + 1, size - at);
        return wider;
    }

    /** Takes one element out. */
    static <A> A close(A array, int size, int at, boolean ours) {
        if (ours && Array.getLength(array) - size < 2 * SLACK) {
            System.arraycopy(array, at + 1, array, at, size - at - 1);
            clear(array, size - 1);
            return array;
        }
        A narrower = like(array, size - 1);
        System.arraycopy(array, 0, narrower, 0, at);
        System.arraycopy(array, at + 1, narrower, at, size - at - 1);
        return narrower;
    }

    static <A> A slice(A array, int from, int to) {
        A part = like(array, to - from);
        System.arraycopy(array, from, part, 0, to - from);
        return part;
    }

    static <A> A joined(A left, int leftSize, A right, int rightSize) {
        A both = like(left, leftSize + rightSize);
        System.arraycopy(left, 0, both, 0, leftSize);
        System.arraycopy(right, 0, both, leftSize, rightSize);
        return both;
    }

    @SuppressWarnings("unchecked")
    static <A> A like(A array, int length) {
        return (A) Array.newInstance(array.getClass().getComponentType(), length);
    }

    private static void clear(Object array, int at) {
        if (array instanceof Object[] objects) {
            objects[at] = null;
        }
    }
}
