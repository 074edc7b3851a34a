package io.dictdb.benchmarks;

import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.sum;

import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.Table;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Grows a table to many rows and prints, at each power of ten, what an insert, a get and the usual queries cost there, and the memory: costs must not
 * grow with the table, beyond what caches explain. Every answer is checked.
 *
 * <p>{@code java -Xmx4g -cp "dictdb-benchmarks/target/classes:dictdb-benchmarks/target/lib/*" io.dictdb.benchmarks.Scale 10000000}
 */
public final class Scale {
    private static final int BATCH = 10_000;
    private static final int ROUNDS = 2_000;

    private final PrintStream out;
    private final DictDB db = DictDB.create();
    private final Table table = Transactions.indexed(db);
    private long rows;

    Scale(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @param arguments how many rows; ten million if nothing is said
     */
    public static void main(String... arguments) {
        new Scale(System.out).growTo(arguments.length == 0 ? 10_000_000 : Long.parseLong(arguments[0]));
    }

    void growTo(long most) {
        print(
                "%12s %12s %12s %10s %12s %10s %10s %10s %9s%n",
                "rows",
                "bulk µs/row",
                "insert µs",
                "get µs",
                "=1/1000 ms",
                "range µs",
                "top 10 µs",
                "groups ms",
                "bytes/row");
        for (long goal = Math.min(10_000, most); rows < most; goal = Math.min(most, goal * 10)) {
            measure(goal);
        }
    }

    private void measure(long goal) {
        long before = rows;
        long single = Math.min(ROUNDS, (goal - before) / 2);
        double bulk = microseconds(() -> load(goal - single)) / Math.max(1, goal - single - before);
        double insert = microseconds(() -> insert(goal)) / Math.max(1, single);
        double get = microseconds(this::gets) / ROUNDS;
        double equal = microseconds(() -> equal(goal)) / 10;
        double range = microseconds(this::ranges) / 100;
        double top = microseconds(this::tops) / 100;
        double groups = microseconds(this::groups);
        print(
                "%12d %12.2f %12.2f %10.2f %12.2f %10.1f %10.1f %10.0f %9.0f%n",
                rows, bulk, insert, get, equal / 1e3, range, top, groups / 1e3, memory());
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
    }

    private static double microseconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e3;
    }

    private void load(long to) {
        Transactions.load(table, rows, to, BATCH);
        rows = Math.max(rows, to);
    }

    private void insert(long to) {
        for (; rows < to; rows++) {
            table.insert(Transactions.record(rows));
        }
    }

    private void gets() {
        for (long i = 0; i < ROUNDS; i++) {
            long id = i * 7_919 % rows;
            Row row = table.get(id).orElseThrow();
            check(Double.valueOf(id * 0.99), row.getDouble("amount"), () -> "get " + id);
        }
    }

    private void equal(long goal) {
        for (long customer = 0; customer < 10; customer++) {
            List<Row> found = table.select(field("customer_id").eq(customer)).list();
            check((int) (goal / Transactions.CUSTOMERS), found.size(), () -> "equality");
        }
    }

    private void ranges() {
        for (int i = 0; i < 100; i++) {
            double low = i * 7.0;
            int size = table.select(field("amount").ge(low).and(field("amount").lt(low + 990)))
                    .list()
                    .size();
            check(true, size >= 999 && size <= 1_001, () -> "range of " + size);
        }
    }

    private void tops() {
        for (int i = 0; i < 100; i++) {
            Row first = table.select().orderBy("-amount").limit(10).list().get(0);
            check(rows - 1, first.getLong("id"), () -> "top 10");
        }
    }

    private void groups() {
        List<Row> groups = table.aggregate(count().as("n"), sum("id").as("total"))
                .groupBy("date")
                .list();
        long total = groups.stream()
                .mapToLong(group -> (long) Transactions.number(group.getLong("total")))
                .sum();
        check(rows * (rows - 1) / 2, total, () -> "group by");
    }

    private static void check(Object expected, @Nullable Object got, Supplier<String> what) {
        if (!expected.equals(got)) {
            throw new IllegalStateException(what.get() + ": expected " + expected + ", got " + got);
        }
    }

    private double memory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / (double) rows;
    }
}
