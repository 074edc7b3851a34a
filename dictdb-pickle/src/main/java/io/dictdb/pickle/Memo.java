package io.dictdb.pickle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What instructions can come back to. Indexes are bounded by the bytes that have been read, since whoever counts them up needs more than one byte for each. */
final class Memo {
    private static final Object NONE = new Object();

    private @Nullable Object[] values = new @Nullable Object[64];
    private int count;

    void put(long index, @Nullable Object value, long bytesRead) {
        Require.that(index >= 0 && index <= bytesRead, "the memo has no place ", index);
        int place = Math.toIntExact(index);
        if (place >= values.length) {
            values = Arrays.copyOf(values, Math.max(place + 1, values.length + (values.length >> 1)));
        }
        count += values[place] == null ? 1 : 0;
        values[place] = value == null ? NONE : value;
    }

    /** Puts a value in the place whose index is the number of those that are there. */
    void add(@Nullable Object value, long bytesRead) {
        put(count, value, bytesRead);
    }

    @Nullable
    Object get(long index) {
        Object value = index >= 0 && index < values.length ? values[(int) index] : null;
        Require.that(value != null, "the memo holds nothing at ", index);
        return value == NONE ? null : value;
    }
}
