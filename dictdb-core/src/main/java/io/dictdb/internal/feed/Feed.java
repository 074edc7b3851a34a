package io.dictdb.internal.feed;

import io.dictdb.Commit;
import io.dictdb.Subscription;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Those who are told commits. What a subscription has not told yet is kept for it until it is closed, so that whoever wants to can go on behind a failure; one that has failed and that nobody holds
 * any more is forgotten, which is why the references are weak: the thread of one that has not ended holds it. Safe for use by several threads.
 */
public final class Feed {
    private final List<WeakReference<Subscriber>> subscribers = new CopyOnWriteArrayList<>();
    private boolean closed;

    /**
     * Begins to tell a listener commits.
     *
     * @param after the last commit that is not to be told
     */
    public synchronized Subscription subscribe(long after, CommitSource source, Consumer<? super Commit> listener) {
        if (closed) {
            throw new IllegalStateException("the database is closed");
        }
        boolean unused = isForgotten();
        Subscriber subscriber = new Subscriber(after, source, listener, this::forget);
        subscribers.add(new WeakReference<>(subscriber));
        subscriber.start();
        return subscriber;
    }

    private void forget(Subscriber closed) {
        subscribers.removeIf(reference -> reference.refersTo(closed));
    }

    /** Those that are there. */
    public Stream<Subscriber> subscribers() {
        return subscribers.stream().map(WeakReference::get).flatMap(Stream::ofNullable);
    }

    /** Whether nobody is to be told anything. */
    public boolean isEmpty() {
        return subscribers.isEmpty() || isForgotten();
    }

    private boolean isForgotten() {
        subscribers.removeIf(reference -> reference.refersTo(null));
        return subscribers.isEmpty();
    }

    /** There may be more commits. */
    public void advanced() {
        if (!subscribers.isEmpty()) {
            subscribers().forEach(Subscriber::wake);
        }
    }

    /** Ends all of them; there are no more. */
    public synchronized void close() {
        closed = true;
        subscribers().forEach(Subscriber::close);
    }
}
