package io.dictdb.internal.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;

/**
 * Writes a file so that it is complete or not there at all, whatever happens: to a temporary one beside it, which is forced to the disk before it takes the other's
 * place in one step; then the directory is forced.
 *
 * <p>A process that dies leaves its temporary file behind; the next one that writes into the directory clears it away.
 */
public final class AtomicFile {
    private static final String PREFIX = ".dictdb-";
    private static final String SUFFIX = ".tmp";
    private static final int BUFFER = 1 << 16;

    private final Storage storage;
    private final Path target;
    private final Path directory;

    /**
     * @param target a path with a parent and without links, see {@link Place}
     */
    public AtomicFile(Storage storage, Path target) {
        this.storage = storage;
        this.target = target;
        this.directory = Objects.requireNonNull(target.getParent(), "a path with a parent");
    }

    /** What is to be written. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes the file. What the content throws leaves the old one. */
    public void write(Content content) throws IOException {
        clearLitter();
        Path temporary = directory.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
        try (Closeable cleared = () -> storage.delete(temporary)) {
            fill(temporary, content);
            storage.replace(temporary, target);
        }
        storage.forceDirectory(directory);
    }

    private void fill(Path temporary, Content content) throws IOException {
        try (Storage.Output file = storage.create(temporary, target)) {
            OutputStream out = new BufferedOutputStream(new Stream(file), BUFFER);
            content.writeTo(out);
            out.flush();
            file.force();
        }
    }

    private void clearLitter() throws IOException {
        for (Path file : storage.list(directory, PREFIX, SUFFIX)) {
            storage.clear(file);
        }
    }

    private static final class Stream extends OutputStream {
        private final Storage.Output file;

        Stream(Storage.Output file) {
            this.file = file;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            file.write(bytes, offset, length);
        }
    }
}
