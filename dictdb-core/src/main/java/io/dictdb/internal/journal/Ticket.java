package io.dictdb.internal.journal;

import io.dictdb.StorageException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What a writer waits with until its commit is where its policy wants it. Many writers may share one. */
public final class Ticket {
    /** Somebody else has had a time slice. */
    private static final long SLICE = 1_000_000;

    private final Crowd crowd;
    private final int yields;
    private final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean done;
    private volatile @Nullable StorageException failure;

    /** One with which nobody yields. */
    Ticket() {
        this(new Crowd(), 0);
    }

    /**
     * One for a batch.
     *
     * @param crowd is told when yielding takes long
     * @param yields how often the processor is given up before a thread is parked
     */
    Ticket(Crowd crowd, int yields) {
        this.crowd = crowd;
        this.yields = yields;
    }

    /** Waits; an interrupt does not end it and is kept. */
    void join() {
        giveWay();
        if (!done) {
            park();
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // only speed relies on it
    private void giveWay() {
        long before = yields == 0 ? 0 : System.nanoTime();
        for (int i = 0; i < yields && !done; i++) {
            Thread.yield();
            long now = System.nanoTime();
            if (now - before > SLICE) {
                crowd.slow();
                return;
            }
            before = now;
        }
    }

    /** Waits as {@link #join} does, and throws what went wrong. */
    public void await() {
        join();
        StorageException cause = failure;
        if (cause != null) {
            throw again(cause);
        }
    }

    /** The same on this thread. */
    static StorageException again(StorageException cause) {
        String message = String.valueOf(cause.getMessage());
        Path path = cause.path();
        return path == null ? new StorageException(message) : new StorageException(message, path, cause);
    }

    private void park() {
        boolean interrupted = false;
        waiting.add(Thread.currentThread());
        while (!done) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        wake();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void complete(@Nullable StorageException cause) {
        failure = cause;
        done = true;
        wake();
    }

    /** Wakes two, each of which wakes two more: the thread that writes has better things to do than to wake them all. */
    private void wake() {
        for (int i = 0; i < 2; i++) {
            LockSupport.unpark(waiting.poll());
        }
    }
}
