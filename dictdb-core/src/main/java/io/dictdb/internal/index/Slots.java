package io.dictdb.internal.index;

import java.lang.reflect.Array;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of which only the first {@code size} places are used. A foreign array is never changed but copied; one of our own is changed in
 * place and gets a little slack when it must grow, so that a batch does not copy it for each entry. The class of the array is asked first because copying
 * one of unknown class takes several times as long.
 */
final class Slots {
    static final int SLACK = 8;

    private Slots() {}

    /** Makes room for one element. */
    static <A> A open(A array, int size, int at, boolean ours) {
        int length = ours ? size + SLACK : size + 1;
        A roomy = ours && Array.getLength(array) > size ? array : slice(array, 0, length);
        move(roomy, at, roomy, at + 1, size - at);
        return roomy;
    }

    /** Takes one element out. */
    static <A> A close(A array, int size, int at, boolean ours) {
        A own = ours && Array.getLength(array) - size < SLACK ? array : slice(array, 0, size);
        move(own, at + 1, own, at, size - at - 1);
        if (own instanceof @Nullable Object[] objects) {
            objects[size - 1] = null;
        }
        return own;
    }

    static <A> A joined(A left, int leftSize, A right, int rightSize) {
        A both = slice(left, 0, leftSize + rightSize);
        move(right, 0, both, leftSize, rightSize);
        return both;
    }

    /** A copy of some elements, or of more than there are. */
    @SuppressWarnings("unchecked")
    static <A> A slice(A array, int from, int to) {
        if (array instanceof int[] ints) {
            return (A) Arrays.copyOfRange(ints, from, to);
        }
        if (array instanceof long[] longs) {
            return (A) Arrays.copyOfRange(longs, from, to);
        }
        return array instanceof double[] doubles
                ? (A) Arrays.copyOfRange(doubles, from, to)
                : (A) Arrays.copyOfRange((Object[]) array, from, to);
    }

    @SuppressWarnings("SuspiciousSystemArraycopy")
    private static void move(Object source, int from, Object target, int to, int count) {
        if (source instanceof int[] ints) {
            System.arraycopy(ints, from, (int[]) target, to, count);
        } else if (source instanceof long[] longs) {
            System.arraycopy(longs, from, (long[]) target, to, count);
        } else if (source instanceof double[] doubles) {
            System.arraycopy(doubles, from, (double[]) target, to, count);
        } else {
            System.arraycopy((Object[]) source, from, (Object[]) target, to, count);
        }
    }
}
