package io.dictdb.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The measurement checks its sums; here it is run small. */
class ThreadsTest {
    @Test
    void everyRowIsMeasuredAndNoMoneyIsLost() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new Threads(new PrintStream(printed, true, StandardCharsets.UTF_8), 2_000).run(1_000);
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).hasSize(1 + 2 + 2 * 9);
    }
}
