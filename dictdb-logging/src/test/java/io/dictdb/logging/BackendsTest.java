package io.dictdb.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* Programs with any backend of SLF4J, and with none. */
class BackendsTest {
    @TempDir
    Path directory;

    /* The class path of the tests without the backend and without its configuration. */
    private static List<String> classPath(String... backends) throws IOException {
        Predicate<String> other = entry -> !entry.contains("logback-classic") && !entry.endsWith("test-classes");
        List<String> entries = new ArrayList<>(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(other)
                        .toList());
        for (String backend : backends) {
            entries.addAll(jars(backend));
        }
        return entries;
    }

    private static List<String> jars(String prefix) throws IOException {
        if (prefix.equals("logback")) {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry -> entry.contains("logback-classic"))
                    .toList();
        }
        Path backends = Path.of(System.getProperty("basedir", ""), "target", "backends");
        try (Stream<Path> jars = Files.list(backends)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(prefix))
                    .map(Path::toString)
                    .toList();
        }
    }

    /* What a program prints, the output for errors included. */
    private String printed(String what, List<String> classPath) throws IOException, InterruptedException {
        Path program = directory.resolve("io/dictdb/logging/Program.class");
        Files.createDirectories(program.getParent());
        Files.write(program, Program.class.getResourceAsStream("Program.class").readAllBytes());
        List<String> entries = new ArrayList<>(classPath);
        entries.add(directory.toString());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        String.join(File.pathSeparator, entries),
                        Program.class.getName(),
                        what)
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    @Test
    void sinksAreToldWithoutABackend() throws Exception {
        requireToldOnce(printed("configure", classPath()));
    }

    @Test
    void sinksAreToldBesideAnyBackend() throws Exception {
        requireToldOnce(
                printed("configure", classPath("slf4j-jdk14")).replaceAll("(?m)^(INFO: |\\w+ \\d+, \\d+).*\n", ""));
    }

    private static void requireToldOnce(String printed) {
        assertThat(printed.lines())
                .hasSize(4)
                .anyMatch(line -> line.endsWith("io.dictdb.database: Initialized an empty DictDB instance."))
                .anyMatch(line -> line.endsWith("io.dictdb.operations: INSERT users id=1"));
    }

    @Test
    void logbackIsToldByTheCore() throws Exception {
        assertThat(printed("create", classPath("logback")))
                .contains(" INFO io.dictdb.database -", "Initialized an empty DictDB instance.", "1 record\n");
    }

    @Test
    void javaUtilLoggingIsToldByTheCore() throws Exception {
        assertThat(printed("create", classPath("slf4j-jdk14")))
                .contains("INFO: component=database op=CREATE Initialized an empty DictDB instance.", "1 record\n");
    }

    @Test
    void log4jIsToldByTheCore() throws Exception {
        Path configuration = Files.writeString(directory.resolve("log4j2.properties"), """
                appender.out.type = Console
                appender.out.name = out
                appender.out.layout.type = PatternLayout
                appender.out.layout.pattern = log4j %level %logger %msg%n
                rootLogger.level = info
                rootLogger.appenderRef.out.ref = out
                """);
        assertThat(configuration).exists();
        assertThat(printed("create", classPath("log4j")))
                .contains("log4j INFO io.dictdb.database Initialized an empty DictDB instance.", "1 record\n");
    }

    @Test
    void withoutABackendTheCoreIsSilent() throws Exception {
        assertThat(printed("create", classPath())).isEqualTo("1 record\n");
    }
}
