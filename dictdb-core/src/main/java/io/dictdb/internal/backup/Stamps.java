package io.dictdb.internal.backup;

import io.dictdb.backup.BackupFile;
import java.time.Instant;
import java.util.List;

/** Stamps of files: the clock's microseconds, but always later than the last one and than those that are there. */
final class Stamps {
    private long last = Long.MIN_VALUE;

    /**
     * The stamp of a file.
     *
     * @param now when the commit was taken that it will hold
     * @param files those that are there, the latest last
     */
    long next(Instant now, List<BackupFile> files) {
        long newest = files.isEmpty()
                ? Long.MIN_VALUE
                : micros(files.get(files.size() - 1).at());
        last = Math.max(Math.max(0, micros(now)), Math.max(last, newest) + 1);
        return last;
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
