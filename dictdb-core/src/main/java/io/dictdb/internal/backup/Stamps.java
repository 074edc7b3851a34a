package io.dictdb.internal.backup;

import io.dictdb.backup.BackupFile;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Stamps of files: the clock's microseconds, but always later than the last one and than those that are there. */
final class Stamps {
    private final Clock clock;
    private long last = Long.MIN_VALUE;

    Stamps(Clock clock) {
        this.clock = clock;
    }

    /** @param files those that are there, the latest last */
    long next(List<BackupFile> files) {
        long newest = files.isEmpty()
                ? Long.MIN_VALUE
                : micros(files.get(files.size() - 1).at());
        last = Math.max(Math.max(0, micros(clock.instant())), Math.max(last, newest) + 1);
        return last;
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
