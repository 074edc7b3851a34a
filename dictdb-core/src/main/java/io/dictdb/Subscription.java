package io.dictdb;

import java.time.Duration;
import java.util.Optional;

/**
 * Who is told every commit, see {@link DictDB#subscribe}. It ends when it is closed, when its database is closed, and when its listener throws.
 *
 * <p>Safe for use by several threads.
 */
public interface Subscription extends AutoCloseable {
    /**
     * How far it has come: every commit up to this one has been told, and the listener has returned. To go on another time, subscribe from here; after closing, when {@link #await} has returned.
     *
     * @return the number of a commit
     */
    long sequence();

    /**
     * Whether it has not ended.
     *
     * @return true while commits are told
     */
    boolean isActive();

    /**
     * Why it has ended by itself: what its listener threw, or why the next commit could not be read.
     *
     * @return the reason; empty while it is active, and if it was closed before that
     */
    Optional<Throwable> failure();

    /**
     * Waits until a commit has been told, or the subscription has ended and its listener has returned. An interrupt ends the waiting and is kept.
     *
     * @param sequence the number of a commit
     * @param timeout how long to wait at most
     * @return whether it has been; false when the time is over or the subscription has ended before
     */
    boolean await(long sequence, Duration timeout);

    /** Ends it: no call of the listener begins after this. Does not wait for one that is running, which {@link #await} does. */
    @Override
    void close();
}
