package io.dictdb.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How backups are going: what a health check asks.
 *
 * @param running whether the manager has been started and not stopped
 * @param lastBackup the last backup that succeeded, with its size
 * @param sequence the commit that it holds; -1 before the first
 * @param lastVerified when a backup was last read back and found right
 * @param upToDate when the backups last held every commit: a backup that succeeds renews it, and so does one that finds nothing to write
 * @param duration how long the last one took, reading it back included
 * @param consecutiveFailures how many have failed since the last that succeeded
 * @param deltasSinceFull how many incremental ones have followed the last full one
 * @param lastFailure what went wrong last, unless a backup has succeeded since
 */
public record BackupStatus(
        boolean running,
        Optional<BackupFile> lastBackup,
        long sequence,
        Optional<Instant> lastVerified,
        Optional<Instant> upToDate,
        Duration duration,
        int consecutiveFailures,
        int deltasSinceFull,
        Optional<Exception> lastFailure) {

    /**
     * How old the last verified backup is.
     *
     * @param now the time
     * @return its age; empty before the first
     */
    public Optional<Duration> age(Instant now) {
        return lastVerified.map(at -> Duration.between(at, now));
    }

    /** One line. */
    @Override
    public String toString() {
        String last = lastBackup
                .map(file -> file.path().getFileName() + ", commit " + sequence + ", " + file.bytes() + " bytes in "
                        + duration.toMillis() + " ms")
                .orElse("no backup yet");
        String bad = lastFailure
                .map(error -> ", " + consecutiveFailures + " failed in a row: " + error.getMessage())
                .orElse("");
        return (running ? "running, " : "not running, ") + last + bad;
    }
}
