package io.dictdb.benchmarks.race;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is measured, by the names that the tables have. */
enum Workload {
    W1("bulk load with indexes", "rows/s", Engine.CQENGINE, Loads::bulk),
    W2("single inserts", "rows/s", Engine.HSQLDB, Loads::single),
    W3("get by key", "ops/s", Engine.CQENGINE, Calls::get),
    W4("hash equality, 1 row in 1,000", "ops/s", Engine.CQENGINE, Calls::customer),
    W5("range of 1,010 rows", "ops/s", Engine.CQENGINE, Calls::range),
    W6("top 10 by a sorted index", "ops/s", Engine.HSQLDB, Calls::top),
    W7("unindexed filter, 1 % of rows", "ops/s", Engine.DUCKDB, Calls::scan),
    W7C("unindexed count", "ops/s", Engine.DUCKDB, Calls::count),
    W8("group by 1,000 keys: count, sum, avg", "ops/s", Engine.DUCKDB, Calls::groups),
    W9("update of an unindexed field by key", "ops/s", Engine.SQLITE, Calls::status),
    W9B("update of an indexed field by key", "ops/s", Engine.SQLITE, Calls::date),
    W10("delete by key and insert again", "pairs/s", Engine.CQENGINE, Calls::replace),
    W11_95_1("95 % get, 5 % update, 1 thread", "ops/s", Engine.CQENGINE, cell -> Mixes.run(cell, 1, 5)),
    W11_95_2("95 % get, 5 % update, 2 threads", "ops/s", Engine.CQENGINE, cell -> Mixes.run(cell, 2, 5)),
    W11_95_4("95 % get, 5 % update, 4 threads", "ops/s", Engine.CQENGINE, cell -> Mixes.run(cell, 4, 5)),
    W11_95_8("95 % get, 5 % update, 8 threads", "ops/s", Engine.CQENGINE, cell -> Mixes.run(cell, 8, 5)),
    W11_50_4("50 % get, 50 % update, 4 threads", "ops/s", Engine.H2, cell -> Mixes.run(cell, 4, 50)),
    W12_OUT("whole table to a file, its own form", "ms", Engine.DUCKDB, Files12::out),
    W12_IN("and back", "ms", Engine.SQLITE, Files12::in),
    W13("memory with indexes", "bytes/row", Engine.SQLITE, Memory::perRow),
    W14_GET("worst get while the table is written to a file", "ms", Engine.SQLITE, Pauses::get),
    W14_UPDATE("worst update while the table is written to a file", "ms", Engine.DUCKDB, Pauses::update),
    W14_RATE("throughput of one thread meanwhile, of the quiet one", "%", Engine.H2, Pauses::rate);

    private final String title;
    private final String unit;
    private final Engine best;
    private final Work work;

    /** @param best the rival that is the first to be looked at */
    Workload(String title, String unit, Engine best, Work work) {
        this.title = title;
        this.unit = unit;
        this.best = best;
        this.work = work;
    }

    /** Measures; returns what each round gave. */
    @FunctionalInterface
    interface Work {
        double[] run(Cell cell) throws Exception;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }

    double[] run(Cell cell) throws Exception {
        return work.run(cell);
    }

    /** Rates and shares are good when they are high, times and sizes when they are low. */
    boolean isMoreBetter() {
        return unit.endsWith("/s") || unit.equals("%");
    }

    /** How often the first is better than the second. */
    double ratio(double value, double other) {
        return isMoreBetter() ? value / other : other / value;
    }

    /** Ours and the best of the others. */
    List<Engine> quick() {
        return List.of(Engine.DICTDB, best);
    }

    /** That one, or all that begin so: W11 has several. */
    static List<Workload> named(String name) {
        List<Workload> found = Arrays.stream(values())
                .filter(each -> each.toString().equalsIgnoreCase(name)
                        || each.toString().toUpperCase(Locale.ROOT).startsWith(name.toUpperCase(Locale.ROOT) + "-"))
                .toList();
        return found.isEmpty() ? List.of(of(name)) : found;
    }

    static Workload of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no workload " + name + "; there are " + Arrays.toString(values())));
    }

    @Override
    public String toString() {
        return name().replace('_', '-').replace("C", "c").replace("W9B", "W9b");
    }
}
