package io.dictdb.internal.file;

import io.dictdb.StorageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** What went wrong with a file, in words. */
public final class Faults {
    private Faults() {}

    /** A file that could not be read. */
    public static StorageException reading(Path file, IOException cause) {
        return new StorageException(file + " cannot be read: " + reason(file, cause), file, cause);
    }

    /**
     * A file that could not be written. The old one, if any, is as it was; unless the last steps failed, which are closing the file and forcing its directory: then the new one
     * is in its place, complete, but may be gone after a power failure.
     */
    public static StorageException writing(Path file, IOException cause) {
        return new StorageException(file + " cannot be written: " + reason(file, cause), file, cause);
    }

    /** Why a call failed. */
    public static String reason(Path file, IOException cause) {
        if (Files.isDirectory(file)) {
            return "it is a directory";
        }
        if (cause instanceof NotDirectoryException || cause instanceof FileAlreadyExistsException) {
            return "it is a file, not a directory";
        }
        if (cause instanceof NoSuchFileException missing) {
            return "there is no " + missing.getFile();
        }
        if (cause instanceof AccessDeniedException denied) {
            return "permission denied for " + denied.getFile();
        }
        String why = cause instanceof FileSystemException fault ? fault.getReason() : cause.getMessage();
        return why == null ? cause.toString() : why;
    }
}
