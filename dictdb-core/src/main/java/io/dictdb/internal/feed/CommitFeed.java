package io.dictdb.internal.feed;

import io.dictdb.Commit;
import io.dictdb.Subscription;
import java.util.function.Consumer;

/** The commits of a database, for whoever wants to be told. Safe for use by several threads. */
public interface CommitFeed {
    /**
     * Tells a listener commits from now on.
     *
     * @param after the last commit that is not to be told; there has been one
     * @throws io.dictdb.StorageException when the one behind it is not kept
     */
    Subscription subscribe(long after, Consumer<? super Commit> listener);

    /** Tells a listener every commit that comes from now on. */
    Subscription subscribe(Consumer<? super Commit> listener);

    /** Ends all subscriptions; there are no more. */
    void close();
}
