package io.dictdb.internal.engine;

import io.dictdb.internal.journal.CommitVisitor;
import io.dictdb.internal.value.ShapedMap;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows another visitor what it is shown, later and on a thread of its own, so that who reads a journal and who does what it says work side by side. A journal that is short is done on the reader's thread.
 *
 * <p>What the other one throws comes out at the {@link #finish}, when it is too late to say which commit was to blame. Waiting cannot be interrupted.
 */
final class AsideReplay implements CommitVisitor<RuntimeException> {
    private static final int STEPS = 1 << 12;

    /** Batches that are written, waiting, and being read. */
    private static final int BATCHES = 4;

    private final CommitVisitor<RuntimeException> other;
    private final ConcurrentLinkedQueue<Batch> waiting = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Batch> spare = new ConcurrentLinkedQueue<>();
    private final Semaphore free = new Semaphore(BATCHES);
    private final Semaphore ready = new Semaphore(0);
    private final Semaphore ended = new Semaphore(0);
    private Batch batch = new Batch();
    private boolean begun;
    private volatile @Nullable Throwable failure;

    AsideReplay(CommitVisitor<RuntimeException> other) {
        this.other = other;
    }

    private enum Step {
        COMMIT,
        END,
        TABLE,
        PUT,
        DELETE,
        ELSE
    }

    /** Steps, in arrays, for there are many. */
    private static final class Batch {
        private final Step[] steps = new Step[STEPS];
        private final @Nullable Object[] what = new @Nullable Object[STEPS];
        private final long[] numbers = new long[STEPS];
        private final long[] previous = new long[STEPS];
        private int size;

        void clear() {
            Arrays.fill(what, null);
            size = 0;
        }

        @SuppressWarnings("unchecked")
        void show(CommitVisitor<RuntimeException> visitor) {
            for (int i = 0; i < size; i++) {
                Object thing = what[i];
                switch (steps[i]) {
                    case COMMIT -> visitor.commit(numbers[i], previous[i], (Instant) thing);
                    case END -> visitor.end();
                    case TABLE -> visitor.table((String) thing);
                    case PUT -> visitor.put((ShapedMap) thing);
                    case DELETE -> visitor.deleted(thing);
                    default -> ((Consumer<CommitVisitor<RuntimeException>>) thing).accept(visitor);
                }
            }
        }
    }

    private void add(Step step, @Nullable Object what) {
        add(step, what, 0, 0);
    }

    private void add(Step step, @Nullable Object what, long number, long previous) {
        if (batch.size == STEPS) {
            hand(batch);
            Batch used = spare.poll();
            batch = used == null ? new Batch() : used;
        }
        batch.steps[batch.size] = step;
        batch.what[batch.size] = what;
        batch.numbers[batch.size] = number;
        batch.previous[batch.size++] = previous;
    }

    private void hand(Batch full) {
        if (!begun) {
            begun = true;
            Thread thread = new Thread(this::work, "dictdb-recovery");
            thread.setDaemon(true);
            thread.start();
        }
        free.acquireUninterruptibly();
        waiting.add(full);
        ready.release();
    }

    @SuppressWarnings("IllegalCatch") // whatever it is, it is for the other thread
    private void work() {
        try {
            for (Batch next = next(); next.size > 0; next = next()) {
                next.show(other);
                next.clear();
                spare.add(next);
            }
        } catch (Throwable e) {
            failure = e;
            skip();
        } finally {
            ended.release();
        }
    }

    private Batch next() {
        ready.acquireUninterruptibly();
        free.release();
        return waiting.remove();
    }

    private void skip() {
        Batch next;
        do {
            next = next();
        } while (next.size > 0);
    }

    /** Waits until all has been shown; throws what the other visitor has thrown. */
    void finish() {
        if (!begun) {
            batch.show(other);
            return;
        }
        end(batch);
        Throwable thrown = failure;
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }

    /** Ends the thread, if that is still there. */
    void giveUp() {
        if (begun) {
            end(new Batch());
        }
    }

    private void end(Batch last) {
        if (last.size > 0) {
            hand(last);
        }
        hand(new Batch());
        ended.acquireUninterruptibly();
        begun = false;
    }

    @Override
    public boolean commit(long sequence, long previous, Instant at) {
        add(Step.COMMIT, at, sequence, previous);
        return true;
    }

    @Override
    public void end() {
        add(Step.END, null);
    }

    @Override
    public void table(String name) {
        add(Step.TABLE, name);
    }

    @Override
    public void put(ShapedMap record) {
        add(Step.PUT, record);
    }

    @Override
    public void deleted(Object key) {
        add(Step.DELETE, key);
    }

    private void later(Consumer<CommitVisitor<RuntimeException>> step) {
        add(Step.ELSE, step);
    }

    @Override
    public void dropped(String table) {
        later(visitor -> visitor.dropped(table));
    }

    @Override
    public void created(TableDescription table) {
        later(visitor -> visitor.created(table));
    }

    @Override
    public void indexes(List<IndexDescription> indexes) {
        later(visitor -> visitor.indexes(indexes));
    }

    @Override
    public void highestKey(Number key) {
        later(visitor -> visitor.highestKey(key));
    }

    @Override
    public void cleared() {
        later(CommitVisitor::cleared);
    }
}
