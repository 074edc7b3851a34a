package io.dictdb.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.Dsl;
import io.dictdb.OperationLog;
import io.dictdb.StorageException;
import io.dictdb.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/* What sinks are told, and of what kind they are. */
class SinksTest {
    @TempDir
    Path directory;

    private final List<String> lines = new ArrayList<>();
    private final Consumer<String> code = lines::add;

    @AfterEach
    void reset() {
        Logging.reset();
    }

    @Test
    void operationsAndErrorsGoToFilesOfTheirOwn() throws IOException {
        Path operations = directory.resolve("logs/operations.log");
        Path errors = directory.resolve("logs/errors.log");
        Logging.configureLogging().console(false).operations(OperationLog.on()).apply();
        Logging.addSink(operations, Level.INFO, event -> event.component().equals("operations"));
        Logging.addSink(errors, Level.ERROR, event -> true);
        Table users = DictDB.create().createTable("users");
        users.insert(Map.of("name", "Ada"));
        users.update(Map.of("name", "Grace"), Dsl.field("id").eq(1));
        users.delete(Dsl.field("id").eq(1));
        Path missing = directory.resolve("missing.json");
        assertThatThrownBy(() -> DictDB.load(missing)).isInstanceOf(StorageException.class);
        assertThat(Files.readAllLines(operations))
                .hasSize(3)
                .allMatch(line -> line.matches(
                        "\\S+ INFO  \\[\\S+] io\\.dictdb\\.operations: (INSERT|UPDATE|DELETE) users id=1"));
        assertThat(Files.readAllLines(errors).get(0))
                .contains(" ERROR [", "io.dictdb.database: Loading " + missing + " failed");
    }

