package io.dictdb.pickle;

/** What must hold of a file; otherwise it is an {@link IllegalArgumentException}, which {@link PickleFormat} turns into damage of that file. */
final class Require {
    private Require() {}

    static void that(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
