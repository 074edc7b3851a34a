package io.dictdb.examples.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the tour shows is what it runs: each statement of a snippet stands in the source a second time, as code. */
class SnippetTest {
    private static final Path SOURCES = Path.of("src/main/java/io/dictdb/examples/tour");
    private static final int WIDTH = 75;

    @Test
    void everyStatementIsAlsoCode() {
        String sources = sources();
        for (Step step : steps()) {
            for (String statement : statements(step)) {
                assertThat(occurrences(sources, statement))
                        .as("%s: %s", step.title(), statement)
                        .isGreaterThanOrEqualTo(2);
            }
        }
    }

    @Test
    void everySnippetFitsItsLine() {
        assertThat(steps())
                .allSatisfy(step -> assertThat(step.code())
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH)));
    }

    @Test
    void everyTitleFitsItsLine() {
        assertThat(steps())
                .allSatisfy(step -> assertThat(step.title()).isNotBlank().hasSizeLessThanOrEqualTo(WIDTH));
    }

    private static List<Step> steps() {
        try (DictDB db = DictDB.create()) {
            return ProductionTour.chapters(db, new Transactions(10, 1), Path.of("."), Path.of(".")).stream()
                    .flatMap(chapter -> chapter.steps().stream())
                    .toList();
        }
    }

    /** Without comments, blanks and the names of results; the page runs and times the queries, so that list() is left out. */
    private static List<String> statements(Step step) {
        String code = step.snippet().replaceAll("//.*", "").replaceAll("\\s", "");
        return Stream.of(code.split(";"))
                .map(statement -> statement.replaceFirst("^[^(=]*=", "").replaceFirst("\\.list\\(\\)$", ""))
                .filter(statement -> statement.contains("("))
                .toList();
    }

    private static int occurrences(String sources, String statement) {
        int n = 0;
        for (int at = sources.indexOf(statement); at >= 0; at = sources.indexOf(statement, at + 1)) {
            n++;
        }
        return n;
    }

    private static String sources() {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.map(SnippetTest::read).collect(Collectors.joining()).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
