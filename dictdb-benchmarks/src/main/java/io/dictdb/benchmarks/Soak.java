package io.dictdb.benchmarks;

import static io.dictdb.Dsl.field;

import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.Subscription;
import io.dictdb.Table;
import io.dictdb.backup.BackupManager;
import io.dictdb.backup.Retention;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * A durable store that works for a long time: two writers and two readers at a steady pace, a subscription, incremental backups every second. Each minute a line tells what is alive after a collection, threads, open files, the disk, and how
 * long a read and a write took at the 99.9th percentile. None of them may grow.
 *
 * <p>{@code java -Xmx1g -cp "dictdb-benchmarks/target/classes:dictdb-benchmarks/target/lib/*" io.dictdb.benchmarks.Soak 60}
 */
public final class Soak {
    private static final int ROWS = 50_000;
    private static final int MOST = 1_000_000;
    private static final long PAUSE = 200_000;
    private static final Executor THREADS = task -> new Thread(task).start();

    private final PrintStream out;
    private final Path folder;
    private final int minutes;
    private final AtomicBoolean done = new AtomicBoolean();
    private final Times reads = new Times();
    private final Times writes = new Times();

    /** What calls took since the last look. */
    private static final class Times {
        private long[] nanos = new long[MOST];
        private int count;

        synchronized void add(long time) {
            if (count < MOST) {
                nanos[count++] = time;
            }
        }

        /** The 99.9th percentile in microseconds; begins anew. */
        synchronized double high() {
            long[] sorted = Arrays.copyOf(nanos, count);
            Arrays.sort(sorted);
            count = 0;
            return sorted.length == 0 ? 0 : sorted[(int) (sorted.length * 0.999)] / 1e3;
        }
    }

    Soak(PrintStream out, Path folder, int minutes) {
        this.out = out;
        this.folder = folder;
        this.minutes = minutes;
    }

    /**
     * Runs it.
     *
     * @param arguments how many minutes; 60 if nothing is said
     * @throws IOException when no directory can be made
     */
    public static void main(String... arguments) throws IOException {
        int minutes = arguments.length == 0 ? 60 : Integer.parseInt(arguments[0]);
        new Soak(System.out, Files.createTempDirectory("dictdb-soak"), minutes).run();
    }

    void run() throws IOException {
        AtomicLong told = new AtomicLong();
        try (DictDB db = DictDB.open(folder.resolve("store"));
                BackupManager backups = BackupManager.builder(db, folder.resolve("backups"))
                        .interval(Duration.ofSeconds(1))
                        .incremental(true)
                        .fileFormat(FileFormat.IMAGE)
                        .retention(Retention.keepFulls(3))
                        .build();
                Subscription subscription = db.subscribe(0, commit -> told.incrementAndGet())) {
            Table table = db.createTable("t");
            table.createIndex("v");
            table.insert(IntStream.range(0, ROWS)
                    .mapToObj(i -> Map.of("v", i % 1_000, "name", "a customer of ours"))
                    .toList());
            backups.start();
            List<CompletableFuture<Void>> work = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                SplittableRandom writer = new SplittableRandom(i);
                SplittableRandom reader = writer.split();
                work.add(CompletableFuture.runAsync(() -> repeat(writes, () -> write(table, writer)), THREADS));
                work.add(CompletableFuture.runAsync(() -> repeat(reads, () -> read(table, reader)), THREADS));
            }
            out.printf(
                    "%6s %10s %8s %6s %10s %12s %12s %12s %10s%n",
                    "minute", "heap MiB", "threads", "files", "disk MiB", "read us", "write us", "commits", "behind");
            for (int minute = 1; minute <= minutes; minute++) {
                LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(1));
                line(minute, db, subscription);
            }
            done.set(true);
            work.forEach(CompletableFuture::join);
            db.sync();
            boolean all = subscription.await(db.sequence(), Duration.ofMinutes(1));
            out.printf("%,d commits, all told once: %s%n", db.sequence(), all && told.get() == db.sequence());
        }
        Folders.delete(folder);
    }

    private void repeat(Times times, Runnable work) {
        while (!done.get()) {
            long begun = System.nanoTime();
            work.run();
            times.add(System.nanoTime() - begun);
            LockSupport.parkNanos(PAUSE);
        }
    }

    private static void write(Table table, SplittableRandom random) {
        long id = random.nextLong(ROWS) + 1;
        if (random.nextInt(10) == 0) {
            table.deleteIfAny(field("id").eq(id));
        } else {
            table.upsert(Map.of("id", id, "v", random.nextInt(1_000), "name", "x".repeat(random.nextInt(30))));
        }
    }

    private static void read(Table table, SplittableRandom random) {
        int unused = table.select(field("v").eq(random.nextInt(1_000)))
                .limit(10)
                .list()
                .size();
    }

    private void line(int minute, DictDB db, Subscription subscription) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        String[] files = new File("/proc/self/fd").list();
        out.printf(
                "%6d %10.1f %8d %6d %10.1f %12.0f %12.0f %12d %10d%n",
                minute,
                (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                files == null ? -1 : files.length,
                (Folders.size(folder.resolve("store")) + Folders.size(folder.resolve("backups"))) / 1048576.0,
                reads.high(),
                writes.high(),
                db.sequence(),
                db.sequence() - subscription.sequence());
    }
}
