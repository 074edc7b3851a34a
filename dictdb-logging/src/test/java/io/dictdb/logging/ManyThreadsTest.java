package io.dictdb.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.OperationLog;
import io.dictdb.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;

/* A hundred thousand operations of eight threads, in one file. */
class ManyThreadsTest {
    private static final int THREADS = 8;
    private static final int EACH = 12_500;
    private static final Pattern LINE = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+ INFO  \\[[^]]+] io\\.dictdb\\.operations: INSERT work id=(\\d+)");

    @TempDir
    Path directory;

    @AfterEach
    void reset() {
        Logging.reset();
    }

    @Test
    void everyLineIsWholeNoneIsLostAndEachThreadKeepsItsOrder() throws IOException {
        Path file = directory.resolve("operations.log");
        int id = Logging.addSink(file, Level.INFO, event -> event.op().equals("INSERT"));
        try (DictDB db = DictDB.builder().operationLog(OperationLog.on()).open()) {
            Table work = db.createTable("work");
            Threads.run(THREADS, thread -> {
                for (int i = 0; i < EACH; i++) {
                    work.insert(Map.of("id", thread * EACH + i));
                }
            });
        }
        assertThat(Logging.removeSink(id)).isTrue();
        requireAll(Files.readAllLines(file));
    }

    private static void requireAll(List<String> lines) {
        assertThat(lines).hasSize(THREADS * EACH);
        int[] next = new int[THREADS];
        for (String line : lines) {
            Matcher parts = LINE.matcher(line);
            assertThat(parts.matches()).as(line).isTrue();
            int key = Integer.parseInt(parts.group(1));
            assertThat(key % EACH).as(line).isEqualTo(next[key / EACH]++);
        }
        assertThat(next).containsOnly(EACH);
    }
}
