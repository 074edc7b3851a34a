package io.dictdb.internal.feed;

import io.dictdb.Commit;
import io.dictdb.Subscription;
import io.dictdb.internal.value.Arguments;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells a listener commits, on a thread of its own, which lives as long as it is told any. */
public final class Subscriber implements Subscription {
    private volatile @Nullable CommitSource source;
    private final Consumer<? super Commit> listener;
    private final Consumer<Subscriber> forget;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile long sequence;
    private volatile boolean stopped;
    private volatile boolean ended;
    private volatile @Nullable Throwable failure;

    /**
     * @param after the last commit that is not to be told
     * @param forget is called when nobody wants to go on from here any more
     */
    Subscriber(long after, CommitSource source, Consumer<? super Commit> listener, Consumer<Subscriber> forget) {
        this.sequence = after;
        this.source = source;
        this.listener = listener;
        this.forget = forget;
        this.thread = new Thread(() -> tell(source), "dictdb-subscription");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Where its commits come from, until it is closed. */
    public Optional<CommitSource> source() {
        return Optional.ofNullable(source);
    }

    @SuppressWarnings("IllegalCatch") // whatever it is, it is this subscription's own, and kept
    private void tell(CommitSource from) {
        try (from) {
            while (!stopped) {
                tellNext(from);
            }
        } catch (Throwable e) {
            failure = stopped ? null : e;
        } finally {
            changed(() -> ended = true);
        }
    }

    private void tellNext(CommitSource from) {
        Commit next = from.next();
        if (next == null) {
            boolean unused = Thread.interrupted(); // left by the listener, it would keep the thread from waiting
            LockSupport.park(this);
        } else if (begins()) {
            listener.accept(next);
            changed(() -> sequence = next.sequence());
        }
    }

    /** Whether the listener may be called: not when it has been told that it will not be. */
    private boolean begins() {
        lock.lock();
        try {
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    private void changed(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** There may be more. */
    void wake() {
        LockSupport.unpark(thread);
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public boolean isActive() {
        return !ended && !stopped;
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public boolean await(long commit, Duration timeout) {
        long left = TimeUnit.NANOSECONDS.convert(Arguments.notNull(timeout, "timeout"));
        lock.lock();
        try {
            while (sequence < commit && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return sequence >= commit;
    }

    @Override
    public void close() {
        changed(() -> stopped = true);
        source = null;
        wake();
        forget.accept(this);
    }

    @Override
    public String toString() {
        Throwable why = failure;
        return "Subscription at commit " + sequence
                + (isActive() ? "" : why == null ? ", closed" : ", ended by " + why);
    }
}
