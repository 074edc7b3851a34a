package io.dictdb.backup;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file of a backup directory, by its name.
 *
 * @param path where it is
 * @param kind what it should hold
 * @param at when it was made, to the microsecond
 * @param bytes its size; -1 if it leads nowhere
 */
public record BackupFile(Path path, Kind kind, Instant at, long bytes) {
    /** What a backup holds. */
    public enum Kind {
        /** All tables at one commit. */
        FULL,
        /** What has changed since the backup before. */
        DELTA
    }
}
