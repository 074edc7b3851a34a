package io.dictdb.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.Dsl;
import io.dictdb.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export shows one commit, whatever is written meanwhile; two of them to one file leave one of both. */
class ExportWhileWritingTest {
    private static final int COMMITS = 300;

    private final DictDB db = DictDB.create();
    private final Table table = db.createTable("t");

    @TempDir
    Path folder;

    @Test
    void everyFileIsOfOneCommit() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Future<Integer> writer = threads.submit(() -> write(done));
            List<Future<Integer>> readers = new ArrayList<>();
            for (Path file : List.of(folder.resolve("a.csv"), folder.resolve("b.csv"))) {
                readers.add(threads.submit(exporter(file, done)));
            }
            assertThat(writer.get()).isEqualTo(COMMITS);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(CsvTables.names(folder)).containsExactly("a.csv", "b.csv");
    }

    /** Each commit adds three records and gives all of them its number. */
    private int write(AtomicBoolean done) {
        int commits = 0;
        try {
            for (; commits < COMMITS; commits++) {
                int number = commits;
                db.transact(tx -> {
                    Table mine = tx.getTable("t");
                    mine.insert(List.of(Map.of(), Map.of(), Map.of()));
                    mine.update(Map.of("commit", number), Dsl.all());
                });
            }
        } finally {
            done.set(true);
        }
        return commits;
    }

    private Callable<Integer> exporter(Path file, AtomicBoolean done) {
        return () -> {
            int exports = 0;
            for (boolean last = false; !last; exports++) {
                last = done.get();
                int rows = table.exportCsv(file, CsvOptions.defaults().columns("commit"));
                List<String> lines = CsvTables.read(file).lines().toList();
                assertThat(lines).hasSize(rows + 1);
                assertThat(lines.stream().skip(1).distinct().count()).isLessThanOrEqualTo(1);
                assertThat(rows % 3).isZero();
                if (rows > 0) {
                    assertThat(lines.get(1)).isEqualTo(String.valueOf(rows / 3 - 1));
                }
            }
            return exports;
        };
    }

    @Test
    void twoExportsToOneFileLeaveOneOfThem() throws Exception {
        table.insert(List.of(Map.of("a", 1, "b", 22), Map.of("a", 333, "b", 4)));
        Path file = folder.resolve("both.csv");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> writers = new ArrayList<>();
            for (String column : List.of("a", "b")) {
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < 100; i++) {
                        table.exportCsv(file, CsvOptions.defaults().columns(column));
                        assertThat(CsvTables.read(file)).isIn("a\r\n1\r\n333\r\n", "b\r\n22\r\n4\r\n");
                    }
                    return 100;
                }));
            }
            for (Future<Integer> writer : writers) {
                assertThat(writer.get()).isEqualTo(100);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(CsvTables.names(folder)).containsExactly("both.csv");
    }
}
