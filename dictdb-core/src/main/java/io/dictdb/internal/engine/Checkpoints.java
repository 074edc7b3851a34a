package io.dictdb.internal.engine;

import io.dictdb.internal.event.CheckpointEvent;
import io.dictdb.internal.feed.JournalFeed;
import io.dictdb.internal.journal.Journal;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes an image when the journal has grown, and deletes what recovery does not need any more when that has been read back. Writers do not wait for it: it begins a new segment, and reads a
 * root that nobody changes.
 *
 * <p>An image is due when the journal since the last one is two fifths as large as what the records take one by one. If writers add as much again while it is being written, they are slowed down, each commit by a few milliseconds, until it is there. So on the disk
 * there are at most the old image, the new one, and about as much of the journal.
 */
final class Checkpoints {
    /** Segments that are deleted at once because of their age: a clock that was wrong once does not cost all that there is. */
    private static final int FEW = 2;

    private static final long PAUSE = 5_000_000;

    private final StoreSettings settings;
    private final StoreFiles files;

    private final Store store;
    private final Journal<Root> journal;
    private final JournalFeed feed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private volatile long live;
    private volatile long due;

    /** Where the journal is when writers are slowed down. */
    private volatile long enough = Long.MAX_VALUE;

    private boolean running;
    private boolean closed;

    Checkpoints(
            StoreSettings settings,
            StoreFiles files,
            Store store,
            Journal<Root> journal,
            JournalFeed feed,
            StoreRecovery recovery) {
        this.settings = settings;
        this.files = files;

        this.store = store;
        this.journal = journal;
        this.feed = feed;
        this.live = PlainSize.of(store.root());
        this.due = threshold() - recovery.journalBytes();
    }

    private long threshold() {
        return Math.max(settings.leastJournal(), live / 5 * 2);
    }

    /** Waits a little if writers are faster than the image that is being written. Called before any lock. */
    void admit() {
        if (journal.bytes() > enough) {
            lock.lock();
            try {
                for (long left = PAUSE; running && left > 0; ) {
                    left = ended.awaitNanos(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * The journal has grown.
     *
     * @param bytes how much has been added to it since it was opened
     */
    void grown(long bytes) {
        if (bytes >= due) {
            begin();
        }
    }

    @SuppressWarnings("IllegalCatch") // an executor of the caller's: the next commit asks again
    private void begin() {
        if (isFirst()) {
            try {
                settings.checkpoints().execute(this::run);
            } catch (RuntimeException | Error e) {
                end(journal.bytes() + settings.leastJournal());
            }
        }
    }

    private boolean isFirst() {
        lock.lock();
        try {
            boolean first = due < Long.MAX_VALUE && !closed;
            due = first ? Long.MAX_VALUE : due;
            return first;
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("IllegalCatch")
    private void run() {
        if (!starts()) {
            return;
        }
        long begun = journal.bytes();
        CheckpointEvent event = new CheckpointEvent();
        event.begin();
        enough = begun + threshold();
        try {
            Root written = write();
            store.counters().images.increment();
            StoreLog.imageWritten(settings.directory(), written.sequence(), event);
            live = PlainSize.of(written);
        } catch (RuntimeException | Error e) {
            store.counters().failedImages.increment();
            StoreLog.imageFailed(settings.directory(), e);
        } finally {
            enough = Long.MAX_VALUE;
            end(begun + threshold());
        }
    }

    /** Whether it is not too late. */
    private boolean starts() {
        lock.lock();
        try {
            running = !closed;
            return running;
        } finally {
            lock.unlock();
        }
    }

    private void end(long next) {
        lock.lock();
        try {
            running = false;
            due = next;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns what the image holds. */
    private Root write() {
        journal.rotate();
        Root root = store.root();
        journal.sync(); // or the journal could end before the image does
        files.save(root);
        files.deleteOlder(root.sequence());
        deleteJournal(root.sequence());
        return root;
    }

    /** Where nothing is to be kept, it does not matter what the clock says, which may have been set back. */
    private void deleteJournal(long upTo) {
        if (settings.keepJournal().isZero()) {
            feed.deleteRead(upTo, Instant.MAX, Integer.MAX_VALUE);
        } else {
            feed.deleteRead(upTo, settings.clock().instant().minus(settings.keepJournal()), FEW);
        }
    }

    /** Waits for one that is running; there are no more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            while (running) {
                ended.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
