package io.dictdb.internal.codec;

import io.dictdb.StorageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What went wrong with a CSV file, in words and with its name. */
public final class CsvFaults {
    private CsvFaults() {}

    static StorageException reading(Path file, IOException cause) {
        String reason = cause instanceof NoSuchFileException ? "there is no such file" : reason(file, cause, "read");
        return new StorageException("CSV file " + file + ": " + reason, file, cause);
    }

    /** A file that was not written; one that was there is as it was. */
    public static StorageException writing(Path file, IOException cause) {
        String reason = cause instanceof NoSuchFileException missing
                ? "there is no " + missing.getFile()
                : reason(file, cause, "written");
        return new StorageException("CSV file " + file + ": " + reason, file, cause);
    }

    private static String reason(Path file, IOException cause, String done) {
        if (cause instanceof CsvFault) {
            return String.valueOf(cause.getMessage());
        }
        if (Files.isDirectory(file)) {
            return "it is a directory";
        }
        return cause instanceof AccessDeniedException
                ? "it may not be " + done
                : "it cannot be " + done + ": " + cause.getMessage();
    }
}
