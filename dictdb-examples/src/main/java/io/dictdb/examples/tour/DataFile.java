package io.dictdb.examples.tour;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of the tour's own CSV files, copied out of the program into a temporary directory that goes when the file is closed. */
final class DataFile implements AutoCloseable {
    private final Path directory;
    private final Path path;

    private DataFile(Path directory, Path path) {
        this.directory = directory;
        this.path = path;
    }

    static DataFile of(String name) {
        try (InputStream resource = resource(name)) {
            Path directory = Files.createTempDirectory("dictdb-tour");
            Path file = directory.resolve(name);
            // Deleted also when the user interrupts the tour: the file first, then the directory.
            directory.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            Files.copy(resource, file);
            return new DataFile(directory, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        @Nullable InputStream resource = DataFile.class.getResourceAsStream("/io/dictdb/examples/data/" + name);
        if (resource == null) {
            throw new IllegalStateException("the program is incomplete: " + name + " is missing");
        }
        return resource;
    }

    Path path() {
        return path;
    }

    long bytes() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many lines come after the header; no value in these files spans lines. */
    int records() {
        try (Stream<String> lines = Files.lines(path)) {
            return (int) lines.count() - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.delete(path);
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
