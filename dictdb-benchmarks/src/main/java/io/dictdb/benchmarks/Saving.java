package io.dictdb.benchmarks;

import static io.dictdb.Dsl.sum;

import io.dictdb.DictDB;
import io.dictdb.SaveOptions;
import io.dictdb.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * Saves the table of transactions in each format and loads it back: medians, sizes, and the memory that a save holds at its half beside the table itself. What is loaded is
 * compared by count and sum.
 *
 * <p>{@code java -Xmx4g -cp "dictdb-benchmarks/target/classes:dictdb-benchmarks/target/lib/*" io.dictdb.benchmarks.Saving 1000000}
 */
public final class Saving {
    private static final List<String> NAMES = List.of("t.ddb", "t.ddb.gz", "t.json", "t.json.gz");
    private static final int BATCH = 10_000;

    private final PrintStream out;
    private final Path folder;
    private final int rounds;
    private final DictDB db = DictDB.create();
    private final Table table = Transactions.indexed(db);

    Saving(PrintStream out, Path folder, int rounds) {
        this.out = out;
        this.folder = folder;
        this.rounds = rounds;
    }

    /**
     * Runs it.
     *
     * @param arguments how many rows; a million if nothing is said
     * @throws IOException when no directory can be made
     */
    public static void main(String... arguments) throws IOException {
        long rows = arguments.length == 0 ? 1_000_000 : Long.parseLong(arguments[0]);
        new Saving(System.out, Files.createTempDirectory("dictdb-saving"), 7).measure(rows);
    }

    void measure(long rows) throws IOException {
        Transactions.load(table, 0, rows, BATCH);
        out.printf(
                Locale.ROOT,
                "%,d rows, medians of %d%n%-10s %10s %10s %10s %14s%n",
                rows,
                rounds,
                "file",
                "KiB",
                "save ms",
                "load ms",
                "held KiB");
        for (String name : NAMES) {
            measure(folder.resolve(name), rows);
        }
        Files.delete(folder);
    }

    private void measure(Path file, long rows) throws IOException {
        double[] save = new double[rounds];
        double[] load = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            db.save(file);
            long between = System.nanoTime();
            DictDB loaded = DictDB.load(file);
            load[i] = (System.nanoTime() - between) / 1e6;
            save[i] = (between - start) / 1e6;
            require(loaded, rows);
        }
        out.printf(
                Locale.ROOT,
                "%-10s %,10d %10.0f %10.0f %,14d%n",
                file.getFileName(),
                Files.size(file) / 1_024,
                Medians.of(save),
                Medians.of(load),
                held(file) / 1_024);
        Files.delete(file);
    }

    private void require(DictDB loaded, long rows) {
        Object expected = table.aggregate(sum("amount")).row().get("sum_amount");
        Table other = loaded.getTable(table.name());
        Object sum = other.aggregate(sum("amount")).row().get("sum_amount");
        if (other.count() != rows || !String.valueOf(sum).equals(String.valueOf(expected))) {
            throw new IllegalStateException("not what was saved");
        }
    }

    /** What is reachable at the half of a save, less what was before. */
    private long held(Path file) throws IOException {
        long half = Files.size(file) / 2;
        long before = used();
        long[] during = new long[1];
        LongConsumer listener = bytes -> during[0] = during[0] == 0 && bytes > half ? used() : during[0];
        db.save(file, SaveOptions.defaults().progress(listener));
        return Math.max(0, during[0] - before);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
