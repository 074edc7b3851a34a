package io.dictdb.internal.codec;

import io.dictdb.StorageException;
import io.dictdb.internal.file.Faults;
import java.io.IOException;
import java.nio.file.Path;

/** What went wrong with a CSV file, in words and with its name. */
public final class CsvFaults {
    private CsvFaults() {}

    /** A file that was not read or not written to its end. */
    public static StorageException of(Path file, IOException cause) {
        String reason = cause instanceof CsvFault ? String.valueOf(cause.getMessage()) : Faults.reason(file, cause);
        return new StorageException("CSV file " + file + ": " + reason, file, cause);
    }
}
