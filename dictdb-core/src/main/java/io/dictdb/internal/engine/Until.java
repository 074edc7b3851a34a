package io.dictdb.internal.engine;

import java.time.Instant;

/**
 * Up to where commits are wanted. Clocks may go back: what counts of times is the first one that is later.
 *
 * @param sequence the last commit
 * @param at the last moment
 */
public record Until(long sequence, Instant at) {
    /** All of them. */
    public static final Until END = new Until(Long.MAX_VALUE, Instant.MAX);

    /** All up to one. */
    public static Until commit(long last) {
        return new Until(last, Instant.MAX);
    }

    /** Whether a commit is wanted. */
    boolean holds(long commit, Instant time) {
        return commit <= sequence && !time.isAfter(at);
    }
}
