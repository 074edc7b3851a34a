package io.dictdb.internal.engine;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The one door for changes, and what is published.
 *
 * <p>A change of a table computes the table's next state from its last one under that table's writers' lock, and publishes it by one
 * volatile write of the {@link Root}. Writers of different tables meet only for that write. Readers take the root once and never look
 * back; they take no lock at all. Whatever fails, fails before the write, so there is never anything to undo. A transaction comes through
 * the same door with the states of all its tables at once ({@link Commit}).
 *
 * <p>Locks are taken in the order tables, by their numbers, then publishing, and code of callers runs under none.
 */
final class Store implements Scope {
    private final EditRules rules;
    private final ReentrantLock publishing = new ReentrantLock();

    @SuppressWarnings("ThreadLocalUsage") // a thread may run a transaction in each of several databases
    private final ThreadLocal<Working> joined = new ThreadLocal<>();

    private final RightOfWay rightOfWay;
    private volatile Root root;
    private volatile boolean closed;

    Store(EditRules rules, Root root) {
        this.rules = rules;
        this.root = root;
        this.rightOfWay = new RightOfWay(rules.nanoTime());
    }

    @Override
    public EditRules rules() {
        return rules;
    }

    RightOfWay rightOfWay() {
        return rightOfWay;
    }

    /** What the calls of this thread work on: its transaction, or what is published. */
    Scope scope() {
        Working transaction = joined.get();
        return transaction == null ? this : transaction;
    }

    /** The transaction that this thread is running, or null. */
    @Nullable
    Working joined() {
        return joined.get();
    }

    /** All calls of this thread belong to the transaction from now on, or to none again. */
    void join(@Nullable Working transaction) {
        if (transaction == null) {
            joined.remove();
        } else {
            joined.set(transaction);
        }
    }

    @Override
    public Root root() {
        Root seen = root; // before the flag: closing sets the flag first
        if (closed) {
            throw new IllegalStateException("the database is closed");
        }
        return seen;
    }

    @Override
    public Allowance allowance() {
        return new Allowance(rightOfWay, Deadline.never(rules.nanoTime()));
    }

    @Override
    public <T> T change(TableDefinition table, Function<TableState, Outcome<T>> change) {
        rightOfWay.yieldIn(table);
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

    @Override
    public void create(TableState table) {
        rightOfWay.yieldIn(RightOfWay.NAMES);
        publish(last -> last.created(table));
    }

    @Override
    public void drop(String name) {
        rightOfWay.yieldIn(RightOfWay.NAMES);
        publish(last -> last.dropped(name));
    }

    /** Publishes what follows the last root as the next commit; not if that is the same root. */
    boolean publish(UnaryOperator<Root> next) {
        return replace(last -> {
            Root following = next.apply(last);
            return following == last ? last : following.numbered(last.sequence() + 1);
        });
    }

    /** Publishes a root under its own number; not if it is the last one. */
    boolean replace(UnaryOperator<Root> next) {
        publishing.lock();
        try {
            Root last = root();
            Root following = next.apply(last);
            if (following == last) {
                return false;
            }
            rules.steps().at("publish");
            root = following;
            return true;
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

    @Override
    public String toString() {
        Root seen = root;
        return closed ? "(closed)" : seen.names() + " at commit " + seen.sequence();
    }

    /**
     * What a change gives.
     *
     * @param state the table's next state, or the same when nothing changes
     * @param result what the caller is told
     */
    record Outcome<T>(TableState state, T result) {}
}
