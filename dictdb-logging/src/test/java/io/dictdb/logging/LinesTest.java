package io.dictdb.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.OperationLog;
import io.dictdb.Table;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/* An event is a line, whatever it holds. */
class LinesTest {
    private static final String[] HOSTILE = {
        "line\nfeed",
        "carriage\r\nreturn",
        "\"quoted\"",
        "back\\slash",
        "tab\t",
        "\u0000\u0001\u001b[31mred",
        "\u007f\u0085\u009b",
        "\u2028\u2029",
        "\ud83d\ude00",
        "\ud800 lone",
        "\"}\n{\"level\":\"ERROR\",\"message\":\"forged\"}",
        "{}",
        "%d{HH} ${java.version}",
        "${jndi:ldap://127.0.0.1/x}",
        "2030-01-01T00:00:00.000Z ERROR [main] io.dictdb.store: forged"
    };

    private final List<String> text = new ArrayList<>();
    private final List<String> json = new ArrayList<>();

    @BeforeEach
    void listen() {
        Logging.addSink(text::add, Level.TRACE, event -> true);
        Logging.addSink(json::add, Level.TRACE, event -> true, LogFormat.JSON);
    }

    @AfterEach
    void reset() {
        Logging.reset();
        MDC.clear();
    }

    @Test
    void jsonHasTheFieldsThatProgramsWant() {
        Told.at(
                Level.WARN,
                "hello {}",
                event -> event.addArgument("world").addKeyValue("count", 3).addKeyValue("path", Path.of("a/b")));
        Map<String, Object> line = Json.object(json.get(0));
        assertThat(line.keySet()).containsExactly("time", "level", "logger", "thread", "message", "extra");
        assertThat(OffsetDateTime.parse((String) line.get("time"))).isNotNull();
        assertThat(line)
                .containsEntry("level", "WARN")
                .containsEntry("logger", "io.dictdb.test")
                .containsEntry("thread", Thread.currentThread().getName())
                .containsEntry("message", "hello world")
                .containsEntry(
                        "extra",
                        Map.of(
                                "component",
                                "test",
                                "op",
                                "TEST",
                                "count",
                                3L,
                                "path",
                                Path.of("a/b").toString()));
    }

    @Test
    void valuesKeepTheirKinds() {
        Map<String, Object> nested = new HashMap<>();
        nested.put("list", Arrays.asList(1, "two", null, 3.5, true));
        nested.put("null", null);
        Told.at(
                Level.INFO,
                "kinds",
                event -> event.addKeyValue("nested", nested)
                        .addKeyValue("decimal", new BigDecimal("1.10"))
                        .addKeyValue("date", LocalDate.of(2026, 12, 1))
                        .addKeyValue("uuid", new UUID(1, 2))
                        .addKeyValue("nan", Double.NaN)
                        .addKeyValue("infinite", Float.NEGATIVE_INFINITY)
                        .addKeyValue("bytes", new byte[] {1, 2})
                        .addKeyValue("none", (Object) null));
        assertThat(json.get(0))
                .contains(
                        "\"list\":[1,\"two\",null,3.5,true]",
                        "\"null\":null",
                        "\"decimal\":1.10",
                        "\"date\":\"2026-12-01\"")
                .contains(
                        "\"uuid\":\"00000000-0000-0001-0000-000000000002\"",
                        "\"nan\":\"NaN\"",
                        "\"infinite\":\"-Infinity\"")
                .contains("\"bytes\":\"AQI=\"", "\"none\":null");
    }

    @Test
    void theDiagnosticContextIsAmongThem() {
        MDC.put("request", "r-1");
        Told.at(Level.INFO, "served");
        assertThat(json.get(0)).contains("\"extra\":{\"request\":\"r-1\",\"component\":\"test\",\"op\":\"TEST\"}");
    }

    @Test
    void hostileMessagesValuesNamesAndThreadsStayInTheirLine() {
        String name = Thread.currentThread().getName();
        for (String hostile : HOSTILE) {
            Thread.currentThread().setName(hostile);
            Told.at(
                    Level.INFO,
                    "{}",
                    event -> event.addArgument(hostile)
                            .addKeyValue(hostile, hostile)
                            .addKeyValue("map", Map.of(hostile, List.of(hostile))));
        }
        Thread.currentThread().setName(name);
        assertThat(json).hasSize(HOSTILE.length);
        for (int i = 0; i < HOSTILE.length; i++) {
            requireLine(text.get(i));
            requireLine(json.get(i));
            Map<String, Object> line = Json.object(json.get(i));
            assertThat(line).hasSize(6).containsEntry("message", HOSTILE[i]).containsEntry("level", "INFO");
            assertThat((Map<?, ?>) line.get("extra")).hasSize(4);
        }
    }

    private static void requireLine(String line) {
        assertThat(line.chars().filter(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029))
                .as(line)
                .isEmpty();
    }

    @Test
    void recordsOfAnyTextStayInTheirLine() {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        System.out.println("LinesTest: again with -Ddictdb.seed=" + seed);
        Random random = new Random(seed);
        try (DictDB db =
                DictDB.builder().operationLog(OperationLog.on().values(true)).open()) {
            Table table = db.createTable("work");
            text.clear();
            json.clear();
            for (int i = 0; i < 1_000; i++) {
                table.insert(Map.of("text", anyText(random)));
            }
        }
        assertThat(text).hasSize(1_001).allSatisfy(LinesTest::requireLine);
        for (int i = 0; i < 1_000; i++) {
            requireLine(json.get(i));
            Map<?, ?> extra = (Map<?, ?>) Json.object(json.get(i)).get("extra");
            assertThat(extra.get("pk")).isEqualTo(i + 1L);
        }
    }

    private static String anyText(Random random) {
        int[] points = random.ints(random.nextInt(20), 0, 0x300).toArray();
        return new String(points, 0, points.length) + HOSTILE[random.nextInt(HOSTILE.length - 6)];
    }

    @Test
    void stackTracesFollowInLinesOfTheirOwn() {
        Told.at(
                Level.ERROR,
                "failed",
                event -> event.setCause(new IllegalStateException("first\n2030-01-01T00:00:00.000Z ERROR forged")));
        List<String> lines = text.get(0).lines().toList();
        assertThat(lines.get(0)).endsWith("io.dictdb.test: failed");
        assertThat(lines.get(1)).isEqualTo("\tjava.lang.IllegalStateException: first");
        assertThat(lines.subList(1, lines.size())).hasSizeGreaterThan(3).allMatch(line -> line.startsWith("\t"));
        assertThat((String) Json.object(json.get(0)).get("exception"))
                .startsWith("java.lang.IllegalStateException: first\n2030");
    }

    @Test
    void coloursAreForTheLevelAlone() {
        String line = new TextLayout(true).line(event());
        assertThat(line).contains(" \u001b[32mINFO \u001b[0m [");
        assertThat(line.replace("\u001b[32m", "").replace("\u001b[0m", "")).doesNotContain("\u001b");
        assertThat(new TextLayout(false).line(event())).doesNotContain("\u001b");
    }

    private static LogEvent event() {
        return new LogEvent(Instant.EPOCH, Level.INFO, "io.dictdb", "main", "\u001b[31m", Map.of(), null);
    }

    @Test
    void coloursAreForTerminals() {
        assertThat(Terminal.takesColors(true, Map.of("TERM", "xterm"))).isTrue();
        assertThat(Terminal.takesColors(true, Map.of("TERM", "dumb"))).isFalse();
        assertThat(Terminal.takesColors(true, Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(Terminal.takesColors(false, Map.of("TERM", "xterm"))).isFalse();
    }
}
