package io.dictdb.pickle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What instructions can come back to. Python counts indexes up, so one that is far beyond the number of values that are there is refused: the places between would be memory that
 * no byte of the file stands for.
 */
final class Memo {
    private static final Object NONE = new Object();
    private static final int AHEAD = 1_024;

    private @Nullable Object[] values = new @Nullable Object[64];
    private int count;

    void put(long index, @Nullable Object value) {
        Require.that(index >= 0 && index <= 2L * count + AHEAD, "the memo has no place ", index);
        while (index >= values.length) {
            values = Arrays.copyOf(values, Room.beyond(values.length));
        }
        int place = (int) index;
        count += values[place] == null ? 1 : 0;
        values[place] = value == null ? NONE : value;
    }

    /** Puts a value in the place whose index is the number of those that are there. */
    void add(@Nullable Object value) {
        put(count, value);
    }

    @Nullable
    Object get(long index) {
        Object value = index >= 0 && index < values.length ? values[(int) index] : null;
        Require.that(value != null, "the memo holds nothing at ", index);
        return value == NONE ? null : value;
    }
}
