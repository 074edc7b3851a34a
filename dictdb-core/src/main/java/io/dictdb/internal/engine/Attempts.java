package io.dictdb.internal.engine;

import io.dictdb.TransactionConflictException;
import io.dictdb.TransactionOptions;
import io.dictdb.internal.value.Literals;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the work of a transaction until it commits. Optimistic: nothing is locked while the work runs, and work whose reads have been overtaken is run again; where
 * that happens often, with the right of way in the tables where it did.
 */
final class Attempts<T extends @Nullable Object> {
    private final Store store;
    private final TransactionOptions options;
    private final Function<? super Tables, ? extends T> work;
    private final Deadline deadline;
    private final Allowance allowance;
    private final Set<TableDefinition> contended = new HashSet<>();

    Attempts(Store store, TransactionOptions options, Function<? super Tables, ? extends T> work) {
        this.store = store;
        this.options = options;
        this.work = work;
        LongSupplier clock = store.rules().nanoTime();
        this.deadline =
                options.timeout().map(time -> Deadline.after(time, clock)).orElseGet(() -> Deadline.never(clock));
        this.allowance = new Allowance(store.rightOfWay(), deadline);
    }

    /** What one attempt came to. */
    private record Attempt<T extends @Nullable Object>(
            T result, @Nullable Conflict conflict) {}

    T run() {
        while (true) {
            Attempt<T> attempt = allowance.attempt(contended, this::attempt);
            if (attempt.conflict == null) {
                return attempt.result;
            }
            store.counters().conflicts.increment();
            if (allowance.made() >= options.attempts() || deadline.left() == 0) {
                throw givenUp(attempt.conflict);
            }
            contended.add(attempt.conflict.contended());
        }
    }

    private Attempt<T> attempt() {
        if (allowance.made() > 1) {
            store.settle(); // what was in the way is not in what this one begins with before it is shown
        }
        Working transaction = new Working(store);
        T result = transaction.run(work);
        return new Attempt<>(result, new TransactionCommit(store, transaction, deadline).publish());
    }

    private TransactionConflictException givenUp(Conflict conflict) {
        String record = conflict.key() == null ? "" : ", record " + Literals.of(conflict.key());
        String message = "The transaction was given up after " + allowance.made()
                + (allowance.made() == 1 ? " attempt in " : " attempts in ")
                + TimeUnit.NANOSECONDS.toMillis(deadline.passed())
                + " ms: others kept changing what it had read, last in table '" + conflict.table() + "'" + record
                + "; make it shorter, read a snapshot, or allow it more attempts or time";
        return new TransactionConflictException(message, conflict.table(), conflict.key());
    }
}
