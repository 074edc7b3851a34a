package io.dictdb;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file could not be read or written. */
public class StorageException extends DictDBException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Path path;

    /**
     * An exception with a message alone.
     *
     * @param message what happened
     */
    public StorageException(String message) {
        super(message);
        this.path = null;
    }

    /**
     * An exception about a file.
     *
     * @param message what happened
     * @param path the file
     * @param cause what led to it
     */
    public StorageException(String message, Path path, Throwable cause) {
        super(message, cause);
        this.path = path;
    }

    /**
     * An exception about a file that has no other cause.
     *
     * @param message what happened
     * @param path the file
     */
    public StorageException(String message, Path path) {
        super(message);
        this.path = path;
    }

    /**
     * The file.
     *
     * @return its path, or null when it is not known
     */
    public @Nullable Path path() {
        return path;
    }
}
