package io.dictdb.pickle;

/**
 * Bounds what is made of a file. Its bytes bound what its instructions make, but a container that is remembered once can be put in many places, and in there again: each place
 * becomes a value of its own here. So values are counted against the bytes that have been read.
 */
final class Budget {
    private static final int TIMES = 8;
    private static final int FREE = 100_000;

    private final Input in;
    private long spent;

    Budget(Input in) {
        this.in = in;
    }

    void spend(long values) {
        spent += values;
        Require.that(
                spent <= FREE + TIMES * in.offset(),
                "what it shares between places comes to more than " + TIMES + " times its size");
    }
}
