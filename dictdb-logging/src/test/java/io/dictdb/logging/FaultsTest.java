package io.dictdb.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.OperationLog;
import io.dictdb.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;

/* What goes wrong in one sink reaches neither the operation nor another sink. */
class FaultsTest {
    private static final int RECORDS = 100;

    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();
    private DictDB db;
    private Table table;

    @BeforeEach
    void begin() {
        db = DictDB.builder().operationLog(OperationLog.on()).open();
        table = db.createTable("work");
        Logging.addSink(before::add, Level.INFO, event -> true);
    }

    @AfterEach
    void reset() {
        Logging.reset();
        db.close();
    }

    private void requireNothingElseSuffers() {
        Logging.addSink(after::add, Level.INFO, event -> true);
        for (int i = 0; i < RECORDS; i++) {
            assertThat(table.insert(Map.of("n", i))).isEqualTo(i + 1L);
        }
        assertThat(table.count()).isEqualTo(RECORDS);
        assertThat(before).hasSize(RECORDS);
        assertThat(after).hasSize(RECORDS);
    }

    @Test
    void codeThatThrows() {
        Logging.addSink(
                line -> {
                    throw new IllegalStateException("planted");
                },
                Level.INFO,
                event -> true);
        requireNothingElseSuffers();
    }

    @Test
    void codeThatThrowsErrors() {
        Logging.addSink(
                line -> {
                    throw new AssertionError("planted");
                },
                Level.INFO,
                event -> true);
        requireNothingElseSuffers();
    }

    @Test
    void filtersThatThrow() {
        List<String> told = new ArrayList<>();
        Logging.addSink(told::add, Level.INFO, event -> {
            throw new StackOverflowError("planted");
        });
        requireNothingElseSuffers();
        assertThat(told).isEmpty();
    }

    @Test
    void streamsThatFail() {
        Logging.addSink(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("planted");
                    }
                },
                Level.INFO,
                event -> true);
        requireNothingElseSuffers();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void fullDisks() {
        Path full = Path.of("/dev/full");
        assertThat(Files.exists(full)).isTrue();
        Logging.addSink(full, Level.INFO, event -> true);
        requireNothingElseSuffers();
    }

    @Test
    void valuesThatCannotBeShown() {
        List<String> json = new ArrayList<>();
        Logging.addSink(json::add, Level.INFO, event -> true, LogFormat.JSON);
        Told.at(
                Level.INFO,
                "message",
                event -> event.addKeyValue("bad", new Object() {
                            @Override
                            public String toString() {
                                throw new IllegalStateException("planted");
                            }
                        })
                        .addKeyValue("good", 1));
        assertThat(json)
                .singleElement()
                .asString()
                .contains("\"bad\":\"(unreadable: java.lang.IllegalStateException)\",\"good\":1}");
    }

    @Test
    void whatSinksAndFiltersDoIsToldToNobody() {
        Table audit = db.createTable("audit");
        before.clear();
        Logging.addSink(line -> audit.insert(Map.of("line", line)), Level.INFO, event -> true);
        Logging.addSink(after::add, Level.INFO, event -> audit.insert(Map.of("n", 1)) != null);
        table.insert(Map.of("n", 1));
        assertThat(audit.count()).isEqualTo(2);
        assertThat(before).hasSize(1);
        assertThat(after).hasSize(1);
    }

    @Test
    void sinksThatWorkWithTheDatabaseDoNotWaitForEachOther() {
        Table first = db.createTable("first");
        Table second = db.createTable("second");
        Logging.addSink(line -> first.insert(Map.of("line", line)), Level.INFO, event -> true);
        Logging.addSink(line -> second.insert(Map.of("line", line)), Level.INFO, event -> true);
        before.clear();
        Threads.run(4, thread -> {
            for (int i = 0; i < 500; i++) {
                table.insert(Map.of("n", i));
            }
        });
        assertThat(List.of(table.count(), first.count(), second.count())).containsOnly(2_000);
    }

    @Test
    void streamsThatCannotBeClosed() {
        Logging.addSink(
                new java.io.ByteArrayOutputStream() {
                    @Override
                    public void flush() {
                        throw new IllegalStateException("planted");
                    }
                },
                Level.INFO,
                event -> true);
        requireNothingElseSuffers();
        Logging.removeSinks();
        table.insert(Map.of("n", 1));
        assertThat(after).hasSize(RECORDS);
    }

    @Test
    void whatADiskHasTakenOfALineIsCutOff(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("app.log"), "whole\nhal");
        List<IOException> failures = new ArrayList<>();
        try (WholeLines lines = new WholeLines(file, failures::add)) {
            lines.cut();
            lines.write("next\n".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(Files.readString(file)).isEqualTo("whole\nnext\n");
        assertThat(failures).isEmpty();
        Files.writeString(file, "half");
        try (WholeLines lines = new WholeLines(file, failures::add)) {
            lines.cut();
            lines.write(new byte[100_000]);
        }
        assertThat(file).hasSize(100_000);
    }

    @Test
    void sinksCanRemoveThemselves() {
        int[] id = new int[1];
        id[0] = Logging.addSink(line -> Logging.removeSink(id[0]), Level.INFO, event -> true);
        requireNothingElseSuffers();
        assertThat(Logging.removeSink(id[0])).isFalse();
    }
}
