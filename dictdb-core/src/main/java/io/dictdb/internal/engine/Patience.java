package io.dictdb.internal.engine;

/** Waiting that ends with its time and not by an interrupt: a thread that was interrupted meanwhile is so afterwards. */
final class Patience {
    private Patience() {}

    /** Something to wait for, at most so many nanoseconds. */
    interface Wait {
        boolean upTo(long nanos) throws InterruptedException;
    }

    /** Whether what was waited for came in time. */
    static boolean wait(long nanos, Wait wait) {
        long end = System.nanoTime() + nanos;
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.upTo(end - System.nanoTime());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
