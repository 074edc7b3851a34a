package io.dictdb.benchmarks;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.field;

import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.SyncPolicy;
import io.dictdb.Table;
import io.dictdb.internal.engine.EngineBuilder;
import io.dictdb.internal.file.Disk;
import io.dictdb.internal.file.Storage;
import io.dictdb.internal.timer.ThreadTimer;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * What readers feel when each force of the disk takes 100 ms to 2 s; and, when every record is overwritten a hundred times, how much of the disk a durable store takes beside what its records take as CSV, and what writers
 * feel of the images that are written meanwhile. Plain files in the place of the store show what of it is the machine's and the garbage collector's.
 *
 * <p>{@code java -Xmx4g -cp "dictdb-benchmarks/target/classes:dictdb-benchmarks/target/lib/*" io.dictdb.benchmarks.Stalls 300000}
 */
public final class Stalls {
    private static final int READS = 2_000_000;
    private static final int REWRITES = 100;
    private static final int BATCH = 100;
    private static final Executor THREADS = task -> new Thread(task).start();

    private final PrintStream out;
    private final Path folder;
    private final int rows;

    Stalls(PrintStream out, Path folder, int rows) {
        this.out = out;
        this.folder = folder;
        this.rows = rows;
    }

    /**
     * Runs it.
     *
     * @param arguments how many records; 300,000 if nothing is said
     * @throws IOException when no directory can be made
     */
    public static void main(String... arguments) throws IOException {
        int rows = arguments.length == 0 ? 300_000 : Integer.parseInt(arguments[0]);
        new Stalls(System.out, Files.createTempDirectory("dictdb-stalls"), rows).measure();
    }

    void measure() throws IOException {
        out.printf("%-46s %10s %10s %10s%n", "a reader, microseconds", "median", "99 %", "worst");
        slow("EVERY_COMMIT, a force takes 0.1 to 2 s", SyncPolicy.EVERY_COMMIT);
        slow("INTERVAL, a force takes 0.1 to 2 s", SyncPolicy.INTERVAL);
        out.printf(
                "%n%-46s %10s %10s %10s %10s %10s%n",
                "100 rewrites, microseconds a commit of 100", "median", "99 %", "worst", "> 10 ms", "disk/live");
        plain();
        rewrites("in memory", DictDB.builder(), folder.resolve("none"));
        for (SyncPolicy policy : List.of(SyncPolicy.EVERY_COMMIT, SyncPolicy.INTERVAL)) {
            Path directory = folder.resolve(policy + "-rewritten");
            rewrites(policy.name(), DictDB.builder().directory(directory).syncPolicy(policy), directory);
        }
        Folders.delete(folder);
    }

    private void print(String name, Latencies times) {
        out.printf("%-46s %10.1f %10.1f %10.1f", name, times.median(), times.high(), times.worst());
    }

    /** The disk, whose forces take long while it is told so. */
    private static Storage slow(AtomicBoolean slow) {
        return (Storage) proxy(Storage.class, Disk.HERE, slow);
    }

