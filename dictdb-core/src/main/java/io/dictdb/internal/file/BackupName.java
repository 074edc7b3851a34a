package io.dictdb.internal.file;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a backup's file, as Python DictDB gives it: {@code dictdb_backup_SECONDS_MICROS} and an extension, or {@code dictdb_delta_…}.
 *
 * @param delta whether it holds what has changed, not all
 * @param micros when it was made, in microseconds since 1970
 * @param extension from the first point on
 */
public record BackupName(boolean delta, long micros, String extension) {
    private static final Pattern FORM =
            Pattern.compile("dictdb_(backup|delta)_(\\d{1,12})_(\\d{6})(\\.[a-z0-9]+(?:\\.gz)?)");
    private static final long SECOND = 1_000_000;

    /** What a file's name tells, if it is a backup's. */
    public static Optional<BackupName> of(String file) {
        Matcher parts = FORM.matcher(file);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long micros = Long.parseLong(parts.group(2)) * SECOND + Long.parseLong(parts.group(3));
        return Optional.of(new BackupName(parts.group(1).equals("delta"), micros, parts.group(4)));
    }

    public Instant at() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "dictdb_%s_%d_%06d%s",
                delta ? "delta" : "backup",
                micros / SECOND,
                micros % SECOND,
                extension);
    }
}
