package io.dictdb.files;

import java.util.concurrent.CountDownLatch;

/** Where a thread of a test waits until it may go on. */
public final class Gate {
    private Gate() {}

    /** Waits; an interrupt ends it and is kept. */
    public static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
