package io.dictdb.transaction;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Runs something in another thread and waits for it: what others do while a transaction's work runs. */
final class Elsewhere {
    private Elsewhere() {}

    static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    static <T> T call(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, command -> new Thread(command).start())
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
