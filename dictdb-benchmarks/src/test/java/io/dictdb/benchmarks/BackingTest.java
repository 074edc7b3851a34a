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

/** The measurement of backups, run small. */
class BackingTest {
    @TempDir
    Path directory;

    @Test
    void everyBackupIsMeasuredAndLeavesNothing() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Path folder = Files.createDirectory(directory.resolve("backups"));
        new Backing(new PrintStream(printed, true, StandardCharsets.UTF_8), folder, 1, 2_000).measure();
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).hasSize(18);
        assertThat(folder).doesNotExist();
    }
}
