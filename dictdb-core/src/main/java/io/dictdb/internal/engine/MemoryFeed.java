package io.dictdb.internal.engine;

import io.dictdb.Commit;
import io.dictdb.StorageException;
import io.dictdb.Subscription;
import io.dictdb.internal.feed.CommitFeed;
import io.dictdb.internal.feed.CommitSource;
import io.dictdb.internal.feed.Feed;
import io.dictdb.internal.feed.Gathering;
import io.dictdb.internal.journal.Ticket;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the commits of a database that is in memory only. While there are subscriptions each root leads to the next, and a subscription holds the one that it has come to: so what it has not been told stays, and
 * what all have been told is garbage.
 */
final class MemoryFeed implements CommitLog, CommitFeed {
    private final Store store;
    private final Clock clock;
    private final Feed feed = new Feed();

    /** The last root, while there are subscriptions. Guarded by the store's door. */
    private Link newest = Link.NONE;

    private MemoryFeed(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Lets a store tell its commits. */
    static MemoryFeed of(Store store, Clock clock) {
        MemoryFeed feed = new MemoryFeed(store, clock);
        store.log(feed);
        return feed;
    }

    Store store() {
        return store;
    }

    private static final class Link {
        static final Link NONE = new Link(Root.EMPTY, Instant.EPOCH);
        private final Root root;
        private final Instant at;
        private volatile @Nullable Link next;

        Link(Root root, Instant at) {
            this.root = root;
            this.at = at;
        }

        /** The last one from here on that is not behind a commit; null if this one is. */
        @Nullable
        Link lastUpTo(long commit) {
            Link last = null;
            for (Link link = this; link != null && link.root.sequence() <= commit; link = link.next) {
                last = link;
            }
            return last;
        }
    }

    @Override
    public Subscription subscribe(long after, Consumer<? super Commit> listener) {
        return atDoor(() -> subscribe(after, link(after), listener));
    }

    @Override
    public Subscription subscribe(Consumer<? super Commit> listener) {
        return atDoor(() -> subscribe(newest.root.sequence(), newest, listener));
    }

    private Subscription atDoor(Supplier<Subscription> begin) {
        return store.atDoor(root -> {
            newest = feed.isEmpty() ? new Link(root, Instant.EPOCH) : newest;
            return begin.get();
        });
    }

    private Subscription subscribe(long after, Link from, Consumer<? super Commit> listener) {
        return feed.subscribe(after, new Source(from), listener);
    }

    /** The last root that is not behind a commit. */
    private Link link(long after) {
        Link best = newest.root.sequence() <= after ? newest : null;
        List<Link> kept = feed.subscribers()
                .flatMap(subscriber -> subscriber.source().stream())
                .map(source -> ((Source) source).told)
                .toList();
        for (int i = 0; best == null && i < kept.size(); i++) {
            best = kept.get(i).lastUpTo(after);
        }
        if (best == null) {
            throw new StorageException("commit " + (after + 1) + " is not kept, the last one is "
                    + newest.root.sequence()
                    + "; a database in memory keeps what a subscription that is not closed has not told yet, and a"
                    + " store in a directory what keepJournalFor says");
        }
        return best;
    }

    private final class Source implements CommitSource {
        private volatile Link told;
        private Link last;

        Source(Link last) {
            this.told = last;
            this.last = last;
        }

        @Override
        public @Nullable Commit next() {
            told = last;
            Link next = last.next;
            if (next == null || next.root.sequence() > store.shown()) {
                return null;
            }
            Gathering gathering = new Gathering();
            boolean unused = gathering.commit(next.root.sequence(), last.root.sequence(), next.at);
            new RootSteps<>(last.root, next.root, gathering).tell();
            gathering.end();
            last = next;
            return gathering.take();
        }

        @Override
        public void close() {}
    }

    @Override
    public @Nullable Ticket append(Root last, Root next) {
        if (feed.isEmpty()) {
            newest = Link.NONE;
        } else {
            Link link = new Link(next, clock.instant());
            newest.next = link;
            newest = link;
        }
        return null;
    }

    @Override
    public void acknowledged() {
        feed.advanced();
    }

    @Override
    public void close() {
        feed.close();
        store.atDoor(root -> newest = Link.NONE);
    }
}
