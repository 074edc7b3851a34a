package io.dictdb.internal.page;

import io.dictdb.internal.value.Values;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field's values in a page, in the form that fits them best. What a published page can see of a column never changes; positions behind
 * the published count may be written by the one writer that has claimed them (see {@link Page}).
 */
public abstract sealed class Column permits Primitives, Constant, Codes, Refs, Sparse {
    /** The value at a position, with its own class; null where it is null or missing. Not to be handed out. */
    public abstract @Nullable Object get(int at);

    /**
     * Whether the value at a position is the same as at a position of another column. Lists and maps are only when they are the same object: as Java objects maps
     * are equal in any order of their names, and here the order counts.
     */
    boolean sameAt(int at, Column other, int otherAt) {
        Object mine = get(at);
        Object theirs = other.get(otherAt);
        return mine == theirs || (!(mine instanceof Map) && !(mine instanceof List) && Values.identical(mine, theirs));
    }

    /** Adds the positions, out of the first ones, at which the value of another column is not the same. */
    void addDifferences(Column other, int count, BitSet changed) {
        for (int i = 0; i < count; i++) {
            if (!sameAt(i, other, i)) {
                changed.set(i);
            }
        }
    }

    /** Puts a value behind the last one, in place where there is room and the value fits, else in a larger or more general column. */
    abstract Column append(int at, @Nullable Object value);

    /** A copy of the first values that shares nothing, with room for more. */
    abstract Column copy(int count, int capacity);

    /** Replaces some values in place, for the only holder; false when one does not fit, and then all of them have to be replaced in a copy. */
    boolean overwrite(int[] at, @Nullable Object[] values, int n) {
        return n == 0;
    }

    /** A copy with some values replaced; what cannot be changed in place need not be copied for none. */
    Column replace(int[] at, @Nullable Object[] values, int n, int count) {
        if (n == 0) {
            return this;
        }
        @Nullable Object[] all = values(count);
        for (int i = 0; i < n; i++) {
            all[at[i]] = values[i];
        }
        return Encoding.of(all, count);
    }

    /** A copy of the values at some positions. */
    Column gather(int[] keep, int n) {
        @Nullable Object[] kept = new @Nullable Object[n];
        for (int i = 0; i < n; i++) {
            kept[i] = get(keep[i]);
        }
        return Encoding.of(kept, n);
    }

    /** The smallest form of a column that has its last value. */
    Column sealed(int count) {
        return Encoding.of(values(count), count);
    }

    final @Nullable Object[] values(int count) {
        @Nullable Object[] all = new @Nullable Object[count];
        for (int i = 0; i < count; i++) {
            all[i] = get(i);
        }
        return all;
    }

    static int grown(int at) {
        return Math.min(Page.ROWS, Math.max(8, at * 2));
    }
}
