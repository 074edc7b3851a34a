package io.dictdb.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.Appender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;

/* Log files and the days. */
class RollingTest {
    private static final LocalDate FIRST = LocalDate.of(2030, 1, 1);

    @TempDir
    Path directory;

    private Appender<LogEvent> appender(long maxBytes) {
        return Appenders.rolling(directory.resolve("app.log"), maxBytes, 3, EventLayout.of(LogFormat.TEXT, false));
    }

    private static void close(Appender<LogEvent> appender) {
        appender.stop();
    }

    private static LogEvent event(int day, String message) {
        Instant noon =
                FIRST.plusDays(day).atTime(12, 0).atZone(ZoneId.systemDefault()).toInstant();
        return new LogEvent(noon, Level.INFO, "io.dictdb", "main", message, Map.of(), null);
    }

    @Test
    void eachDayHasItsFileAndOldOnesGo() throws IOException {
        Files.createFile(directory.resolve("app.log.2029-02-30.0"));
        Files.createFile(directory.resolve("other.log.2029-01-01.0"));
        Appender<LogEvent> appender = appender(1 << 20);
        for (int day = 0; day < 10; day++) {
            appender.doAppend(event(day, "day " + day));
            appender.doAppend(event(day, "again"));
        }
        close(appender);
        assertThat(names())
                .containsExactly(
                        "app.log",
                        "app.log.2029-02-30.0",
                        "app.log.2030-01-07.0",
                        "app.log.2030-01-08.0",
                        "app.log.2030-01-09.0",
                        "other.log.2029-01-01.0");
        assertThat(lines("app.log")).hasSize(2).first().asString().endsWith("day 9");
        assertThat(lines("app.log.2030-01-09.0")).hasSize(2).first().asString().endsWith("day 8");
    }

    @Test
    void aFileOfAnEarlierDayIsPutAsideAtTheFirstEvent() throws IOException {
        Path file = Files.writeString(directory.resolve("app.log"), "before\n");
        Files.setLastModifiedTime(file, FileTime.from(event(0, "").time()));
        Appender<LogEvent> appender = appender(1 << 20);
        appender.doAppend(event(1, "after"));
        close(appender);
        assertThat(lines("app.log")).hasSize(1);
        assertThat(lines("app.log.2030-01-01.0")).containsExactly("before");
    }

    @Test
    void nothingIsLostOrCountedTwiceOverManyStarts() throws IOException {
        for (int start = 0; start < 30; start++) {
            Appender<LogEvent> appender = appender(300);
            for (int i = 0; i < 10; i++) {
                appender.doAppend(event(0, "event " + start + " " + i));
            }
            close(appender);
            Files.setLastModifiedTime(
                    directory.resolve("app.log"), FileTime.from(event(0, "").time()));
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < names().size() - 1; i++) {
            assertThat(lines("app.log.2030-01-01." + i)).hasSizeBetween(4, 7);
            lines.addAll(lines("app.log.2030-01-01." + i));
        }
        lines.addAll(lines("app.log"));
        assertThat(lines).hasSize(300);
        for (int i = 0; i < 300; i++) {
            assertThat(lines.get(i)).endsWith("event " + i / 10 + " " + i % 10);
        }
    }

    @Test
    void aFileThatCannotBePutAsideIsWrittenOn() throws IOException {
        Appender<LogEvent> appender = appender(100);
        Files.createDirectory(directory.resolve("app.log.2030-01-01.2147483647"));
        Files.createDirectory(directory.resolve("app.log.2030-01-01.999999999"));
        for (int i = 0; i < 10; i++) {
            appender.doAppend(event(0, "event " + i));
        }
        Files.delete(directory.resolve("app.log"));
        for (int i = 0; i < 10; i++) {
            appender.doAppend(event(1, "event " + i));
        }
        close(appender);
        assertThat(names()).contains("app.log");
        assertThat(lines("app.log.2030-01-01.1000000000")).isNotEmpty();
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(directory.resolve(name));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
