package io.dictdb.transaction;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.matching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.Condition;
import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.QueryCancelledException;
import io.dictdb.Row;
import io.dictdb.Select;
import io.dictdb.Table;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** An interrupt damages nothing and is kept; it ends a query only where the caller asked for that. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptTest {
    private final DictDB db = DictDB.create();
    private final Table table = db.createTable("t");

    InterruptTest() {
        List<Map<String, Integer>> records = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            records.add(Map.of("n", i * 7_919 % 3_000, "m", i % 3));
        }
        table.insert(records);
        table.createIndex("m", IndexType.SORTED);
    }

    @AfterEach
    void clearTheFlag() {
        Thread.interrupted();
    }

    static final List<Consumer<Table>> RUNS = List.of(
            t -> t.select().interruptible().list(),
            t -> t.select(field("n").lt(0)).interruptible().list(),
            t -> t.select().orderBy("n").interruptible().list(),
            t -> t.select().orderBy("m", "n").interruptible().limit(5).list(),
            t -> t.select("m").distinct().interruptible().list(),
            t -> t.select().interruptible().first(),
            t -> t.select(field("id").eq(1)).interruptible().one(),
            t -> t.select().interruptible().count(),
            t -> t.select(field("n").gt(5)).interruptible().count(),
            t -> t.select().interruptible().stream().forEach(row -> {}),
            t -> t.aggregate(count()).interruptible().row(),
            t -> t.aggregate(count()).groupBy("m").interruptible().list());

    @ParameterizedTest
    @FieldSource("RUNS")
    void anInterruptibleQueryOfAnInterruptedThreadIsCancelled(Consumer<Table> run) {
        run.accept(table);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> run.accept(table))
                .isInstanceOf(QueryCancelledException.class)
                .hasMessageContaining("'t'")
                .asInstanceOf(InstanceOfAssertFactories.type(QueryCancelledException.class))
                .satisfies(e -> assertThat(e.table()).isEqualTo("t"));
        assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
        run.accept(table);
    }

    @Test
    void itIsCancelledWhereverItIs() throws Exception {
        AtomicInteger seen = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Select endless = table.select(matching("waits to be interrupted", row -> {
                    seen.incrementAndGet();
                    begun.countDown();
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    return true;
                }))
                .interruptible();
        Thread query = new Thread(() -> {
            try {
                endless.list();
            } catch (QueryCancelledException e) {
                thrown.set(e);
            }
        });
        query.start();
        begun.await();
        query.interrupt();
        query.join();
        assertThat(thrown.get()).isInstanceOf(QueryCancelledException.class);
        assertThat(seen).as("records looked at").hasValue(1);
    }

    @Test
    void aSortIsCancelledInTheMiddle() {
        AtomicInteger seen = new AtomicInteger();
        Select sorted = table.select(matching("interrupts at the last", row -> {
                    if (seen.incrementAndGet() == 3_000) {
                        Thread.currentThread().interrupt();
                    }
                    return true;
                }))
                .orderBy("n");
        assertThat(sorted.list()).as("not asked for").hasSize(3_000);
        assertThat(Thread.interrupted()).isTrue();
        seen.set(0);
        assertThatThrownBy(sorted.interruptible()::list).isInstanceOf(QueryCancelledException.class);
        assertThat(seen).hasValue(3_000);
    }

    @Test
    void groupsAreCancelledWhileTheyAreTested() {
        AtomicInteger seen = new AtomicInteger();
        Condition having = matching("interrupts at the tenth", row -> {
            if (seen.incrementAndGet() == 10) {
                Thread.currentThread().interrupt();
            }
            return true;
        });
        assertThatThrownBy(() -> table.aggregate(count())
                        .groupBy("n")
                        .having(having)
                        .interruptible()
                        .list())
                .isInstanceOf(QueryCancelledException.class);
        assertThat(seen).hasValue(10);
    }

    @Test
    void aStreamIsCancelledWhileItIsRead() {
        Iterator<Row> rows = table.select().interruptible().stream().iterator();
        rows.next();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> rows.forEachRemaining(row -> {})).isInstanceOf(QueryCancelledException.class);
    }

    @Test
    void otherCallsWorkOnAndTheThreadStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThat(table.select(field("n").ge(0)).list()).hasSize(3_000);
        db.transact(tx -> {
            tx.getTable("t").update(Map.of("m", 9), field("id").eq(1));
            tx.createTable("u").insert(Map.of());
        });
        assertThat(table.get(1).orElseThrow().getInt("m")).isEqualTo(9);
        assertThat(db.snapshot().listTables()).containsExactly("t", "u");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aTransactionThatIsOvertakenByOthersWhileInterruptedGetsThrough() {
        AtomicInteger runs = new AtomicInteger();
        db.transact(tx -> {
            int before = table.get(1).orElseThrow().getInt("m");
            if (runs.incrementAndGet() < 6) {
                Elsewhere.run(() -> table.update(
                        row -> Map.of("m", row.getInt("m") + 1), field("id").eq(1)));
            }
            table.update(Map.of("m", before + 100), field("id").eq(1));
            Thread.currentThread().interrupt();
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(table.get(1).orElseThrow().getInt("m")).isEqualTo(105);
        assertThat(table.update(Map.of("m", 0), all())).isEqualTo(3_000);
    }
}
