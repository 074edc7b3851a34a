package io.dictdb.benchmarks;

import static io.dictdb.Dsl.avg;
import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.sum;

import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.Table;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The engine's calls one by one, on the transactions table. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class EngineBenchmark {
    /** How many rows the table has. */
    @Param("1000000")
    public int rows;

    private Table table = Transactions.indexed(DictDB.create());
    private long turn;

    /** Fills the table. */
    @Setup
    public void fill() {
        table = Transactions.indexed(DictDB.create());
        Transactions.load(table, 0, rows, 10_000);
    }

    private long someId() {
        turn = (turn + 7_919) % rows;
        return turn;
    }

    private static double read(List<Row> found) {
        double digest = 0;
        for (Row row : found) {
            digest += Transactions.read(row);
        }
        return digest;
    }

    /** Get by key, five fields read. */
    @Benchmark
    public double get() {
        return Transactions.read(table.get(someId()).orElseThrow());
    }

    /** Equality over a hash index, 1 row of 1,000. */
    @Benchmark
    public double equality() {
        return read(table.select(field("customer_id").eq(someId() % Transactions.CUSTOMERS))
                .list());
    }

    /** A range of some 1,000 rows over a sorted index. */
    @Benchmark
    public double range() {
        double low = someId() % (rows / 2);
        return read(table.select(field("amount").between(low, low + 1_000)).list());
    }

    /** The ten largest by a sorted index. */
    @Benchmark
    public double top() {
        return read(table.select().orderBy("-amount").limit(10).list());
    }

    /** A filter without an index that keeps 1 in 1,000. */
    @Benchmark
    public double filter() {
        return read(table.select(field("id").lt(rows / 1_000)).list());
    }

    /** Three aggregates over 1,000 groups. */
    @Benchmark
    public int groupBy() {
        return table.aggregate(count(), sum("amount"), avg("amount"))
                .groupBy("customer_id")
                .list()
                .size();
    }

    /** Update of a field without an index. */
    @Benchmark
    public int update() {
        return table.update(
                Map.of("status", turn % 3 == 0 ? "completed" : "pending"),
                field("id").eq(someId()));
    }

    /** Update of a field with a sorted index. */
    @Benchmark
    public int updateIndexed() {
        return table.update(
                Map.of("date", Transactions.day(turn / 5)), field("id").eq(someId()));
    }

    /** Delete and insert again. */
    @Benchmark
    public Object replace() {
        long id = someId();
        table.delete(field("id").eq(id));
        return table.insert(Transactions.record(id));
    }
}
