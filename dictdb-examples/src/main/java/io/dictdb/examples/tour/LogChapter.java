package io.dictdb.examples.tour;

import static io.dictdb.Dsl.field;

import io.dictdb.DatabaseStats;
import io.dictdb.DictDB;
import io.dictdb.OperationLog;
import io.dictdb.StorageException;
import io.dictdb.Table;
import io.dictdb.TableStats;
import io.dictdb.logging.Logging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.event.Level;

/** What an operator reads: log files, a slow query, counters. From here on the tour is logged; whoever runs it ends that. */
final class LogChapter implements Chapter {
    private static final int VISITS = 1_000;
    private static final List<String> NAMES = List.of("operations.log", "errors.log", "app.log");

    private final Path logs;

    /**
     * @param logs the directory of the log files
     */
    LogChapter(Path logs) {
        this.logs = logs;
    }

    @Override
    public String title() {
        return "What operators see: log files, slow queries, counters";
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("Three log files, one for operations, one for errors", """
                    Logging.configureLogging()
                            .console(false)
                            .logfile(logs.resolve("app.log"))
                            .operations(OperationLog.on())
                            .apply();
                    Logging.addSink(logs.resolve("operations.log"), Level.INFO,
                            event -> event.component().equals("operations"));
                    Logging.addSink(logs.resolve("errors.log"), Level.ERROR, event -> true);
                    """, this::listen),
                new Step("A slow query tells its plan, and everything is counted", """
                    DictDB db = DictDB.builder()
                            .slowQueryThreshold(Duration.ZERO)
                            .operationLog(OperationLog.off()).open();
                    visits.select(field("page").eq("home")).list();
                    DatabaseStats stats = db.stats();
                    """, this::watch));
    }

    private void listen(Page page) {
        List<Integer> before = sizes();
        Logging.configureLogging()
                .console(false)
                .logfile(logs.resolve("app.log"))
                .operations(OperationLog.on())
                .apply();
        Logging.addSink(
                logs.resolve("operations.log"),
                Level.INFO,
                event -> event.component().equals("operations"));
        Logging.addSink(logs.resolve("errors.log"), Level.ERROR, event -> true);
        work();
        page.say("The logs are in " + logs + ":");
        List<List<String>> told = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            List<String> events = events(NAMES.get(i));
            told.add(events.subList(before.get(i), events.size()));
            page.lines(NAMES.get(i), told.get(i));
        }
        page.check("three operations in the one file", 3, told.get(0).size());
        page.check("and an error in the other", 1, told.get(1).size());
    }

    private void work() {
        Table visits = DictDB.create().createTable("visits");
        visits.insert(Map.of("page", "home"));
        visits.update(Map.of("page", "about"), field("id").eq(1));
        visits.delete(field("id").eq(1));
        try {
            DictDB.load(Path.of("missing.json"));
        } catch (StorageException e) {
            // as an operator will read
        }
    }

    private void watch(Page page) {
        try (DictDB db = DictDB.builder()
                .slowQueryThreshold(Duration.ZERO)
                .operationLog(OperationLog.off())
                .open()) {
            Table visits = db.createTable("visits");
            for (int i = 0; i < VISITS; i++) {
                visits.insert(Map.of("page", i % 10 == 0 ? "home" : "page " + i));
            }
            int found = visits.select(field("page").eq("home")).list().size();
            List<String> lines = events("app.log");
            page.lines("app.log", lines.subList(lines.size() - 1, lines.size()));
            DatabaseStats stats = db.stats();
            TableStats counted = Objects.requireNonNull(stats.tables().get("visits"));
            page.check("inserts that were counted", (long) VISITS, counted.inserts());
            page.check("rows that the query looked at", (long) VISITS, counted.rowsScanned());
            page.check("rows that it returned", (long) found, counted.rowsReturned());
        }
    }

    private List<Integer> sizes() {
        return NAMES.stream().map(name -> events(name).size()).toList();
    }

    /** The lines of a log without stack traces, times and threads. */
    private List<String> events(String name) {
        Path file = logs.resolve(name);
        try {
            return !Files.exists(file)
                    ? List.of()
                    : Files.readAllLines(file).stream()
                            .filter(line -> !line.startsWith("\t"))
                            .map(line -> line.replaceFirst("^\\S+ ", "").replaceFirst("\\[.*?] ", ""))
                            .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
