package io.dictdb.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The measurement checks its answers; here it is run small. */
class ScaleTest {
    @Test
    void everySizeIsMeasuredAndItsAnswersHold() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new Scale(new PrintStream(printed, true, StandardCharsets.UTF_8)).growTo(Long.getLong("dictdb.rows", 100_000));
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).hasSizeGreaterThanOrEqualTo(3);
    }
}
