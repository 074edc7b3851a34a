package io.dictdb.internal.journal;

import io.dictdb.StorageException;
import io.dictdb.SyncPolicy;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one way for commits to the disk.
 *
 * <p>A commit is encoded where it is made, under the store's door, and put into a queue; a thread of the journal's own ({@link Drain}) takes everything that has come meanwhile, writes it with
 * one call and forces it with another if the policy says so. While it does, the next batch gathers: many writers share one force (group commit, as DeWitt et al. have it, SIGMOD 1984). No
 * thread of a caller ever touches a file, so none can be interrupted at it.
 *
 * <p>When a write fails, say because the disk is full, the file is cut back to what was good, and then it depends on the policy: commits that their writers still wait for are refused, all of
 * them, and the {@link Listener} takes them back; those that were acknowledged already stay in the queue and are tried again, while new ones are refused. When a force fails, nothing is known
 * any more about what the file holds: it is never touched again, and nothing more is accepted.
 *
 * @param <T> what the listener is told of a commit
 */
public final class Journal<T> {
    private static final long MOST_PENDING = 64L << 20;
    private static final long ENOUGH = 1L << 20;

    private final SyncPolicy policy;
    private final long linger;
    private final Listener<T> listener;
    private final Executor executor;
    private final Drain<T> drain;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition work = lock.newCondition();
    private final ArrayDeque<Batch<T>> pending = new ArrayDeque<>();
    private final Encoder<T> encoder;
    private final List<Ticket> asking = new ArrayList<>();
    private Ticket newest = new Ticket();
    private final AtomicLong pendingBytes = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private boolean draining;
    private boolean due;
    private boolean closing;
    private boolean broken;
    private @Nullable StorageException refusal;
    private volatile long durable;
    private volatile JournalEnd readable;

    /** Is told what becomes of commits. Called by the thread that writes, which holds no lock of the journal. */
    public interface Listener<T> {
        /** Everything up to a commit is on the disk. Not called where commits are shown before. */
        void durable(T commit);

        /**
         * What has not been acknowledged is lost, and is to be taken back: no other commit may come while this runs.
         *
         * @param forget makes the journal forget it; to be called once
         */
        void refused(Runnable forget);

        /** Nothing more is accepted. Called once. */
        void broken(StorageException cause);

        /** The journal may be read further than before, see {@link Journal#readable}. */
        void advanced();
    }

    /** What a commit changes. */
    public interface Content {
        void writeTo(CommitOutput out) throws IOException;
    }

    /**
     * @param executor where files are written, one task at a time
     * @param later arranges that {@link #force} is called after the interval
     * @param linger how many nanoseconds commits that nobody waits for gather before they are written
     */
    public Journal(
            SyncPolicy policy,
            SegmentWriter file,
            Listener<T> listener,
            Executor executor,
            Runnable later,
            long linger) {
        this.policy = policy;
        this.linger = linger;
        this.listener = listener;
        this.executor = executor;
        this.drain = new Drain<>(this, policy, file, listener, later);
        this.durable = file.last();
        this.readable = file.end();
        this.encoder = new Encoder<>(pending, file.last());
        newest.complete(null);
    }

