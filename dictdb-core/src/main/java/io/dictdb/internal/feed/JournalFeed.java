package io.dictdb.internal.feed;

import io.dictdb.Commit;
import io.dictdb.Subscription;
import io.dictdb.internal.journal.JournalEnd;
import io.dictdb.internal.journal.JournalFiles;
import io.dictdb.internal.journal.JournalTail;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the commits of a durable store: from its journal, as far as that is there to stay. Safe for use by several threads. */
public final class JournalFeed implements CommitFeed {
    private final JournalFiles files;
    private final Supplier<JournalEnd> readable;
    private final LongSupplier visible;
    private final Feed feed = new Feed();
    private final Set<Hold> holds = ConcurrentHashMap.newKeySet();
    private final ReentrantLock beginning = new ReentrantLock();

    /**
     * A feed of the journal in a directory.
     *
     * @param readable up to where the journal may be read
     * @param visible the last commit that everybody sees
     */
    public JournalFeed(JournalFiles files, Supplier<JournalEnd> readable, LongSupplier visible) {
        this.files = files;
        this.readable = readable;
        this.visible = visible;
    }

    @Override
    public Subscription subscribe(long after, Consumer<? super Commit> listener) {
        beginning.lock();
        try {
            return feed.subscribe(after, new Source(new JournalTail(files, after)), listener);
        } finally {
            beginning.unlock();
        }
    }

    @Override
    public Subscription subscribe(Consumer<? super Commit> listener) {
        beginning.lock(); // or what follows might be deleted before it is read
        try {
            return subscribe(visible.getAsLong(), listener);
        } finally {
            beginning.unlock();
        }
    }

    private final class Source implements CommitSource {
        private final JournalTail tail;
        private final Gathering gathering = new Gathering();

        Source(JournalTail tail) {
            this.tail = tail;
        }

        @Override
        public @Nullable Commit next() {
            return tail.next(readable.get(), gathering) ? gathering.take() : null;
        }

        @Override
        public void close() {
            try {
                tail.close();
            } catch (IOException e) {
                // it was only read
            }
        }
    }

    /** Keeps what comes after a commit from being deleted, until it is closed. */
    public final class Hold implements AutoCloseable {
        private final long after;

        private Hold(long after) {
            this.after = after;
        }

        public long after() {
            return after;
        }

        @Override
        public void close() {
            holds.remove(this);
        }
    }

    /** Has what comes after a commit kept. */
    public Hold hold(long after) {
        beginning.lock();
        try {
            Hold hold = new Hold(after);
            holds.add(hold);
            return hold;
        } finally {
            beginning.unlock();
        }
    }

    /**
     * Deletes the oldest segments, but for those in which there is something that somebody has not read. What that is does not change meanwhile.
     *
     * @param upTo a commit that an image holds
     * @param until segments in which there is something later than that stay
     * @param most how many are deleted at once
     */
    public void deleteRead(long upTo, Instant until, int most) {
        beginning.lock();
        try {
            LongStream wanted = Stream.concat(
                            feed.subscribers().map(Subscriber::sequence),
                            holds.stream().map(Hold::after))
                    .mapToLong(Long::longValue);
            files.deleteUpTo(Math.min(upTo, wanted.min().orElse(upTo)), until, most);
        } finally {
            beginning.unlock();
        }
    }

    /** There may be more commits. */
    public void advanced() {
        feed.advanced();
    }

    @Override
    public void close() {
        feed.close();
    }
}
