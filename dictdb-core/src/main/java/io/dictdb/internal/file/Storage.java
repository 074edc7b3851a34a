package io.dictdb.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a disk, call by call: small enough that one which fails, tears writes or loses power is an ordinary implementation for tests.
 *
 * <p>No call is cut short by a thread's interrupt, except {@link #clear}, and none takes it away.
 */
public interface Storage {
    /** A file that is being written, from its beginning to its end. While it is open, {@link #clear} leaves it. */
    interface Output extends Closeable {
        void write(byte[] bytes, int offset, int length) throws IOException;

        /** Returns when what was written is on the disk. After a failure nothing is known about it any more. */
        void force() throws IOException;

        /** Takes back what was written behind a place; what is written next comes there. */
        void truncate(long length) throws IOException;

        /** Puts the file in the place of another, which may be there or not, in one step: the last call before it is closed. {@link #clear} leaves it until then. */
        void replace(Path target) throws IOException;
    }

    /**
     * Creates a file that is not there.
     *
     * @param like a file whose permissions the new one gets, if that is there
     * @throws java.nio.file.FileAlreadyExistsException if it is there, or was cleared away at once; another name may do
     */
    Output create(Path file, @Nullable Path like) throws IOException;

    InputStream open(Path file) throws IOException;

    long size(Path file) throws IOException;

    /** Creates a directory and those that it is in, unless they are there. */
    void createDirectories(Path directory) throws IOException;

    /** Puts a directory in a place where there is nothing, or an empty one, in one step. */
    void moveDirectory(Path from, Path to) throws IOException;

    /** Returns when what was created, replaced and deleted in a directory is on the disk. */
    void forceDirectory(Path directory) throws IOException;

    void delete(Path file) throws IOException;

    /** The files of a directory whose names begin and end like that. */
    List<Path> list(Path directory, String prefix, String suffix) throws IOException;

    /**
     * Takes a directory into possession by a file in it, until that is closed or the process ends, however it does.
     *
     * @throws AlreadyOwned when another process has it, or another part of this one
     */
    Closeable own(Path file) throws IOException;

    /** A directory is in the possession of another. */
    final class AlreadyOwned extends IOException {
        private static final long serialVersionUID = 1L;

        /** @param owner who, in words */
        public AlreadyOwned(String owner) {
            super(owner);
        }
    }

    /** Has what was written to a file by whomever forced. */
    void force(Path file) throws IOException;

    /** Deletes a file unless somebody writes to it, in this process or another. An interrupt may end it with an exception. */
    void clear(Path file) throws IOException;
}
