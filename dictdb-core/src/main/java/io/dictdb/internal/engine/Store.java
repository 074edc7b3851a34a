package io.dictdb.internal.engine;

import io.dictdb.DictDBException;
import io.dictdb.StorageException;
import io.dictdb.internal.event.CommitEvent;
import io.dictdb.internal.journal.Ticket;
import io.dictdb.internal.log.Log;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The one door for changes, and what is published.
 *
 * <p>A change of a table computes the table's next state from its last one under that table's writers' lock, and publishes it by one
 * volatile write of the {@link Root}. Writers of different tables meet only for that write. Readers take the root once and never look
 * back; they take no lock at all. Whatever fails, fails before the write, so there is never anything to undo. A transaction comes through
 * the same door with the states of all its tables at once ({@link TransactionCommit}).
 *
 * <p>Locks are taken in the order tables, by their numbers, then publishing, and code of callers runs under none.
 */
final class Store implements Scope {
    private final EditRules rules;
    private final ReentrantLock publishing = new ReentrantLock();

    @SuppressWarnings("ThreadLocalUsage") // a thread may run a transaction in each of several databases
    private final ThreadLocal<Working> joined = new ThreadLocal<>();

    private final RightOfWay rightOfWay;
    private final Counters counters = new Counters();
    private volatile CommitLog log = CommitLog.NONE;

    /** What writers go on from. */
    private volatile Root head;

    /** What everybody sees: the same, unless the last commits are not on the disk yet and have to be. */
    private volatile Root root;

    private volatile boolean closed;

    /** How often commits were taken back. */
    private final AtomicInteger takenBack = new AtomicInteger();

    Store(EditRules rules, Root root) {
        this.rules = rules;
        this.head = root.uncounted();
        this.root = head;
        this.rightOfWay = new RightOfWay(rules.nanoTime());
    }

    @Override
    public EditRules rules() {
        return rules;
    }

    RightOfWay rightOfWay() {
        return rightOfWay;
    }

    Counters counters() {
        return counters;
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

    /** The last commit, which may not be shown yet. */
    Root head() {
        root();
        return head;
    }

    /** Where commits go from now on. To be called before the first one. */
    void log(CommitLog to) {
        log = to;
    }

    /** Waits until every commit so far is shown. */
    void settle() {
        if (head != root) {
            log.settle();
        }
        if (head != root) { // whoever publishes may be between the two
            Root unused = atDoor(shown -> shown);
        }
    }

    @Override
    public <T> T change(TableDefinition table, Function<TableState, Outcome<T>> change) {
        log.admit();
        rightOfWay.yieldIn(table);
        return decided(() -> changed(table, change));
    }

    private <T> Made<T> changed(TableDefinition table, Function<TableState, Outcome<T>> change) {
        table.writing.lock();
        try {
            TableState before = head().of(table);
            Outcome<T> outcome = change.apply(before);
            Published published =
                    outcome.state() == before ? null : publish(last -> following(last, before, outcome.state()));
            return new Made<>(outcome.result(), published);
        } finally {
            table.writing.unlock();
        }
    }

    /** What a change has come to; it may have changed nothing. */
    private record Made<T extends @Nullable Object>(
            T result, @Nullable Published published) {}

    /**
     * Makes a change. One that changes nothing, or fails, may do so because of a commit that is not shown yet: its caller is not told before everybody can see why, and if that commit is taken back, the change is made again.
     */
    private <T extends @Nullable Object> T decided(Supplier<Made<T>> change) {
        while (true) {
            int before = takenBack.get();
            Made<T> made;
            try {
                made = change.get();
            } catch (DictDBException | IllegalArgumentException e) {
                if (isSettled(before)) {
                    throw e;
                }
                continue;
            }
            acknowledge(made.published);
            if (made.published != null || isSettled(before)) {
                return made.result;
            }
        }
    }

    /** Waits until every commit so far is shown; false if one has been taken back meanwhile. */
    private boolean isSettled(int before) {
        settle();
        return takenBack.get() == before;
    }

    /** Others cannot have changed the table, but what it was made of may have been taken back. */
    private static Root following(Root last, TableState before, TableState after) {
        if (last.of(after.definition()) != before) {
            throw new StorageException("an earlier change of table '" + after.name()
                    + "' could not be written to the disk; this one was made on top of it, and nothing has changed");
        }
        return last.with(after);
    }

    @Override
    public void create(TableState table) {
        change(last -> last.created(table));
    }

    @Override
    public void drop(String name) {
        change(last -> last.dropped(name));
    }

    private void change(UnaryOperator<Root> names) {
        log.admit();
        rightOfWay.yieldIn(RightOfWay.NAMES);
        boolean unused = decided(() -> new Made<>(true, publish(names)));
    }

    /** What is to be waited for before a commit may be acknowledged, when all locks have been given back. */
    record Published(@Nullable Ticket ticket, Root last, Root next, CommitEvent event) {}

    /** Waits until a commit is where the policy wants it, and tells operators of it. */
    void acknowledge(@Nullable Published published) {
        if (published != null) {
            if (published.ticket != null) {
                published.ticket.await();
            }
            log.acknowledged();
            counters.commits.increment();
            Log.quietly(() -> record(published));
            Log.quietly(() -> CommitTeller.tell(
                    published.last, published.next, rules.telling().operations().options()));
        }
    }

    private static void record(Published published) {
        CommitEvent event = published.event;
        event.end();
        if (event.shouldCommit()) {
            event.commit = published.next.sequence();
            event.tables = TableChange.between(published.last, published.next).size();
            event.durable = published.ticket != null;
            event.commit();
        }
    }

    /** Publishes what follows the last root as the next commit; null if that is the same root. */
    @Nullable
    Published publish(UnaryOperator<Root> next) {
        return replace(last -> {
            Root following = next.apply(last);
            return following == last ? last : following.numbered(last.sequence() + 1);
        });
    }

    /** Publishes a root under its own number; null if it is the last one. */
    @Nullable
    Published replace(UnaryOperator<Root> next) {
        publishing.lock();
        try {
            Root last = head();
            Root following = next.apply(last);
            if (following == last) {
                return null;
            }
            rules.steps().at("publish");
            CommitEvent event = new CommitEvent();
            event.begin();
            return new Published(logged(last, following), last, following, event);
        } finally {
            publishing.unlock();
        }
    }

    private @Nullable Ticket logged(Root last, Root following) {
        boolean done = false;
        head = following; // at first: the log may take it back
        try {
            Ticket ticket = log.append(last, following);
            done = true;
            if (log.showsAtOnce()) {
                root = following;
            }
            return ticket;
        } finally {
            head = done ? head : last;
        }
    }

    /** Everybody may see a commit. */
    void show(Root durable) {
        root = closed ? Root.EMPTY : durable;
    }

    /** Takes back what is not shown. */
    void takeBack(Runnable meanwhile) {
        atDoor(shown -> {
            takenBack.incrementAndGet();
            head = shown;
            meanwhile.run();
            return shown;
        });
    }

    /** Does something while no commit can come, with what everybody sees. */
    <T> T atDoor(Function<Root, T> work) {
        publishing.lock();
        try {
            return work.apply(root);
        } finally {
            publishing.unlock();
        }
    }

    /** The last commit that everybody sees; of a closed database too. */
    long shown() {
        return root.sequence();
    }

    /** Whether it was open. */
    boolean close() {
        publishing.lock();
        try {
            boolean open = !closed;
            closed = true;
            head = Root.EMPTY;
            root = Root.EMPTY;
            return open;
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
