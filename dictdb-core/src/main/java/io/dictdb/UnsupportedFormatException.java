package io.dictdb;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file is sound, as far as can be told, but not one that this version reads. */
public class UnsupportedFormatException extends StorageException {
    private static final long serialVersionUID = 1L;

    private final int version;
    private final @Nullable Reason reason;

    /** Why a file is not read. */
    public enum Reason {
        /** An older version wrote it, and no reader for it is left. */
        TOO_OLD,
        /** A newer version wrote it. */
        TOO_NEW,
        /** No format that is known. */
        NOT_OURS
    }

    /**
     * An exception with a message alone.
     *
     * @param message what happened
     */
    public UnsupportedFormatException(String message) {
        super(message);
        this.version = -1;
        this.reason = null;
    }

    /**
     * An exception about a file.
     *
     * @param message what happened
     * @param path the file
     * @param version the version of the format that the file names, -1 when it names none
     * @param reason why it is not read
     */
    public UnsupportedFormatException(String message, Path path, int version, Reason reason) {
        super(message, path);
        this.version = version;
        this.reason = reason;
    }

    /**
     * The version of the format that the file names.
     *
     * @return the version, -1 when it names none
     */
    public int version() {
        return version;
    }

    /**
     * Why the file is not read.
     *
     * @return the reason, or null when it is not known
     */
    public @Nullable Reason reason() {
        return reason;
    }
}
