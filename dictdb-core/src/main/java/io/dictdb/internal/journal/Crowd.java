package io.dictdb.internal.journal;

/**
 * Says how often writers are to give up the processor before they are parked. To be parked and woken costs three calls to the system and a switch, more than a commit itself, so where many wait for the same force,
 * yielding is the cheaper way; where few do, the thread that forces needs the processor.
 *
 * <p>Where others take the processors as well, who yields waits for the ends of their time slices, and would better be parked. That shows by how long it takes, and then nobody yields for a while: for
 * a few batches at first, because the collector or an accident may have done it, and for twice as many each time that a trial ends like the last.
 *
 * <p>Guarded by the journal's lock, except {@link #slow}.
 */
final class Crowd {
    private static final int MANY = 8;
    private static final int YIELDS = 10;
    private static final int SHORT = 16;
    private static final int LONG = 1024;

    /** A trial has ended well after so many batches: whoever waited for the end of a time slice has said so by then. */
    private static final int ENOUGH = 64;

    private int together;
    private int expected;
    private int parking;
    private int next = SHORT;
    private int tried;
    private volatile boolean slow;

    /** A commit has been added to the last batch. */
    void add() {
        together++;
    }

    /** A batch begins; returns how often those who wait for it are to yield at most. */
    int begin() {
        expected = Math.max(together, expected / 2); // two halves of the writers may take turns
        together = 0;
        judge();
        boolean yields = expected >= MANY && parking == 0;
        parking = Math.max(0, parking - 1);
        tried = yields ? tried + 1 : 0;
        return yields ? YIELDS : 0;
    }

    private void judge() {
        if (slow && parking == 0) {
            parking = next;
            next = Math.min(LONG, next * 2);
        } else if (tried > ENOUGH) {
            next = SHORT;
        }
        slow &= parking == 0; // those who yielded until now may still say so
    }

    /** Somebody has waited for long while yielding. May be called by any thread. */
    void slow() {
        slow = true;
    }
}
