package io.dictdb.internal.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a transaction's handles work on while its work runs. Afterwards it lets go, so that a handle that is kept keeps no records. */
final class Door implements Supplier<Scope> {
    private @Nullable Working open;
    private final Thread owner = Thread.currentThread();

    Door(Working transaction) {
        this.open = transaction;
    }

    @Override
    public Scope get() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("a transaction belongs to the thread that runs it");
        }
        if (open == null) {
            throw new IllegalStateException("the transaction has ended");
        }
        return open;
    }

    void close() {
        open = null;
    }
}
