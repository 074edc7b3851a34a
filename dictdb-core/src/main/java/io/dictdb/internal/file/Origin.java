package io.dictdb.internal.file;

import java.nio.file.Path;

/**
 * The file that a database was read from, or was written to.
 *
 * @param file its name, without directories
 * @param checksum CRC32C of all its bytes
 */
public record Origin(String file, long checksum) {
    /** A file under its own name. */
    public static Origin of(Path file, long checksum) {
        return new Origin(String.valueOf(file.getFileName()), checksum);
    }

    /** Whether it is the same content, under whatever name. */
    public boolean isSame(Origin other) {
        return checksum == other.checksum;
    }

    @Override
    public String toString() {
        return String.format("%s (CRC32C %08x)", file, checksum);
    }
}
