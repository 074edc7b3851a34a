package io.dictdb.benchmarks;

import io.dictdb.DictDB;
import io.dictdb.OperationLog;
import io.dictdb.Table;
import io.dictdb.logging.Logging;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.event.Level;

/**
 * How many records a second are inserted while each is a line in a file, beside the same without a log, and beside the limit of the same round: such lines written one by one with nothing else done.
 *
 * <p>Arguments: how many records a measurement inserts, and how many rounds there are after five that do not count; the medians are printed.
 */
public final class OperationLogs {
    private static final int WARM_UP = 5;
    private static final byte[] LINE =
            "2026-12-01T12:00:00.000+01:00 INFO  [main] io.dictdb.operations: INSERT t id=123456\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final int records;

    private OperationLogs(int records) {
        this.records = records;
    }

    /** Measures and prints. */
    public static void main(String[] args) throws IOException {
        int records = args.length > 0 ? Integer.parseInt(args[0]) : 400_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 11;
        new OperationLogs(records).run(rounds);
    }

    private void run(int rounds) throws IOException {
        List<String> names = List.of(
                "lines alone",
                "no log, one by one",
                "log, one by one",
                "log, one by one, 2 threads",
                "log, in lists of 1,000");
        double[][] rates = new double[names.size()][rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            double[] one = {
                lines(), rate(1, 1), logged(1, 1), logged(1, 2), logged(1_000, 1),
            };
            for (int i = 0; round >= 0 && i < one.length; i++) {
                rates[i][round] = one[i];
            }
        }
        double limit = Medians.of(rates[0]);
        for (int i = 0; i < names.size(); i++) {
            double rate = Medians.of(rates[i]);
            System.out.printf("%-28s %,12.0f /s  %5.2f of lines alone%n", names.get(i), rate, rate / limit);
        }
    }

    private double lines() throws IOException {
        Path file = Files.createTempFile("lines", ".log");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            long begun = System.nanoTime();
            for (int i = 0; i < records; i++) {
                out.write(LINE);
                out.flush();
            }
            return records * 1e9 / (System.nanoTime() - begun);
        } finally {
            Files.delete(file);
        }
    }

    private double logged(int batch, int threads) throws IOException {
        Path directory = Files.createTempDirectory("logs");
        try {
            Path file = directory.resolve("operations.log");
            Logging.addSink(file, Level.INFO, event -> event.component().equals("operations"));
            OperationLog.setDefault(OperationLog.on());
            double rate = rate(batch, threads);
            Logging.reset();
            try (var lines = Files.lines(file)) {
                if (lines.count() != records) {
                    throw new IllegalStateException("lines are missing in " + file);
                }
            }
            return rate;
        } finally {
            Folders.delete(directory);
        }
    }

    private double rate(int batch, int threads) {
        try (DictDB db = DictDB.create()) {
            Table table = db.createTable("t");
            long begun = System.nanoTime();
            List<Thread> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Thread thread = new Thread(() -> insert(table, batch, records / threads));
                running.add(thread);
                thread.start();
            }
            running.forEach(OperationLogs::join);
            return records * 1e9 / (System.nanoTime() - begun);
        }
    }

    private static void insert(Table table, int batch, int records) {
        List<Map<String, Object>> list = new ArrayList<>(batch);
        for (int i = 0; i < records; i += batch) {
            list.clear();
            for (int k = 0; k < batch; k++) {
                list.add(Map.of("n", i + k, "name", "a customer of ours"));
            }
            table.insert(list);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