    private <R extends @Nullable Object> R locked(Supplier<R> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a commit may be shown before it is on the disk. */
    public boolean showsAtOnce() {
        return policy != SyncPolicy.EVERY_COMMIT;
    }

    /** The last commit that is known to be on the disk. */
    public long durable() {
        return durable;
    }

    /** Up to where the journal may be read by others: what is there will not be taken back, and is shown. */
    public JournalEnd readable() {
        return readable;
    }

    /** How much has been added since it was opened. */
    public long bytes() {
        return encoder.bytes();
    }

    /** How often the file could not be written or forced. */
    public long failures() {
        return failures.get();
    }

    /** Waits, when the disk is far behind. Called before any lock. */
    public void admit() {
        if (pendingBytes.get() > MOST_PENDING) {
            locked(() -> {
                while (pendingBytes.get() > MOST_PENDING && refusal == null) {
                    room.awaitUninterruptibly();
                }
            });
        }
    }

    /** Adds a commit; returns what to wait with. Whatever is thrown, nothing was added. Calls come one at a time, in the order of sequences. */
    public Ticket append(long sequence, Instant at, T attachment, Content content) {
        return locked(() -> {
            requireUsable();
            long before = encoder.bytes();
            Batch<T> batch = encoder.encode(sequence, at, attachment, content);
            pendingBytes.addAndGet(encoder.bytes() - before);
            newest = batch.ticket;
            schedule();
            return batch.ticket;
        });
    }

    private void requireUsable() {
        StorageException cause = refusal;
        if (cause != null) {
            schedule(); // the disk may have room again
            throw Ticket.again(cause);
        }
    }

    private void schedule() {
        if (!draining) {
            draining = true;
            executor.execute(drain);
        }
    }

    /** Begins a new segment with the next commit, and waits until everything before is on the disk. */
    public void rotate() {
        locked(encoder::rotate);
        sync();
    }

    /** Waits until everything that has been added is on the disk. */
    public void sync() {
        ask(this::requireUsable).await();
    }

    /** Waits until it is known what becomes of everything that has been added. */
    public void settle() {
        if (!showsAtOnce()) {
            locked(() -> newest).join();
        }
    }

    /** Has what was written forced: the interval is over. */
    public void force() {
        locked(() -> {
            due = true;
            work.signal();
            schedule();
        });
    }

    /** Writes and forces what there is, as far as that can be done, and closes the file. To be called once. */
    public void close() {
        ask(() -> closing = true).await();
    }

    private Ticket ask(Runnable before) {
        Ticket ticket = new Ticket();
        locked(() -> {
            before.run();
            asking.add(ticket);
            work.signal();
            schedule();
        });
        return ticket;
    }

    /**
     * A turn of the thread that writes.
     *
     * @param batch what is to be written, or null
     * @param asking who waits until everything is on the disk
     * @param force whether it is to be forced in any case
     * @param last whether the file is to be closed after it
     */
    record Work<T>(@Nullable Batch<T> batch, List<Ticket> asking, boolean force, boolean last) {}

    /** Lets more come, unless somebody waits: then one write does for all of them. Holds the lock. */
    private void linger() {
        long left = showsAtOnce() ? linger : 0;
        while (left > 0 && asking.isEmpty() && !due && pendingBytes.get() < ENOUGH) {
            try {
                left = work.awaitNanos(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                left = 0;
            }
        }
    }

    /** What is to be done next; null when there is nothing. */
    @Nullable
    Work<T> next() {
        return locked(() -> {
            linger();
            Batch<T> batch = broken ? null : pending.poll();
            List<Ticket> answered = pending.isEmpty() || broken ? List.copyOf(asking) : List.of();
            if (batch == null && answered.isEmpty() && !due) {
                draining = false;
                return null;
            }
            Work<T> work = new Work<>(batch, answered, due || !answered.isEmpty(), closing && !answered.isEmpty());
            asking.removeAll(answered);
            due = false;
            return work;
        });
    }

    boolean isClosing() {
        return locked(() -> closing);
    }

    /** The thread ends its turn although there is something to do; returns who still asks, for that may take long. */
    List<Ticket> pause() {
        return locked(() -> {
            draining = false;
            List<Ticket> told = closing ? List.of() : List.copyOf(asking);
            asking.removeAll(told);
            return told;
        });
    }

    /** A batch has been written. */
    void written(Batch<T> batch) {
        locked(() -> {
            pendingBytes.addAndGet(-batch.bytesOfCommits());
            refusal = null;
            room.signalAll();
        });
    }

    /** Everything up to a commit is on the disk. */
    void forced(long sequence) {
        durable = sequence;
    }

    /** Everything that has been written may be read. */
    void readable(JournalEnd end) {
        readable = end;
        listener.advanced();
    }

    /** A batch could not be written, and nothing of it is left in the file. */
    void notWritten(Batch<T> batch, StorageException cause) {
        failures.incrementAndGet();
        if (showsAtOnce()) {
            locked(() -> {
                pending.addFirst(batch);
                refusal = cause;
                room.signalAll();
            });
        } else {
            listener.refused(() -> forget(batch, cause));
        }
    }

    private void forget(Batch<T> batch, StorageException cause) {
        locked(() -> {
            pending.addFirst(batch);
            encoder.backTo(durable);
        });
        failPending(cause);
    }

    /** Nothing is accepted any more. */
    void breakWith(StorageException cause) {
        boolean first = locked(() -> {
            boolean was = broken;
            refusal = cause;
            broken = true;
            return !was;
        });
        if (first) {
            failures.incrementAndGet();
            listener.broken(cause);
        }
        failPending(cause);
    }

    private void failPending(StorageException cause) {
        List<Batch<T>> lost = locked(() -> {
            List<Batch<T>> all = new ArrayList<>(pending);
            pending.clear();
            pendingBytes.set(0);
            room.signalAll();
            return all;
        });
        lost.forEach(batch -> batch.ticket.complete(cause));
    }
}
