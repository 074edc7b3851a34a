package io.dictdb.pickle;

import org.jspecify.annotations.Nullable;

/**
 * What must hold of a file; otherwise it is an {@link IllegalArgumentException}, which {@link PickleFormat} turns into damage of that file. A complaint is put together only
 * when it is made: these are called for every value.
 */
final class Require {
    private Require() {}

    static void that(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(complaint);
        }
    }

    static void that(boolean holds, String complaint, long number) {
        if (!holds) {
            throw new IllegalArgumentException(complaint + number);
        }
    }

    /** Ends the complaint with the value in words. */
    static void that(boolean holds, String complaint, @Nullable Object value) {
        if (!holds) {
            throw new IllegalArgumentException(complaint + Words.of(value));
        }
    }
}
