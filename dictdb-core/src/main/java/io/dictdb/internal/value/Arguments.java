package io.dictdb.internal.value;

import org.jspecify.annotations.Nullable;

/** Checks of arguments: whatever is wrong is said where it was typed, with the value in the message. */
public final class Arguments {
    private Arguments() {}

    public static <T> T notNull(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " must not be null");
        }
        return value;
    }

    public static void require(boolean holds, String message, @Nullable Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(message, values));
        }
    }

    /** Checks an array of arguments and each of its elements. */
    public static <T> T[] noNulls(T @Nullable [] values, String name) {
        T[] present = notNull(values, name);
        for (T value : present) {
            notNull(value, name);
        }
        return present;
    }
}
