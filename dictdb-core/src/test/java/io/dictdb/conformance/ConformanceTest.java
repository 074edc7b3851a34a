package io.dictdb.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case whose expected results came from the original, each a test of its own. {@code -Dconformance.dir=DIR} runs all
 * {@code *.jsonl} files of a folder as well. Where the contract differs on purpose, {@link Departures} says so.
 */
class ConformanceTest {
    private static final List<Tally> TALLIES = new ArrayList<>();

    @TestFactory
    Stream<DynamicNode> answersAsTheOriginalDoes() throws IOException {
        return Stream.of(
                file("public.jsonl", resource("public.jsonl"), TALLIES),
                file("index.jsonl", resource("index.jsonl"), TALLIES));
    }

    @TestFactory
    Stream<DynamicNode> answersAsTheOriginalDoesInOtherFolders() {
        String folder = System.getProperty("conformance.dir");
        return folder == null ? Stream.empty() : Stream.of(folder(Path.of(folder), TALLIES));
    }

    @AfterAll
    static void printTheNumbers() {
        TALLIES.forEach(System.out::println);
    }

    @Test
    void allTheCasesAreThere() throws IOException {
        assertThat(Case.read(resource("public.jsonl"))).hasSize(675);
        assertThat(Case.read(resource("index.jsonl"))).hasSize(71);
    }

    /** The tests of a folder's files; a folder without any, or not there at all, is one test that fails. */
    static DynamicContainer folder(Path folder, List<Tally> tallies) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
            assertThat(found).as("files named *.jsonl in %s", folder).isNotEmpty();
            return dynamicContainer(
                    folder.toString(),
                    found.stream().map(path -> read(path, tallies)).toList());
        } catch (IOException | AssertionError e) {
            return dynamicContainer(folder.toString(), List.of(failing(folder, e)));
        }
    }

    private static DynamicNode read(Path path, List<Tally> tallies) {
        try {
            return file(path.getFileName().toString(), Files.readString(path), tallies);
        } catch (IOException | RuntimeException | AssertionError e) {
            return failing(path, e);
        }
    }

    private static DynamicTest failing(Path path, Throwable why) {
        return dynamicTest("read " + path, () -> {
            throw new AssertionError("cannot take cases from " + path, why);
        });
    }

    private static DynamicContainer file(String name, String text, List<Tally> tallies) {
        List<Case> cases = Case.read(text);
        assertThat(cases).as("cases in %s", name).isNotEmpty();
        Tally tally = new Tally(name);
        tallies.add(tally);
        return dynamicContainer(name, cases.stream().map(one -> dynamicTest(one.id(), () -> tally.run(one))));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ConformanceTest.class.getResourceAsStream("/conformance/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
