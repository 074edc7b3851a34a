package io.dictdb.internal.engine;

import io.dictdb.TransactionConflictException;
import io.dictdb.TransactionOptions;
import io.dictdb.internal.value.Literals;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the work of a transaction until it commits. Optimistic: nothing is locked while the work runs, and work whose reads have been overtaken is run again.
 * Where that happens a few times, the next attempts have the right of way in their tables for about as long as the first ones took, and ever longer.
 */
final class Attempts<T extends @Nullable Object> {
    private static final int FREE = 3;
    private static final long FOREVER = Long.MAX_VALUE;

    private final Store store;
    private final TransactionOptions options;
    private final Function<Working, ? extends T> work;
    private final Deadline deadline;
    private final Set<TableDefinition> tables = new HashSet<>();
    private int made;
    /** How long an attempt is likely to take: the longest of the free ones, and twice that for each that was lost with the right of way. */
    private long allowance;

    Attempts(Store store, TransactionOptions options, Function<Working, ? extends T> work) {
        this.store = store;
        this.options = options;
        this.work = work;
        this.deadline = Deadline.after(
                options.timeout().orElse(Duration.ofNanos(FOREVER)),
                store.rules().nanoTime());
    }

    /** What one attempt came to. */
    private record Attempt<T extends @Nullable Object>(
            T result, @Nullable Conflict conflict) {}

    T run() {
        while (true) {
            Attempt<T> attempt =
                    made < FREE ? attempt() : store.rightOfWay().during(tables, allowance * 2, deadline, this::attempt);
            if (attempt.conflict == null) {
                return attempt.result;
            }
            if (made >= options.attempts() || deadline.left() == 0) {
                throw givenUp(attempt.conflict);
            }
        }
    }

    private Attempt<T> attempt() {
        made++;
        long begun = deadline.passed();
        tables.forEach(store.rightOfWay()::yieldTo);
        Working transaction = new Working(store);
        T result = transaction.run(() -> work.apply(transaction));
        tables.addAll(transaction.reads().keySet());
        Conflict conflict = new Commit(store, transaction, deadline).publish();
        allowance = made <= FREE
                ? Math.max(allowance, deadline.passed() - begun)
                : Math.min(allowance * 2, RightOfWay.LONGEST);
        return new Attempt<>(result, conflict);
    }

    private TransactionConflictException givenUp(Conflict conflict) {
        String record = conflict.key() == null ? "" : ", record " + Literals.of(conflict.key());
        String message = "The transaction was given up after " + made + " attempts in "
                + TimeUnit.NANOSECONDS.toMillis(deadline.passed())
                + " ms: others kept changing what it had read, last in table '" + conflict.table() + "'" + record
                + "; make it shorter, read a snapshot, or allow it more attempts or time";
        return new TransactionConflictException(message, conflict.table(), conflict.key());
    }
}
