package io.dictdb.internal.engine;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The one door for changes, and what is published.
 *
 * <p>A change of a table computes the table's next state from its last one under that table's writers' lock, and publishes it by one
 * volatile write of the {@link Root}. Writers of different tables meet only for that write. Readers take the root once and never look
 * back; they take no lock at all. Whatever fails, fails before the write, so there is never anything to undo.
 *
 * <p>Locks are taken in the order table, then publishing, and code of callers runs under neither.
 */
final class Store {
    private final EditRules rules;
    private final ReentrantLock publishing = new ReentrantLock();
    private volatile Root root = Root.EMPTY;
    private volatile boolean closed;

    Store(EditRules rules) {
        this.rules = rules;
    }

    EditRules rules() {
        return rules;
    }

    Root root() {
        Root seen = root; // before the flag: closing sets the flag first
        if (closed) {
            throw new IllegalStateException("the database is closed");
        }
        return seen;
    }

    TableState state(TableDefinition table) {
        return root().of(table);
    }

    /** Runs a change of a table alone and publishes the state that it gives, unless that is the one it was given. */
    <T> T change(TableDefinition table, Function<TableState, Outcome<T>> change) {
        table.writing.lock();
        try {
            TableState before = state(table);
            Outcome<T> outcome = change.apply(before);
            if (outcome.state() != before) {
                publish(last -> last.with(outcome.state()));
            }
            return outcome.result();
        } finally {
            table.writing.unlock();
        }
    }

    void create(TableState table) {
        publish(last -> last.created(table));
    }

    void drop(String name) {
        publish(last -> last.dropped(name));
    }

    private void publish(UnaryOperator<Root> next) {
        publishing.lock();
        try {
            Root following = next.apply(root());
            rules.steps().at("publish");
            root = following;
        } finally {
            publishing.unlock();
        }
    }

    void close() {
        publishing.lock();
        try {
            closed = true;
            root = Root.EMPTY;
        } finally {
            publishing.unlock();
        }
    }

    /**
     * What a change gives.
     *
     * @param state the table's next state, or the same when nothing changes
     * @param result what the caller is told
     */
    record Outcome<T>(TableState state, T result) {}
}
