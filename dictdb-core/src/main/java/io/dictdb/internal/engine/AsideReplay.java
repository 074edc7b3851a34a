package io.dictdb.internal.engine;

import io.dictdb.internal.journal.CommitVisitor;
import io.dictdb.internal.value.ShapedMap;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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

    /** So many bytes of records are handed over, however few they are. */
    private static final long MOST = 1 << 20;

    /** One record in so many is measured. */
    private static final int SAMPLE = 8;

    /** Batches that wait: about as much as a {@link Replay} gathers, for while it does that it takes none. */
    private static final int BATCHES = 12;

    private static final Batch LAST = new Batch(0);

    private final CommitVisitor<RuntimeException> other;
    private final ConcurrentLinkedQueue<Batch> waiting = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Batch> spare = new ConcurrentLinkedQueue<>();
    private final Semaphore free = new Semaphore(BATCHES);
    private final Semaphore ready = new Semaphore(0);
    private final Semaphore ended = new Semaphore(0);
    private final SampledSize bytes = new SampledSize(SAMPLE);
    private Batch batch = new Batch(STEPS);
    private boolean begun;
    private volatile boolean givenUp;
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
        private final Step[] steps;
        private final @Nullable Object[] what;
        private final long[] numbers;
        private final long[] previous;
        private int size;

        Batch(int most) {
            steps = new Step[most];
            what = new @Nullable Object[most];
            numbers = new long[most];
            previous = new long[most];
        }

        void clear() {
            Arrays.fill(what, null);
            size = 0;
        }

        @SuppressWarnings("unchecked")
        void show(CommitVisitor<RuntimeException> visitor) {
            for (int i = 0; i < size; i++) {
                Object thing = Objects.requireNonNull(what[i]);
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

    private void add(Step step, Object what) {
        add(step, what, 0, 0);
    }

    private void add(Step step, Object what, long number, long previous) {
        if (batch.size == STEPS || bytes.sum() > MOST) {
            hand(batch);
            bytes.clear();
            Batch used = spare.poll();
            batch = used == null ? new Batch(STEPS) : used;
        }
        batch.steps[batch.size] = step;
        batch.what[batch.size] = what;
        batch.numbers[batch.size] = number;
        batch.previous[batch.size++] = previous;
    }

    private void hand(Batch full) {
        if (!begun) {
            Thread thread = new Thread(this::work, "dictdb-recovery");
            thread.setDaemon(true);
            thread.start();
            begun = true;
        }
        free.acquireUninterruptibly();
        waiting.add(full);
        ready.release();
    }

    @SuppressWarnings("IllegalCatch") // whatever it is, it is for the other thread
    private void work() {
        try {
            for (Batch next = next(); next != LAST; next = next()) {
                if (!givenUp) {
                    next.show(other);
                }
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
        Batch next = next();
        while (next != LAST) {
            next = next();
        }
    }

    /** Waits until all has been shown; throws what the other visitor has thrown. */
    void finish() {
        if (!begun) {
            batch.show(other);
            return;
        }
        hand(batch);
        stop();
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
            givenUp = true;
            stop();
        }
    }

    private void stop() {
        hand(LAST);
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
        add(Step.END, Step.END);
    }

    @Override
    public void table(String name) {
        add(Step.TABLE, name);
    }

    @Override
    public void put(ShapedMap record) {
        add(Step.PUT, record);
        bytes.add(record);
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
