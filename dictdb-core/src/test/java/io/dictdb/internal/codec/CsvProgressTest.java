package io.dictdb.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.CsvOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvProgressTest {
    private static final String CONTENT = "a,b\n" + "1234567,some text\n".repeat(60_000);

    @TempDir
    Path directory;

    private final List<Long> told = new ArrayList<>();

    private CsvOptions listening() {
        return CsvOptions.defaults().progress(told::add);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void risesInStepsToExactlyTheSizeOfTheFile(boolean infer) {
        CsvFile.of(directory, CONTENT).rows(listening().inferTypes(infer));
        assertThat(told).isSorted().endsWith((long) CONTENT.length());
        assertThat(told).hasSizeBetween(10, 20);
        assertThat(told.get(0)).isBetween(1L << 16, 1L << 17);
    }

    @Test
    void theFirstOfTwoReadingsIsHalfOfTheWay() {
        CsvSource source = CsvFile.of(directory, CONTENT).open(listening());
        long half = CONTENT.length() / 2;
        assertThat(told.get(told.size() - 1)).isBetween(half - (1 << 16), half);
        CsvFile.rows(source);
        assertThat(told).isSorted().endsWith((long) CONTENT.length());
    }

    @Test
    void aSmallFileIsToldOnce() {
        CsvFile.of(directory, "a\n1\n").rows(listening());
        assertThat(told).containsExactly(4L);
    }

    @Test
    void bytesNotCharactersAreCounted() {
        CsvFile.of(directory, "\uFEFFä\n1\n").rows(listening());
        assertThat(told).containsExactly(8L);
    }

    @Test
    void anEmptyFileIsToldToo() {
        CsvFile.of(directory, "").rows(listening());
        assertThat(told).containsExactly(0L);
    }

    @Test
    void neverFallsWhenTheFileIsReadAgainOrHasGrown() {
        CsvSource source = CsvFile.of(directory, CONTENT).open(listening());
        CsvFile.rows(source);
        CsvFile.of(directory, CONTENT + CONTENT.substring(4));
        CsvFile.rows(source);
        assertThat(told).isSorted().endsWith((long) CONTENT.length());
    }

    @Test
    void whatTheListenerThrowsEndsTheReading() {
        CsvFile file = CsvFile.of(directory, CONTENT);
        IllegalStateException enough = new IllegalStateException("enough");
        CsvOptions options = CsvOptions.defaults().progress(bytes -> {
            throw enough;
        });
        assertThatThrownBy(() -> file.open(options)).isSameAs(enough);
        assertThatThrownBy(() -> file.rows(options.inferTypes(false))).isSameAs(enough);
    }
}
