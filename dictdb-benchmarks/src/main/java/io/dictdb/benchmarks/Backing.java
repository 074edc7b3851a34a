package io.dictdb.benchmarks;

import static io.dictdb.Dsl.field;

import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.Table;
import io.dictdb.backup.BackupFile;
import io.dictdb.backup.BackupManager;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * What backups of the table of transactions cost: a full one, a delta of a thousand changed records, and what writers feel meanwhile. Rounds with and without backups take turns.
 * A writer updates one record after the other, beside a full backup; then four move money between tables beside one backup after the other. Their latencies are compared by their 99th percentile and their worst.
 *
 * <p>{@code java -Xmx4g -cp "dictdb-benchmarks/target/classes:dictdb-benchmarks/target/lib/*" io.dictdb.benchmarks.Backing 1000000}
 */
public final class Backing {
    private static final int CHANGES = 1_000;
    private static final int BATCH = 10_000;
    private static final int LATENCIES = 4_000_000;

    private final PrintStream out;
    private final Path folder;
    private final int rounds;
    private final int rows;
    private final DictDB db = DictDB.create();
    private final Table table = Transactions.indexed(db);
    private final SplittableRandom random = new SplittableRandom(1);

    Backing(PrintStream out, Path folder, int rounds, int rows) {
        this.out = out;
        this.folder = folder;
        this.rounds = rounds;
        this.rows = rows;
    }

    /**
     * Runs it.
     *
     * @param arguments how many rows; a million if nothing is said
     * @throws IOException when no directory can be made
     */
    public static void main(String... arguments) throws IOException {
        int rows = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        new Backing(System.out, Files.createTempDirectory("dictdb-backing"), 7, rows).measure();
    }

    void measure() throws IOException {
        Transactions.load(table, 0, rows, BATCH);
        print("%,d rows, medians of %d%n%-34s %10s %10s%n", rows, rounds, "backup", "KiB", "ms");
        for (boolean verified : new boolean[] {false, true}) {
            cost("image", FileFormat.IMAGE, verified);
            cost("JSON", FileFormat.JSON, verified);
        }
        print("%n%-34s %10s %10s %10s%n", "a writer, microseconds", "median", "99 %", "worst");
        for (FileFormat format : List.of(FileFormat.IMAGE, FileFormat.JSON)) {
            beside(format);
        }
        transfers();
        Files.delete(folder);
    }

    private BackupManager manager(FileFormat format, boolean verified) {
        return BackupManager.builder(db, folder)
                .fileFormat(format)
                .verify(verified)
                .build();
    }

    private void cost(String name, FileFormat format, boolean verified) throws IOException {
        String suffix = verified ? ", read back" : "";
        BackupManager manager = manager(format, verified);
        double[] full = new double[rounds];
        double[] delta = new double[rounds];
        long[] bytes = new long[2];
        for (int i = 0; i < rounds; i++) {
            full[i] = millis(manager::backupFull);
            bytes[0] = size(manager);
            change();
            delta[i] = millis(manager::backupDelta);
            bytes[1] = size(manager);
            clear();
        }
        print("%-34s %,10d %10.1f%n", "full, " + name + suffix, bytes[0] / 1_024, Medians.of(full));
        print("%-34s %,10d %10.1f%n", "delta of 1,000 records" + suffix, bytes[1] / 1_024, Medians.of(delta));
    }

    /** Records all over the table. */
    private void change() {
        for (int i = 0; i < CHANGES; i++) {
            update();
        }
    }

    private void update() {
        String status = random.nextBoolean() ? "completed" : "pending";
        table.update(Map.of("status", status), field("id").eq(random.nextLong(rows)));
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static long size(BackupManager manager) {
        return manager.status().lastBackup().map(BackupFile::bytes).orElse(0L);
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /** The writer of the round with a backup stops when that is complete; the one without makes as many updates. */
    private void beside(FileFormat format) throws IOException {
        Latencies[] with = new Latencies[rounds];
        Latencies[] without = new Latencies[rounds];
        for (int i = -1; i < rounds; i++) {
            Latencies one = beside(manager(format, true));
            Latencies other = writer(n -> n < one.count(), () -> {});
            with[Math.max(0, i)] = one;
            without[Math.max(0, i)] = other;
            clear();
        }
        print("without a backup", without);
        print("beside a full backup, " + format.name(), with);
    }

    /** Four threads move money between tables; in every other round backups are written one after the other. */
    private void transfers() throws IOException {
        Transfers transfers = new Transfers(Transfers.Locking.NONE, 1_000);
        Movers movers = new Movers(transfers, rows / 10);
        Latencies[] with = new Latencies[rounds];
        Latencies[] without = new Latencies[rounds];
        int backups = 0;
        for (int i = -1; i < rounds; i++) {
            without[Math.max(0, i)] = movers.run();
            BackupManager manager = BackupManager.builder(transfers.db(), folder)
                    .incremental(true)
                    .build();
            AtomicBoolean moving = new AtomicBoolean(true);
            CompletableFuture<Void> backup = CompletableFuture.runAsync(() -> {
                while (moving.get()) {
                    manager.backupNow();
                }
            });
            with[Math.max(0, i)] = movers.run();
            moving.set(false);
            backup.join();
            backups += BackupManager.list(folder).size();
            clear();
        }
        transfers.check();
        print("four movers of money, no backup", without);
        print("and " + backups / (rounds + 1) + " backups meanwhile", with);
    }

    private Latencies beside(BackupManager manager) {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> backup = CompletableFuture.runAsync(() -> {
            begun.countDown();
            manager.backupFull();
        });
        return writer(n -> !backup.isDone(), () -> await(begun));
    }

    private static void await(CountDownLatch begun) {
        try {
            begun.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Latencies writer(LongPredicate goesOn, Runnable before) {
        long[] nanos = new long[LATENCIES];
        before.run();
        int count = 0;
        do {
            long start = System.nanoTime();
            update();
            nanos[count++] = System.nanoTime() - start;
        } while (goesOn.test(count) && count < nanos.length);
        return Latencies.of(nanos, count);
    }

    private void print(String name, Latencies[] rounds) {
        Arrays.sort(rounds, Comparator.comparing(Latencies::high));
        Latencies middle = rounds[rounds.length / 2];
        double[] worst = Arrays.stream(rounds).mapToDouble(Latencies::worst).toArray();
        print("%-34s %10.1f %10.1f %10.0f%n", name, middle.median(), middle.high(), Medians.of(worst));
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
