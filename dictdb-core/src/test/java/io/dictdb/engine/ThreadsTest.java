package io.dictdb.engine;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.matching;
import static io.dictdb.Dsl.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.DuplicateKeyException;
import io.dictdb.IndexType;
import io.dictdb.Row;
import io.dictdb.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each call is atomic beside others, and no lock is held while a caller's code runs. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThreadsTest {
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final DictDB db = DictDB.create();
    private final Table table = db.createTable("t");

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private <T> List<T> together(int n, Callable<T> work) throws Exception {
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            running.add(threads.submit(work));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> one : running) {
            results.add(one.get());
        }
        return results;
    }

    private static Callable<Boolean> repeated(int times, Runnable work) {
        return () -> {
            for (int i = 0; i < times; i++) {
                work.run();
            }
            return true;
        };
    }

    @Test
    void countersCount() throws Exception {
        table.insert(Map.of("n", 0));
        table.insert(Map.of("n", 0));
        together(
                4,
                repeated(
                        500,
                        () -> table.update(
                                row -> Map.of("n", row.getLong("n") + 1),
                                field("id").eq(1))));
        assertThat(table.get(1).orElseThrow().getLong("n")).isEqualTo(2_000);
        assertThat(table.get(2).orElseThrow().getLong("n")).isZero();
    }

    @Test
    void readersSeeWholeCallsOnly() throws Exception {
        table.createIndex("even", IndexType.HASH);
        AtomicBoolean writing = new AtomicBoolean(true);
        Future<?> writer = threads.submit(() -> {
            for (int i = 0; i < 300; i++) {
                table.insert(List.of(Map.of("even", true, "n", 1), Map.of("even", false, "n", -1)));
                table.update(row -> Map.of("n", row.getLong("n") + (row.getLong("n") > 0 ? 1 : -1)), all());
            }
            writing.set(false);
        });
        List<Integer> looks = together(3, () -> look(writing));
        writer.get();
        assertThat(looks).allMatch(n -> n > 0);
    }

    private int look(AtomicBoolean writing) {
        int looks = 0;
        do {
            Row row = table.aggregate(count(), sum("n").as("sum")).row();
            assertThat(row.getLong("count") % 2).isZero();
            assertThat(row.getLong("count") == 0 || row.getLong("sum") == 0).isTrue();
            List<Row> even = table.select(field("even").eq(true)).list();
            assertThat(even).allMatch(r -> r.getLong("n") > 0);
            looks++;
        } while (writing.get());
        return looks;
    }

    @Test
    void ofManyInsertsOfOneKeyExactlyOneWins() throws Exception {
        for (int key = 0; key < 200; key++) {
            Map<String, Integer> record = Map.of("id", key);
            List<Boolean> won = together(4, () -> wins(record));
            assertThat(won.stream().filter(w -> w)).hasSize(1);
        }
    }

    private boolean wins(Map<String, Integer> record) {
        try {
            table.insert(record);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Test
    void automaticKeysAreUniqueAndWithoutGaps() throws Exception {
        together(4, repeated(500, () -> table.insert(Map.of("x", 1))));
        assertThat(table.count()).isEqualTo(2_000);
        assertThat(table.get(2_000)).isPresent();
    }

    @Test
    void codeOfTheCallerMayCallTheDatabase() {
        table.insert(List.of(Map.of("n", 1), Map.of("n", 2)));
        AtomicInteger calls = new AtomicInteger();
        int updated = table.update(
                row -> {
                    if (calls.getAndIncrement() == 0) {
                        table.insert(Map.of("n", 99));
                    }
                    return Map.of("n", row.getLong("n") + table.count());
                },
                matching("reads the table", row -> table.get(1).isPresent()));
        assertThat(updated).isEqualTo(3);
        assertThat(table.select("n").list()).extracting(row -> row.getLong("n")).allMatch(n -> n >= 3);
    }

    @Test
    void anUpdateFunctionGetsThroughBesideABusyWriter() throws Exception {
        List<Map<String, Integer>> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(Map.of("n", 0));
        }
        table.insert(many);
        AtomicBoolean busy = new AtomicBoolean(true);
        Future<Integer> writer = threads.submit(() -> {
            int writes = 0;
            for (; busy.get(); writes++) {
                table.update(Map.of("other", writes), field("id").eq(writes % 20_000 + 1));
            }
            return writes;
        });
        int updated = table.update(row -> Map.of("n", row.getLong("n") + 1), matching("all", row -> true));
        busy.set(false);
        assertThat(writer.get()).isPositive();
        assertThat(updated).isEqualTo(20_000);
        assertThat(table.aggregate(sum("n").as("n")).row().getLong("n")).isEqualTo(20_000);
    }

    @Test
    void anInterruptedThreadWorksOnAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        table.insert(Map.of("n", 1));
        table.update(row -> Map.of("n", 2), all());
        assertThat(table.get(1).orElseThrow().getInt("n")).isEqualTo(2);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aStreamGoesOnOverTheStateItBeganWith() {
        table.insert(List.of(Map.of("n", 1), Map.of("n", 2), Map.of("n", 3)));
        var rows = table.select().stream().iterator();
        rows.next();
        table.delete(all());
        table.insert(Map.of("n", 4));
        assertThat(rows.next().getInt("n")).isEqualTo(2);
        assertThat(rows.next().getInt("n")).isEqualTo(3);
        assertThat(rows.hasNext()).isFalse();
    }
}
