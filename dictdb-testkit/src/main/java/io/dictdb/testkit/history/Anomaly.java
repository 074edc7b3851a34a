package io.dictdb.testkit.history;

/**
 * Something that transactions executed one after the other, in an order that real time allows, could not have shown.
 *
 * @param kind what it is called
 * @param text what was seen, and by which transactions
 */
public record Anomaly(Kind kind, String text) {
    /**
     * The kinds, by the names of Adya ("Weak Consistency", 1999) and Elle. A cycle whose name ends in REALTIME contains at least one
     * transaction that was over before the next began: it is no contradiction to serializability, only to strict serializability.
     */
    public enum Kind {
        /** A transaction contradicts its own earlier reads or appends. */
        INTERNAL,
        /** A read holds a value that nobody appended. */
        GARBAGE_READ,
        /** A read holds a value twice. */
        DUPLICATE_APPEND,
        /** A read holds a value of an aborted transaction. */
        G1A,
        /** A read ends with a value after which its transaction appended more. */
        G1B,
        /** Two reads of a key are not one the beginning of the other, or a transaction's appends are in another order than it made them. */
        INCOMPATIBLE_ORDER,
        /** No read holds a committed value, though one began when it was there. */
        LOST_APPEND,
        /** Appends in a circle. */
        G0,
        /** Appends and reads of them in a circle: information flows round. */
        G1C,
        /** A circle with one read of a version that was followed by the next transaction's: read skew, lost update. */
        G_SINGLE,
        /** A circle with two or more such reads: write skew. */
        G2,
        /** As G0, with real time. */
        G0_REALTIME,
        /** As G1C, with real time: a read from the future. */
        G1C_REALTIME,
        /** As G_SINGLE, with real time: a stale read. */
        G_SINGLE_REALTIME,
        /** As G2, with real time. */
        G2_REALTIME
    }

    @Override
    public String toString() {
        return kind + ": " + text;
    }
}
