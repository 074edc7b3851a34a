package io.dictdb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.examples.terminal.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MainTest {
    private final Recorder recorder = new Recorder();

    @TempDir
    private Path directory;

    @Test
    void theTourEndsWithSuccess() {
        assertThat(run("tour", "--rows", "2000", "--seed", "7", "--logs", directory.toString()))
                .as(recorder.text())
                .isZero();
        assertThat(recorder.text()).contains("2,000 transactions", "all held", "dictdb tour --csv FILE");
        assertThat(recorder.complaints()).isEmpty();
    }

    @Test
    void theTourOfAFileEndsWithSuccess() throws IOException {
        Path file = Files.writeString(directory.resolve("people.csv"), "name,age\nAda,36\nBob,17\n");
        assertThat(run("tour", "--csv", file.toString())).as(recorder.text()).isZero();
        assertThat(recorder.text()).contains("2 rows, 2 columns", "all held");
        assertThat(recorder.complaints()).isEmpty();
    }

    @Test
    void colourCanBeAskedForAndRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("people.csv"), "name\nAda\n");
        run("tour", "--csv", file.toString(), "--no-color");
        assertThat(recorder.text()).doesNotContain("\u001b");
        run("tour", "--csv", file.toString(), "--color");
        assertThat(recorder.text()).contains("\u001b[1m");
    }

    @Test
    void helpHasExamplesAndFitsTheTerminal() {
        assertThat(run("--help")).isZero();
        assertThat(run("tour", "--help")).isZero();
        assertThat(run("help", "tour")).isZero();
        assertThat(recorder.text()).contains("Examples:", "dictdb tour --csv people.csv", "--[no-]color", "--rows=N");
        assertThat(recorder.lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void theVersionNamesTheDatabaseAndJava() {
        assertThat(run("--version")).isZero();
        assertThat(recorder.text()).startsWith("DictDB ").contains("(Java " + System.getProperty("java.version") + ")");
    }

    static Stream<Arguments> misuses() {
        return Stream.of(
                Arguments.of("Usage: dictdb", new String[] {}),
                Arguments.of("'tuor'", new String[] {"tuor"}),
                Arguments.of("--rows must be from 1 to 10,000,000, got 0", new String[] {"tour", "--rows", "0"}),
                Arguments.of("'ten' is not an int", new String[] {"tour", "--rows", "ten"}),
                Arguments.of("--delimiter needs --csv", new String[] {"tour", "--delimiter", ";"}),
                Arguments.of("--no-header needs --csv", new String[] {"tour", "--no-header"}),
                Arguments.of("--charset needs --csv", new String[] {"tour", "--charset", "UTF-8"}),
                Arguments.of("--rows does not go with --csv", new String[] {"tour", "--csv", "x", "--rows", "5"}),
                Arguments.of("--logs does not go with --csv", new String[] {"tour", "--csv", "x", "--logs", "y"}),
                Arguments.of("--seed does not go with --csv", new String[] {"tour", "--csv", "x", "--seed", "5"}),
                Arguments.of(
                        "the delimiter is one character or 'tab', got 'ab'",
                        new String[] {"tour", "--csv", "x", "--delimiter", "ab"}),
                Arguments.of("no character set 'klingon'", new String[] {"tour", "--csv", "x", "--charset", "klingon"}),
                Arguments.of("--csv", new String[] {"tour", "--csv"}),
                Arguments.of("--rowz", new String[] {"tour", "--rowz", "5"}));
    }

    @ParameterizedTest
    @MethodSource("misuses")
    void misuseIsExplainedBriefly(String message, String... arguments) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(recorder.complaints())
                .contains(message)
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
        assertThat(recorder.text()).isEmpty();
        assertThat(recorder.complaints().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void aFileThatCannotBeReadIsExplained() throws IOException {
        Path json = Files.writeString(directory.resolve("x.json"), "[{\"a\": 1}]");
        assertThat(run("tour", "--csv", directory.resolve("none.csv").toString()))
                .isEqualTo(1);
        assertThat(run("tour", "--csv", directory.toString())).isEqualTo(1);
        assertThat(run("tour", "--csv", json.toString())).isEqualTo(1);
        assertThat(recorder.complaints().lines())
                .allMatch(line -> line.startsWith("dictdb: "))
                .satisfiesExactly(
                        line -> assertThat(line).contains("there is no file "),
                        line -> assertThat(line).contains(" is a directory"),
                        line -> assertThat(line).contains("looks like JSON"));
    }

    private int run(String... arguments) {
        return Main.run(recorder.output(), arguments);
    }
}
