package io.dictdb.internal.engine;

import io.dictdb.internal.journal.Ticket;
import org.jspecify.annotations.Nullable;

/** Where commits go before anybody can see them. What is not said otherwise is so where nothing is waited for. */
interface CommitLog {
    /** Keeps nothing. */
    CommitLog NONE = (last, next) -> null;

    /** Waits, when the disk is far behind. Called before any lock. */
    default void admit() {}

    /** Whether a commit may be shown before it is on the disk. */
    default boolean showsAtOnce() {
        return true;
    }

    /** Adds a commit; returns what to wait with before it may be acknowledged. Whatever is thrown, it does not happen. Called under the store's door. */
    @Nullable
    Ticket append(Root last, Root next);

    /** Waits until what was added so far is shown. */
    default void settle() {}

    /** A commit has been acknowledged. Called without any lock. */
    default void acknowledged() {}
}
