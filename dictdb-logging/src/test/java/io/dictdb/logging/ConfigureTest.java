package io.dictdb.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.OperationLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;

/* What is configured, twice, and taken back. */
class ConfigureTest {
    @TempDir
    Path directory;

    @AfterEach
    void reset() {
        Logging.reset();
    }

    private static String printed(Runnable work) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            work.run();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theConsoleIsTheStandardOutputWithoutColoursInAPipe() {
        assertThat(printed(() -> {
                    Logging.configureLogging().apply();
                    DictDB.create();
                }))
                .containsOnlyOnce(" INFO  [")
                .endsWith("io.dictdb.database: Initialized an empty DictDB instance.\n")
                .doesNotContain("\u001b");
    }

    @Test
    void twiceMakesNoLineTwice() throws IOException {
        Path file = directory.resolve("app.log");
        String console = printed(() -> {
            Logging.configureLogging().logfile(file).apply();
            Logging.configureLogging().logfile(file).apply();
            DictDB.create();
        });
        assertThat(console.lines()).hasSize(1);
        assertThat(Files.readAllLines(file)).hasSize(1);
        Logging.reset();
        assertThat(printed(DictDB::create)).isEmpty();
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void theSecondTimeReplacesTheFirst() throws IOException {
        Path first = directory.resolve("first.log");
        Path second = directory.resolve("second.log");
        List<String> added = new ArrayList<>();
        Logging.addSink(added::add, Level.INFO, event -> true);
        Logging.configureLogging()
                .console(false)
                .logfile(first)
                .operations(OperationLog.on())
                .apply();
        Logging.configureLogging()
                .console(false)
                .logfile(second)
                .level(Level.WARN)
                .json(true)
                .operations(OperationLog.off())
                .apply();
        DictDB.create().createTable("users").insert(Map.of("name", "Ada"));
        Told.at(Level.WARN, "warned");
        assertThat(first).isEmptyFile();
        assertThat(Files.readString(second)).startsWith("{").contains("\"message\":\"warned\"");
        assertThat(added).hasSize(3);
    }

    @Test
    void recordsAreToldWhenThatIsAskedFor() throws IOException {
        Path file = directory.resolve("app.log");
        DictDB db = DictDB.create();
        db.createTable("users");
        Logging.configureLogging()
                .console(false)
                .logfile(file)
                .operations(OperationLog.on().maskKeys(true))
                .apply();
        db.getTable("users").insert(Map.of("name", "Ada"));
        Logging.reset();
        db.getTable("users").insert(Map.of("name", "Grace"));
        assertThat(Files.readString(file)).endsWith("io.dictdb.operations: INSERT users id=***\n");
    }

    @Test
    void whatWasSaidOfRecordsHoldsUntilSomethingElseIsSaid() throws IOException {
        Path file = directory.resolve("app.log");
        OperationLog.setDefault(OperationLog.on());
        Logging.configureLogging().console(false).logfile(file).apply();
        fill(1);
        assertThat(Files.readString(file)).contains(" INSERT users id=1");
    }

    @Test
    void fullFilesAreGivenAnotherName() throws IOException {
        Path file = directory.resolve("app.log");
        Logging.configureLogging()
                .console(false)
                .logfile(file)
                .maxFileSize(2_000)
                .operations(OperationLog.on())
                .apply();
        fill(200);
        Logging.reset();
        List<Path> files = logs();
        assertThat(files).hasSizeGreaterThan(5);
        List<String> lines = new ArrayList<>();
        for (Path each : files) {
            assertThat(Files.size(each)).isLessThan(2_200);
            lines.addAll(Files.readAllLines(each));
        }
        assertThat(lines).filteredOn(line -> line.contains(" INSERT ")).hasSize(200);
        assertThat(files)
                .allMatch(each -> each.equals(file)
                        || each.getFileName().toString().matches("app\\.log\\.\\d{4}-\\d\\d-\\d\\d\\.\\d+"));
    }

    private static void fill(int records) {
        DictDB db = DictDB.create();
        db.createTable("users");
        for (int i = 0; i < records; i++) {
            db.getTable("users").insert(Map.of("n", i));
        }
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nothingIsLeftBehind() throws IOException, InterruptedException {
        Path file = directory.resolve("app.log");
        for (int i = 0; i < 50; i++) {
            cycle(file);
        }
        assertThat(openFiles()).isZero();
        assertThat(loggingThreads()).isZero();
    }

    private void cycle(Path file) {
        Logging.configureLogging()
                .console(false)
                .logfile(file)
                .maxFileSize(500)
                .operations(OperationLog.on())
                .apply();
        Logging.configureLogging()
                .console(false)
                .logfile(file)
                .maxFileSize(500)
                .operations(OperationLog.on())
                .apply();
        Logging.addSink(directory.resolve("operations.log"), Level.INFO, event -> true);
        fill(10);
        Logging.reset();
    }

    private long openFiles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(each -> leadsTo(each).startsWith(directory.toString()))
                    .count();
        }
    }

    private static String leadsTo(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return ""; // the one of the listing itself, which is closed by now
        }
    }

    /* Threads that end are waited for. */
    private static long loggingThreads() throws InterruptedException {
        long alive = 0;
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("logback")) {
                thread.join(10_000);
                alive += thread.isAlive() ? 1 : 0;
            }
        }
        return alive;
    }
}
