package io.dictdb.internal.feed;

import io.dictdb.Commit;
import io.dictdb.Subscription;
import io.dictdb.internal.journal.JournalEnd;
import io.dictdb.internal.journal.JournalFiles;
import io.dictdb.internal.journal.JournalTail;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells the commits of a durable store: from its journal, as far as that is there to stay. Safe for use by several threads. */
public final class JournalFeed implements CommitFeed {
    private final JournalFiles files;
    private final Supplier<JournalEnd> readable;
    private final Feed feed = new Feed();
    private final ReentrantLock beginning = new ReentrantLock();

    /**
     * A feed of the journal in a directory.
     *
     * @param readable up to where the journal may be read
     */
    public JournalFeed(JournalFiles files, Supplier<JournalEnd> readable) {
        this.files = files;
        this.readable = readable;
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

    private final class Source implements CommitSource {
        private final JournalTail tail;
        private final Gathering gathering = new Gathering();

        Source(JournalTail tail) {
            this.tail = tail;
        }

        @Override
        public @Nullable Commit next() {
            return tail.next(readable.get(), gathering) ? gathering.commit() : null;
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

    /** Deletes what nobody has to read any more: what that is does not change meanwhile. */
    public void deleteRead(long upTo, LongConsumer delete) {
        beginning.lock();
        try {
            delete.accept(Math.min(upTo, feed.slowest().orElse(upTo)));
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
