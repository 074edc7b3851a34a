package io.dictdb.backup;

import io.dictdb.internal.value.ReportText;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * What there is in a backup directory, after all of it has been read.
 *
 * @param directory the backup directory
 * @param files each file, in order of time, and each that is named by another and is not there
 */
public record VerifyReport(Path directory, List<Checked> files) {
    /** Copies the list. */
    public VerifyReport {
        files = List.copyOf(files);
    }

    /** What has been found out about a file. */
    public enum State {
        /** It is whole, and so is all that it needs. */
        GOOD,
        /** It cannot be read, or its checksum is wrong. */
        DAMAGED,
        /** A delta follows it, and it is not there. */
        MISSING,
        /** It is whole, but does not follow what is good before it: it is from elsewhere, or what it follows is damaged or missing. */
        FOREIGN
    }

    /**
     * A file.
     *
     * @param path where it is, or should be
     * @param state what has been found out
     * @param message the reason, empty for a good one
     * @param sequence the commit to which a good one leads, for {@link BackupManager#restore(Path, long)}; empty where it does not tell, as in files of Python DictDB
     */
    public record Checked(Path path, State state, String message, OptionalLong sequence) {
        @Override
        public String toString() {
            String commit = sequence.isPresent() ? ", commit " + sequence.getAsLong() : "";
            return path.getFileName() + ": " + state + commit + (message.isEmpty() ? "" : ", " + message);
        }
    }

    /**
     * Whether there is at least one backup and every file is good.
     *
     * @return true if all is well
     */
    public boolean isGood() {
        return !files.isEmpty() && files.stream().allMatch(file -> file.state() == State.GOOD);
    }

    /** A line for each file. */
    @Override
    public String toString() {
        return ReportText.of(
                directory + ": " + (isGood() ? "all good" : files.isEmpty() ? "no backups" : "not all good"), files);
    }
}