    @Test
    void streamsAreLeftOpen() {
        List<String> closed = new ArrayList<>();
        ByteArrayOutputStream stream = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.add("closed");
            }
        };
        int id = Logging.addSink(stream, Level.INFO, event -> true);
        DictDB.create();
        assertThat(stream.toString(StandardCharsets.UTF_8))
                .endsWith(" io.dictdb.database: Initialized an empty DictDB instance.\n");
        assertThat(Logging.removeSink(id)).isTrue();
        assertThat(closed).isEmpty();
    }

    @Test
    void codeIsGivenLinesWithoutAnEnd() {
        Logging.addSink(code, Level.INFO, event -> true);
        DictDB.create();
        assertThat(lines).singleElement().asString().endsWith(": Initialized an empty DictDB instance.");
    }

    @Test
    void filtersSeeLevelMessageAndKeyValues() {
        List<LogEvent> seen = new ArrayList<>();
        Logging.addSink(code, Level.INFO, event -> {
            seen.add(event);
            return event.op().equals("CREATE_TABLE");
        });
        DictDB.create().createTable("users");
        assertThat(lines).singleElement().asString().contains("Created table 'users'");
        LogEvent last = seen.get(1);
        assertThat(seen).hasSize(2);
        assertThat(last.level()).isEqualTo(Level.INFO);
        assertThat(last.logger()).isEqualTo("io.dictdb.database");
        assertThat(last.thread()).isEqualTo(Thread.currentThread().getName());
        assertThat(last.values()).containsEntry("component", "database").containsEntry("table", "users");
        assertThat(last.component()).isEqualTo("database");
        assertThat(last.cause()).isNull();
        assertThatThrownBy(() -> last.values().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void keyValuesAreAMapWhicheverWayTheyAreAsked() {
        List<LogEvent> seen = new ArrayList<>();
        Logging.addSink(code, Level.INFO, seen::add);
        MDC.put("request", "r-1");
        MDC.put("count", "hidden");
        Told.at(
                Level.INFO,
                "",
                event -> event.addKeyValue("count", 1)
                        .addKeyValue("nothing", (Object) null)
                        .addKeyValue("count", 2));
        MDC.clear();
        Map<String, Object> values = seen.get(0).values();
        Map<String, Object> expected =
                new HashMap<>(Map.of("count", 2, "request", "r-1", "component", "test", "op", "TEST"));
        expected.put("nothing", null);
        assertThat(values).isEqualTo(expected).hasSize(5);
        expected.forEach((key, value) -> assertThat(values.get(key)).isEqualTo(value));
        assertThat(values.containsKey("nothing")).isTrue();
        assertThat(values.get("other")).isNull();
    }

    @Test
    void filtersSeeWhatWasThrown() {
        List<LogEvent> seen = new ArrayList<>();
        Logging.addSink(code, Level.ERROR, seen::add);
        StorageException thrown = org.junit.jupiter.api.Assertions.assertThrows(
                StorageException.class, () -> DictDB.load(directory.resolve("missing.json")));
        assertThat(seen)
                .singleElement()
                .satisfies(event -> assertThat(event.cause()).isSameAs(thrown));
    }

    @Test
    void levelsBelowAreNotTold() {
        Logging.addSink(code, Level.WARN, event -> true);
        Told.at(Level.INFO, "too little");
        Told.at(Level.WARN, "enough");
        Told.at(Level.ERROR, "more");
        assertThat(lines).hasSize(2).noneMatch(line -> line.contains("too little"));
    }

    @Test
    void finerLevelsThanTheApplicationsAreTold() {
        Logging.addSink(code, Level.DEBUG, event -> true);
        Told.at(Level.DEBUG, "fine");
        assertThat(lines).singleElement().asString().contains(" DEBUG [").endsWith("fine");
    }

    @Test
    void removedSinksAreToldNothing() {
        List<String> others = new ArrayList<>();
        int first = Logging.addSink(code, Level.INFO, event -> true);
        int second = Logging.addSink(others::add, Level.INFO, event -> true);
        assertThat(second).isNotEqualTo(first);
        assertThat(Logging.removeSink(first)).isTrue();
        assertThat(Logging.removeSink(first)).isFalse();
        DictDB.create();
        assertThat(lines).isEmpty();
        assertThat(others).hasSize(1);
        Logging.removeSinks();
        DictDB.create();
        assertThat(others).hasSize(1);
    }

    @Test
    void aFileHasOneSink() {
        Path file = directory.resolve("app.log");
        int id = Logging.addSink(file, Level.INFO, event -> true);
        Path again = directory.resolve("x/../app.log");
        assertThatThrownBy(() -> Logging.addSink(again, Level.INFO, event -> true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Another sink writes to " + file);
        assertThatThrownBy(() -> Logging.configureLogging().logfile(file).apply())
                .isInstanceOf(IllegalArgumentException.class);
        Logging.removeSink(id);
        Logging.configureLogging().console(false).logfile(file).apply();
        Logging.configureLogging().console(false).logfile(file).apply();
        assertThat(file).exists();
    }

    @Test
    void filesThatCannotBeWrittenAreRefusedAtOnce() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> Logging.addSink(file.resolve("app.log"), Level.INFO, event -> true))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("No log can be written to " + file.resolve("app.log"));
        assertThatThrownBy(() -> Logging.addSink(directory, Level.INFO, event -> true))
                .isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> Logging.configureLogging().logfile(directory).apply())
                .isInstanceOf(StorageException.class);
    }

    @Test
    void filesAreAppendedTo() throws IOException {
        Path file = Files.writeString(directory.resolve("app.log"), "before\n");
        Logging.addSink(file, Level.INFO, event -> true);
        DictDB.create();
        assertThat(Files.readAllLines(file)).hasSize(2).first().isEqualTo("before");
    }

    @Test
    void recordsAreToldWithTheirValuesOnlyWhereThatIsWanted() {
        Logging.addSink(code, Level.INFO, event -> true, LogFormat.JSON);
        try (DictDB db = DictDB.builder()
                .operationLog(OperationLog.on().values(true).maskKeys(true))
                .open()) {
            db.createTable("users").insert(Map.of("name", "Ada"));
            assertThat(db.getTable("users").count()).isOne();
        }
        assertThat(lines.get(2)).contains("\"pk\":\"***\"", "\"name\":\"Ada\"").doesNotContain("\"pk\":1");
    }

    @Test
    void aFileIsTheSameByAnyWay() throws IOException {
        Path file = Files.createFile(directory.resolve("app.log"));
        Path link = Files.createSymbolicLink(directory.resolve("link.log"), file);
        Logging.addSink(file, Level.INFO, event -> true);
        assertThatThrownBy(() -> Logging.addSink(link, Level.INFO, event -> true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Logging.addSink(Path.of("/"), Level.INFO, event -> true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("that is a directory");
        try (var zip = FileSystems.newFileSystem(directory.resolve("x.zip"), Map.of("create", "true"))) {
            assertThatThrownBy(() -> Logging.addSink(zip.getPath("/app.log"), Level.INFO, event -> true))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        Path blank = directory.resolve("blank.log ");
        Logging.addSink(blank, Level.INFO, event -> true);
        DictDB.create();
        assertThat(Files.readAllLines(blank)).hasSize(1);
    }

    @Test
    void anInterruptedThreadsLinesAreThereToo() throws IOException {
        Path file = directory.resolve("app.log");
        Logging.addSink(file, Level.INFO, event -> true);
        Thread.currentThread().interrupt();
        DictDB.create();
        assertThat(Thread.interrupted()).isTrue();
        DictDB.create();
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> Logging.addSink((Path) null, Level.INFO, event -> true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Logging.addSink(code, null, event -> true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Logging.addSink(code, Level.INFO, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Logging.addSink(code, Level.INFO, event -> true, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Logging.configureLogging().sampleDebugEvery(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("n must be at least 1, not 0");
        assertThatThrownBy(() -> Logging.configureLogging().maxFileSize(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Logging.configureLogging().maxDays(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Logging.configureLogging().level(null)).isInstanceOf(IllegalArgumentException.class);
    }
}
