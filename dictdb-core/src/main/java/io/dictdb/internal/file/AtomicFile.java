package io.dictdb.internal.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
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

    /** Names to try, for another process may clear a file away between its creation and its lock. */
    private static final int TRIES = 100;

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

        /** All of it is on the disk; what is thrown now still leaves the old file. */
        default void written() {}
    }

    /** Writes the file. What the content throws leaves the old one. */
    public void write(Content content) throws IOException {
        clearLitter();
        try (Temporary temporary = create(TRIES)) {
            Place.requireUnmoved(directory);
            fill(temporary.file, content);
            content.written();
            Place.requireUnmoved(directory);
            temporary.file.replace(target);
        }
        storage.forceDirectory(directory);
    }

    private Temporary create(int tries) throws IOException {
        Path path = directory.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
        try {
            return new Temporary(path, storage.create(path, target));
        } catch (FileAlreadyExistsException e) {
            if (tries == 1) {
                throw e;
            }
            return create(tries - 1);
        }
    }

    private static void fill(Storage.Output file, Content content) throws IOException {
        OutputStream out = new BufferedOutputStream(new Stream(file), BUFFER);
        content.writeTo(out);
        out.flush();
        file.force();
    }

    private void clearLitter() throws IOException {
        for (Path file : storage.list(directory, PREFIX, SUFFIX)) {
            try {
                storage.clear(file);
            } catch (IOException e) {
                // somebody else's, who may not let us: no reason not to write
            }
        }
    }

    private final class Temporary implements Closeable {
        private final Path path;
        private final Storage.Output file;

        Temporary(Path path, Storage.Output file) {
            this.path = path;
            this.file = file;
        }

        @Override
        public void close() throws IOException {
            try (Closeable deleted = () -> storage.delete(path)) {
                file.close();
            }
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
