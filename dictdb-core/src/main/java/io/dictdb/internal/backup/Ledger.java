package io.dictdb.internal.backup;

import io.dictdb.backup.BackupFile;
import io.dictdb.backup.BackupStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How backups have gone. Safe for use by several threads. */
final class Ledger {
    private BackupStatus now = new BackupStatus(
            false, Optional.empty(), -1, Optional.empty(), Optional.empty(), Duration.ZERO, 0, 0, Optional.empty());

    synchronized BackupStatus status(boolean running) {
        return new BackupStatus(
                running,
                now.lastBackup(),
                now.sequence(),
                now.lastVerified(),
                now.upToDate(),
                now.duration(),
                now.consecutiveFailures(),
                now.deltasSinceFull(),
                now.lastFailure());
    }

    /** @param begun when its commit was taken */
    synchronized void succeeded(
            BackupFile file, long sequence, boolean verified, int deltas, Instant begun, Instant ended) {
        now = new BackupStatus(
                false,
                Optional.of(file),
                sequence,
                verified ? Optional.of(ended) : now.lastVerified(),
                Optional.of(begun),
                begun.isBefore(ended) ? Duration.between(begun, ended) : Duration.ZERO,
                0,
                deltas,
                Optional.empty());
    }

    synchronized void unchanged(Instant at) {
        now = new BackupStatus(
                false,
                now.lastBackup(),
                now.sequence(),
                now.lastVerified(),
                Optional.of(at),
                now.duration(),
                now.consecutiveFailures(),
                now.deltasSinceFull(),
                now.lastFailure());
    }

    /** Returns how many have failed in a row. */
    synchronized int failed(Exception cause) {
        now = new BackupStatus(
                false,
                now.lastBackup(),
                now.sequence(),
                now.lastVerified(),
                now.upToDate(),
                now.duration(),
                now.consecutiveFailures() + 1,
                now.deltasSinceFull(),
                Optional.of(cause));
        return now.consecutiveFailures();
    }
}