    private static Object proxy(Class<?> type, Object real, AtomicBoolean slow) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            if (method.getName().startsWith("force") && slow.get()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                        ThreadLocalRandom.current().nextInt(100, 2_000)));
            }
            Object result = call(method, real, arguments);
            return method.getName().equals("create") ? proxy(Storage.Output.class, result, slow) : result;
        });
    }

    private static Object call(Method method, Object real, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void slow(String name, SyncPolicy policy) {
        AtomicBoolean slow = new AtomicBoolean();
        try (DictDB db = new EngineBuilder()
                .disk(slow(slow), thread -> Executors.newSingleThreadExecutor(Stalls::daemon), ThreadTimer::new)
                .directory(folder.resolve(policy + "-slow"))
                .syncPolicy(policy)
                .open()) {
            Table table = filled(db);
            slow.set(true);
            AtomicBoolean done = new AtomicBoolean();
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                int seed = i;
                writers.add(CompletableFuture.runAsync(() -> write(table, new SplittableRandom(seed), done), THREADS));
            }
            long[] nanos = new long[READS];
            SplittableRandom random = new SplittableRandom(7);
            int reads = 0;
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (reads < READS && System.nanoTime() < end) {
                long begun = System.nanoTime();
                Row unused = table.get(random.nextInt(rows) + 1).orElseThrow();
                nanos[reads++] = System.nanoTime() - begun;
            }
            done.set(true);
            slow.set(false);
            writers.forEach(CompletableFuture::join);
            print(name, Latencies.of(nanos, reads));
            out.println();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "slow disk");
        thread.setDaemon(true);
        return thread;
    }

    private void write(Table table, SplittableRandom random, AtomicBoolean done) {
        while (!done.get()) {
            table.update(Map.of("v", random.nextInt()), field("id").eq(random.nextInt(rows) + 1));
            LockSupport.parkNanos(100_000);
        }
    }

    private Table filled(DictDB db) {
        Table table = db.createTable("t");
        table.insert(IntStream.range(0, rows)
                .mapToObj(i -> Map.of("v", i, "name", "a customer of ours", "note", "n" + i))
                .toList());
        return table;
    }

    private void rewrites(String name, DictDB.Builder builder, Path directory) throws IOException {
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong most = new AtomicLong();
        try (DictDB db = builder.open()) {
            Table table = filled(db);
            int commits = rows / BATCH;
            long[] nanos = new long[REWRITES * commits];
            rewrite(db, -1, nanos); // behind the first image
            CompletableFuture<Void> watching = CompletableFuture.runAsync(() -> watch(directory, most, done), THREADS);
            for (int i = 0; i < REWRITES; i++) {
                rewrite(db, i, nanos);
            }
            done.set(true);
            watching.join();
            printStalls(name, nanos);
            out.printf(" %10.2f%n", (double) most.get() / live(db));
            if (table.select(all()).count() != rows) {
                throw new IllegalStateException("records are missing");
            }
        }
    }

    private void printStalls(String name, long[] nanos) {
        print(name, Latencies.of(nanos, nanos.length));
        out.printf(
                " %10d", Arrays.stream(nanos).filter(time -> time > 10_000_000).count());
    }

    /** As many records made and kept, as many forces of the disk, and no store. */
    private void plain() throws IOException {
        Object[] kept = new Object[rows];
        AtomicLong made = new AtomicLong();
        long[] nanos = new long[REWRITES * (rows / BATCH)];
        new PlainFiles(folder, THREADS).append(nanos, () -> {
            for (int i = 0; i < BATCH; i++) {
                long id = made.getAndIncrement();
                kept[(int) (id % rows)] = Map.of("id", id, "v", i, "note", "n" + i + "-" + id);
            }
        });
        printStalls("plain files, without a store", nanos);
        out.println();
    }

    /** What the records take as text, without the names of fields. */
    private long live(DictDB db) throws IOException {
        Path text = folder.resolve("live.csv");
        int unused = db.getTable("t").exportCsv(text, CsvOptions.defaults());
        return Files.size(text);
    }

    /** Overwrites everything; notes how long each commit took in the place of its round. */
    private void rewrite(DictDB db, int round, long[] nanos) {
        int commits = rows / BATCH;
        for (int commit = 0; commit < commits; commit++) {
            long from = (long) commit * BATCH + 1;
            long begun = System.nanoTime();
            db.transact(tx -> rewrite(tx.getTable("t"), from, round));
            nanos[Math.max(0, round) * commits + commit] = System.nanoTime() - begun;
        }
    }

    private static void rewrite(Table table, long from, int round) {
        for (long id = from; id < from + BATCH; id++) {
            table.upsert(Map.of("id", id, "v", round, "note", "n" + round + "-" + id));
        }
    }

    private static void watch(Path directory, AtomicLong most, AtomicBoolean done) {
        while (!done.get()) {
            most.accumulateAndGet(Folders.size(directory), Math::max);
            LockSupport.parkNanos(2_000_000);
        }
    }
}
