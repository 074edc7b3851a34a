package io.dictdb.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.CsvOptions;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two files that nobody made for us; see csv/README.md. The classes are those that a person would choose. */
class CsvRealFilesTest {
    private static CsvSource source(String name) throws URISyntaxException {
        Path path = Path.of(Objects.requireNonNull(CsvRealFilesTest.class.getResource("/csv/" + name))
                .toURI());
        return CsvSource.open(path, CsvOptions.defaults());
    }

    /** The simple names of the classes found in each column, null included. */
    private static Map<String, Set<String>> classes(CsvSource source) {
        Map<String, Set<String>> classes = new LinkedHashMap<>();
        source.forEach(record -> {
            for (int i = 0; i < record.length; i++) {
                classes.computeIfAbsent(source.columns().get(i), column -> new TreeSet<>())
                        .add(simpleName(record[i]));
            }
        });
        return classes;
    }

    private static String simpleName(@Nullable Object value) {
        return value == null ? "null" : value.getClass().getSimpleName();
    }

    @Test
    void airports() throws URISyntaxException {
        CsvSource airports = source("airports.csv");
        List<List<@Nullable Object>> rows = CsvFile.rows(airports);
        assertThat(rows).hasSize(3_376);
        assertThat(rows.get(0))
                .containsExactly("00M", "Thigpen", "Bay Springs", "MS", "USA", 31.95376472, -89.23450472);
        assertThat(rows).extracting(row -> row.get(0)).doesNotHaveDuplicates();
        Set<String> text = Set.of("String");
        Set<String> number = Set.of("Double");
        assertThat(classes(airports))
                .isEqualTo(Map.of(
                        "iata",
                        text,
                        "name",
                        text,
                        "city",
                        text,
                        "state",
                        text,
                        "country",
                        text,
                        "latitude",
                        number,
                        "longitude",
                        number));
    }

    @Test
    void birdstrikes() throws URISyntaxException {
        CsvSource strikes = source("birdstrikes.csv");
        assertThat(CsvFile.rows(strikes)).hasSize(10_000);
        Map<String, Set<String>> classes = classes(strikes);
        assertThat(classes.keySet()).hasSize(14).contains("Airport Name", "Cost Total $", "Speed IAS in knots");
        assertThat(classes.get("Flight Date")).containsExactly("String");
        assertThat(classes.get("Wildlife Species")).containsExactly("String");
        assertThat(classes.get("Cost Other")).containsExactly("Long");
        assertThat(classes.get("Cost Repair")).containsExactly("Long");
        assertThat(classes.get("Cost Total $")).containsExactly("Long");
        assertThat(classes.get("Speed IAS in knots")).containsExactly("Long", "null");
    }
}
