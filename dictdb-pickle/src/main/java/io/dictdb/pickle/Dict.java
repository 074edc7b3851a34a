package io.dictdb.pickle;

import org.jspecify.annotations.Nullable;

/** A dict of the machine: keys and values in turn, in the order in which they came. Whether a key comes twice is seen by who reads it. */
final class Dict extends Items {
    Dict(@Nullable Object... keysAndValues) {
        super(even(keysAndValues));
    }

    private static @Nullable Object[] even(@Nullable Object[] keysAndValues) {
        Require.that(keysAndValues.length % 2 == 0, "a dict has a key without a value");
        return keysAndValues;
    }

    void putAll(@Nullable Object[] keysAndValues) {
        addAll(even(keysAndValues));
    }

    int count() {
        return length() / 2;
    }

    @Nullable
    Object key(int entry) {
        return item(entry * 2);
    }

    @Nullable
    Object value(int entry) {
        return item(entry * 2 + 1);
    }

    /** What it is, never what it holds. */
    @Override
    public String toString() {
        return "a dict";
    }
}
