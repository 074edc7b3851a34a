package io.dictdb.internal.codec;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is wrong with the text of a CSV file, and in which line: everything the file's name is missing from. */
final class CsvFault extends IOException {
    private static final long serialVersionUID = 1L;

    CsvFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
