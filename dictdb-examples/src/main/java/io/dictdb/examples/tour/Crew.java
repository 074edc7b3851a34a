package io.dictdb.examples.tour;

import io.dictdb.examples.terminal.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Threads that do their work at the same time, and one that waits for all of them. */
final class Crew {
    private static final int LOOK = 100;

    private final int threads;
    private final IntConsumer work;

    /**
     * A crew that has not begun.
     *
     * @param threads how many
     * @param work what each does, given its number from 0
     */
    Crew(int threads, IntConsumer work) {
        this.threads = threads;
        this.work = work;
    }

    /** Lets them work to the end; what one of them throws is thrown here. */
    void run() {
        run(() -> {});
    }

    /**
     * Lets them work to the end behind a progress bar.
     *
     * @param done what they count up as they go
     * @return the nanoseconds that it took
     */
    long run(Page page, String label, AtomicInteger done, int total) {
        try (Progress bar = page.progress(label, total)) {
            return page.time(() -> run(() -> bar.to(done.get())));
        }
    }

    private void run(Runnable meanwhile) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                workers.add(pool.submit(() -> work.accept(number)));
            }
            workers.forEach(worker -> await(worker, meanwhile));
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(Future<?> worker, Runnable meanwhile) {
        while (!isDone(worker)) {
            meanwhile.run();
        }
    }

    private static boolean isDone(Future<?> worker) {
        try {
            worker.get(LOOK, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while others worked", e);
        }
    }
}
