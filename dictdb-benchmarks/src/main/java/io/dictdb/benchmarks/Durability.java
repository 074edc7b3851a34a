package io.dictdb.benchmarks;

import io.dictdb.DictDB;
import io.dictdb.SyncPolicy;
import io.dictdb.Table;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many commits a second a durable store takes, beside the raw limit of the same disk in the same round: 200 bytes written and forced, again and again. A commit is the insert of one record.
 *
 * <p>Arguments: how many seconds a measurement takes, and how many rounds there are after five that do not count; the medians are printed.
 */
public final class Durability {
    private static final int RAW = 200;
    private static final int MANY = 64;

    /** Rounds that do not count: with many threads on few processors, the compiler needs that long. */
    private static final int WARM_UP = 5;

    private final long nanos;
    private final int rounds;

    private Durability(double seconds, int rounds) {
        this.nanos = (long) (seconds * 1e9);
        this.rounds = rounds;
    }

    /** Measures and prints. */
    public static void main(String[] args) throws IOException {
        double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 1;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        new Durability(seconds, rounds).run();
    }

    private void run() throws IOException {
        List<String> names = List.of(
                "raw: write 200 B and force",
                "EVERY_COMMIT, 1 writer",
                "EVERY_COMMIT, 64 writers",
                "in memory, 1 writer",
                "INTERVAL, 1 writer",
                "NEVER, 1 writer");
        double[][] rates = new double[names.size()][rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            double[] one = round();
            for (int i = 0; round >= 0 && i < one.length; i++) {
                rates[i][round] = one[i];
            }
        }
        double raw = Medians.of(rates[0]);
        double memory = Medians.of(rates[3]);
        for (int i = 0; i < names.size(); i++) {
            double rate = Medians.of(rates[i]);
            System.out.printf(
                    "%-28s %,12.0f /s  %6.2f of raw  %6.2f of memory%n", names.get(i), rate, rate / raw, rate / memory);
        }
    }

    private double[] round() throws IOException {
        return new double[] {
            raw(),
            store(SyncPolicy.EVERY_COMMIT, 1),
            store(SyncPolicy.EVERY_COMMIT, MANY),
            memory(),
            store(SyncPolicy.INTERVAL, 1),
            store(SyncPolicy.NEVER, 1)
        };
    }

    private double raw() throws IOException {
        Path file = Files.createTempFile("raw", ".bin");
        byte[] bytes = new byte[RAW];
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            long begun = System.nanoTime();
            long n = 0;
            while (System.nanoTime() - begun < nanos) {
                out.write(bytes);
                out.getFD().sync();
                n++;
            }
            return n * 1e9 / (System.nanoTime() - begun);
        } finally {
            Files.delete(file);
        }
    }

    private double memory() {
        try (DictDB db = DictDB.create()) {
            return rate(db, 1);
        }
    }

    private double store(SyncPolicy policy, int writers) throws IOException {
        Path directory = Files.createTempDirectory("store");
        try (DictDB db =
                DictDB.builder().directory(directory).syncPolicy(policy).open()) {
            return rate(db, writers);
        } finally {
            Folders.delete(directory);
        }
    }

    private double rate(DictDB db, int writers) {
        Table table = db.createTable("t");
        long end = System.nanoTime() + nanos;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            Thread thread = new Thread(() -> insert(table, end));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return table.count() * 1e9 / (System.nanoTime() - end + nanos);
    }

    private static void insert(Table table, long end) {
        for (int i = 0; System.nanoTime() < end; i++) {
            table.insert(Map.of("v", i, "name", "a customer of ours", "city", "somewhere", "note", NOTE));
        }
    }

    private static final String NOTE = "x".repeat(100);
}
