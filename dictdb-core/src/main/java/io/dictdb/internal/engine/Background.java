package io.dictdb.internal.engine;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Work on another thread, which ends early when its future is cancelled. */
final class Background {
    /** A thread of its own for each task; the process does not end before it has. */
    private static final Executor THREADS = task -> new Thread(task, "dictdb-files").start();

    private Background() {}

    /**
     * Starts work.
     *
     * @param executor where; null for a thread of its own
     * @param work is given a check that it calls now and then, and that throws once nobody waits for the result
     */
    static <T extends @Nullable Object> CompletableFuture<T> run(
            @Nullable Executor executor, Function<Runnable, T> work) {
        CompletableFuture<T> future = new CompletableFuture<>();
        try {
            (executor == null ? THREADS : executor).execute(() -> complete(future, work));
        } catch (RejectedExecutionException e) {
            future.completeExceptionally(e);
        }
        return future;
    }

    /** A listener that makes the check before it tells another. */
    static LongConsumer listening(Runnable check, LongConsumer listener) {
        return bytes -> {
            check.run();
            listener.accept(bytes);
        };
    }

    @SuppressWarnings("IllegalCatch") // whatever is thrown belongs to who waits
    private static <T extends @Nullable Object> void complete(CompletableFuture<T> future, Function<Runnable, T> work) {
        try {
            future.complete(work.apply(() -> requireWanted(future)));
        } catch (Throwable e) {
            future.completeExceptionally(e);
        }
    }

    private static void requireWanted(CompletableFuture<?> future) {
        if (future.isDone()) {
            throw new CancellationException();
        }
    }
}
