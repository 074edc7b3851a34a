package io.dictdb.benchmarks;

import io.dictdb.DictDB;
import io.dictdb.Dsl;
import io.dictdb.Table;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What several threads get done together: gets and updates of one table, 95 to 5 and half and half, with 1, 2, 4 and 8 threads; and transactions that move
 * money between two of eight tables, by the engine alone and behind locks that are taken first, in order. Rounds take turns, so that a noisy
 * machine is unfair to nobody; medians are printed, and the ratio to one thread.
 *
 * <p>{@code java -Xmx4g -cp "dictdb-benchmarks/target/classes:dictdb-benchmarks/target/lib/*" io.dictdb.benchmarks.Threads 1000000}
 */
public final class Threads {
    private static final int[] THREADS = {1, 2, 4, 8};
    private static final int ROUNDS = 7;

    private final PrintStream out;
    private final int operations;
    private long seed = 1;

    Threads(PrintStream out, int operations) {
        this.out = out;
        this.operations = operations;
    }

    /**
     * Runs it.
     *
     * @param arguments how many rows the table has; a million if nothing is said
     */
    public static void main(String... arguments) {
        new Threads(System.out, 400_000).run(arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]));
    }

    void run(int rows) {
        Table table = Transactions.indexed(DictDB.create());
        Transactions.load(table, 0, rows, 10_000);
        print("%-42s %10s %10s %10s %10s   %s%n", "operations/s with threads", 1, 2, 4, 8, "4 to 1");
        mix("95 % get, 5 % update", table, rows, 5);
        mix("50 % get, 50 % update", table, rows, 50);
        for (Transfers.Locking locking : Transfers.Locking.values()) {
            for (int accounts : new int[] {1, 100, 10_000}) {
                transfers(locking, accounts);
            }
        }
    }

    private void mix(String name, Table table, int rows, int updates) {
        row(name, operations, (random, count) -> {
            for (int i = 0; i < count; i++) {
                long id = random.nextLong(rows);
                if (random.nextInt(100) < updates) {
                    String status = random.nextBoolean() ? "completed" : "pending";
                    table.update(Map.of("status", status), Dsl.field("id").eq(id));
                } else {
                    Transactions.read(table.get(id).orElseThrow());
                }
            }
        });
    }

    private void transfers(Transfers.Locking locking, int accounts) {
        Transfers transfers = new Transfers(locking, accounts);
        row("transfers, " + accounts + " accounts, " + locking.words(), operations / 20, (random, count) -> {
            for (int i = 0; i < count; i++) {
                transfers.one(random);
            }
        });
        transfers.check();
        print("%-42s %10.2f%n", "  attempts for each commit", transfers.attemptsPerCommit());
    }

    /** A share of the work, for one thread. */
    private interface Work {
        void run(SplittableRandom random, int count);
    }

    private void row(String name, int count, Work work) {
        double[][] rates = new double[THREADS.length][ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            for (int i = 0; i < THREADS.length; i++) {
                double rate = rate(THREADS[i], count, work);
                rates[i][Math.max(0, round)] = rate;
            }
        }
        Arrays.stream(rates).forEach(Arrays::sort);
        double[] medians = Arrays.stream(rates).mapToDouble(r -> r[ROUNDS / 2]).toArray();
        print(
                "%-42s %10.0f %10.0f %10.0f %10.0f   %.2f%n",
                name, medians[0], medians[1], medians[2], medians[3], medians[2] / medians[0]);
    }

    private double rate(int threads, int count, Work work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                SplittableRandom random = new SplittableRandom(seed++);
                running.add(pool.submit(() -> work.run(random, count / threads)));
            }
            for (Future<?> one : running) {
                one.get();
            }
            return count * 1e9 / (System.nanoTime() - start);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
