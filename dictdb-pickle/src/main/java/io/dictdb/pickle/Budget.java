package io.dictdb.pickle;

/**
 * Bounds what is made of a file by the bytes that have been read. A container that is remembered once can be put in many places, and in there again: each place becomes a value
 * of its own here, and pays for it. What stands in one place only is paid for by its own bytes, which are enough for a container if there are two of them; Python writes fewer
 * only for empty ones, and for a tuple around a single tuple.
 */
final class Budget {
    private static final int TIMES = 8;
    private static final int CONTAINER = 8;
    private static final int LEAST_BYTES = 2;
    private static final int FREE = 100_000;

    private final Input in;
    private long spent;
    private long containers;

    Budget(Input in) {
        this.in = in;
    }

    /** Pays for so many places. */
    void spend(long places) {
        spent += places;
        Require.that(
                spent <= FREE + TIMES * in.offset(),
                "what it shares between places comes to more than " + TIMES + " times its size");
    }

    /** Pays for a container that the machine makes. */
    void spendContainer() {
        containers++;
        Require.that(
                containers <= FREE + in.offset() / LEAST_BYTES,
                "it holds more lists, tuples, sets and dicts than bytes for them");
    }

    /** Pays for the value that is made of a container. An empty one pays each time: its byte is enough for that, and nothing tells whether it is in a place for the first time. */
    void spendValue(Items items) {
        if (items.length() == 0 || items.readAgain()) {
            spend(CONTAINER + items.length());
        }
    }
}
