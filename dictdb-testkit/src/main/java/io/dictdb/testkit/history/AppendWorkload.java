package io.dictdb.testkit.history;

import io.dictdb.testkit.Choices;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Many threads that append to lists and read them, all at the same time. */
public final class AppendWorkload {
    private static final int READ_AT_ONCE = 16;

    private AppendWorkload() {}

    /**
     * Executes random transactions of one to five steps, and at the end reads all keys once more. The transactions are the same for the same seed; which
     * thread executes which, and when, is not.
     *
     * @param threads how many threads
     * @param transactions how many transactions by all threads together
     * @param keys how many keys are in use at a time; after 32 appends to one it is replaced by a new one
     * @param seed for the transactions
     * @param store the store under test
     * @return what was done and seen
     * @throws IllegalStateException if the store threw something, which is the cause, or if this thread was interrupted
     */
    public static History run(int threads, int transactions, int keys, long seed, ListStore store) {
        List<List<Op>> plan = Plan.of(transactions, keys).draw(Choices.random(seed));
        Recording recording = new Recording();
        AtomicInteger next = new AtomicInteger();
        runInParallel(threads, () -> {
            Recording.Recorder recorder = recording.recorder();
            for (int i = next.getAndIncrement(); i < plan.size(); i = next.getAndIncrement()) {
                execute(plan.get(i), store, recorder);
            }
            return recorder;
        });
        Recording.Recorder last = recording.recorder();
        Plan.reads(plan, READ_AT_ONCE).forEach(reads -> execute(reads, store, last));
        return recording.history();
    }

    private static void execute(List<Op> ops, ListStore store, Recording.Recorder recorder) {
        recorder.begin();
        ListStore.Attempt attempt = store.execute(ops);
        recorder.end(attempt.outcome(), attempt.done(ops));
    }

    private static void runInParallel(int threads, Callable<?> work) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            for (Future<?> done : executor.invokeAll(Collections.nCopies(threads, work))) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the store under test failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the workload was interrupted", e);
        } finally {
            executor.shutdownNow();
        }
    }
}
