package io.dictdb.internal.backup;

import io.dictdb.backup.BackupFile;
import io.dictdb.backup.BackupStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How backups have gone. Safe for use by several threads. */
final class Ledger {
    private Optional<BackupFile> last = Optional.empty();
    private long sequence = -1;
    private Optional<Instant> verified = Optional.empty();
    private Optional<Instant> upToDate = Optional.empty();
    private Duration duration = Duration.ZERO;
    private int failures;
    private int deltas;
    private Optional<Exception> failure = Optional.empty();

    synchronized BackupStatus status(boolean running) {
        return new BackupStatus(running, last, sequence, verified, upToDate, duration, failures, deltas, failure);
    }

    /** @param begun when its commit was taken */
    synchronized void succeeded(
            BackupFile file, long commit, boolean readBack, int deltasSinceFull, Instant begun, Instant ended) {
        last = Optional.of(file);
        sequence = commit;
        verified = readBack ? Optional.of(ended) : verified;
        upToDate = Optional.of(begun);
        duration = begun.isBefore(ended) ? Duration.between(begun, ended) : Duration.ZERO;
        failures = 0;
        deltas = deltasSinceFull;
        failure = Optional.empty();
    }

    /** There was nothing to write: the backups that are there hold everything. */
    synchronized void unchanged(Instant at) {
        upToDate = Optional.of(at);
        failures = 0;
        failure = Optional.empty();
    }

    /** Returns how many have failed in a row. */
    synchronized int failed(Exception cause) {
        failure = Optional.of(cause);
        return ++failures;
    }
}
