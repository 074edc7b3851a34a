package io.dictdb.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurement compares what it loads; here it is run small. */
class SavingTest {
    @TempDir
    Path directory;

    @Test
    void everyFormatIsMeasuredAndLeavesNothing() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Path folder = Files.createDirectory(directory.resolve("files"));
        new Saving(new PrintStream(printed, true, StandardCharsets.UTF_8), folder, 1).measure(2_000);
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).hasSize(6);
        assertThat(folder).doesNotExist();
    }
}
