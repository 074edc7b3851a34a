package io.dictdb.files;

import java.util.concurrent.CountDownLatch;

/** Where a thread of a test waits until it may go on. */
public final class Gate {
    private Gate() {}

    /** Returns when a thread waits for another, or has ended. */
    public static void untilWaiting(Thread thread) {
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    /** Waits; an interrupt ends it and is kept. */
    public static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
