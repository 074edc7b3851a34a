package io.dictdb.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDB;
import io.dictdb.LoadOptions;
import io.dictdb.StorageException;
import io.dictdb.UnsupportedFormatException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Loads what may be no database: what comes is one, or an exception of the kinds for that, and little memory has been asked for. */
final class Loads {
    private static final long MOST = 64L << 20;

    private final Path file;
    private final LoadOptions options;

    Loads(Path directory, LoadOptions options) {
        this.file = directory.resolve("strange.pickle");
        this.options = options;
    }

    /** What refuses the file; empty when it is a database. */
    Optional<StorageException> load(byte[] pickle) throws IOException {
        Files.write(file, pickle);
        long before = allocated();
        Optional<StorageException> refused = refusal();
        // what has been asked for, whether or not it was kept; nothing that depends on a clock or on the collector
        assertThat(allocated() - before).as("bytes asked for").isLessThan(MOST);
        return refused;
    }

    private Optional<StorageException> refusal() {
        try {
            DictDB.load(file, options).close();
            return Optional.empty();
        } catch (CorruptFileException | UnsupportedFormatException e) {
            assertThat(e.path()).isEqualTo(file);
            assertThat(e).message().contains(file.toString()).hasSizeLessThan(2_000);
            return Optional.of(e);
        }
    }

    private static long allocated() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                ? threads.getCurrentThreadAllocatedBytes()
                : 0;
    }
}
