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

    /** Returns when what was created, replaced and deleted in a directory is on the disk. */
    void forceDirectory(Path directory) throws IOException;

    void delete(Path file) throws IOException;

    /** The files of a directory whose names begin and end like that. */
    List<Path> list(Path directory, String prefix, String suffix) throws IOException;

    /** Deletes a file unless somebody writes to it, in this process or another. An interrupt may end it with an exception. */
    void clear(Path file) throws IOException;
}
