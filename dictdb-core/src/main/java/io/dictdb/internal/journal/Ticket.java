package io.dictdb.internal.journal;

import io.dictdb.StorageException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a writer waits with until its commit is where its policy wants it. Many writers may share one.
 *
 * <p>To be parked and woken costs three calls to the system and a switch, more than a commit itself. Where many share a force, they therefore give up the processor a few times
 * first, and mostly find that it is over. Where few do, the thread that forces needs that processor.
 */
public final class Ticket {
    private static final int CROWD = 8;
    private static final int YIELDS = 10;

    private final int yields;
    private final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean done;
    private volatile @Nullable StorageException failure;

    Ticket() {
        this(0);
    }

    /** @param expected how many will wait with it, as far as that can be told */
    Ticket(int expected) {
        yields = expected < CROWD ? 0 : YIELDS;
    }

    /** Waits; an interrupt does not end it and is kept. */
    @SuppressWarnings("ThreadPriorityCheck") // only speed relies on it
    void join() {
        for (int i = 0; i < yields && !done; i++) {
            Thread.yield();
        }
        if (!done) {
            park();
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
