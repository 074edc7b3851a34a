package io.dictdb.proofs.transactions;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that work at the same time; what one throws fails the test. */
final class Crew {
    private Crew() {}

    static <T> List<T> work(List<? extends Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            tasks.forEach(task -> running.add(threads.submit(task)));
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The seed given by {@code -Ddictdb.seed}, or a new one; printed either way. */
    static long seed(String test) {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        System.out.printf("%s: seed %d; again with -Ddictdb.seed=%d%n", test, seed, seed);
        return seed;
    }
}
