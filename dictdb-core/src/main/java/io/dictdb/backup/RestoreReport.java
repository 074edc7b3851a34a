package io.dictdb.backup;

import io.dictdb.internal.value.ReportText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a database was restored from.
 *
 * @param directory the backup directory
 * @param used the full backup and its deltas, in the order in which they were applied
 * @param passedOver files that would have been newer, but were not used
 * @param sequence the commit that was restored
 * @param linked whether every delta said what it follows; those of Python DictDB do not, and were only held against the age of the backup before
 */
public record RestoreReport(
        Path directory, List<Path> used, List<PassedOver> passedOver, long sequence, boolean linked) {
    /** Copies the lists. */
    public RestoreReport {
        used = List.copyOf(used);
        passedOver = List.copyOf(passedOver);
    }

    /**
     * A file that was not used.
     *
     * @param file the file
     * @param why what is wrong with it
     */
    public record PassedOver(Path file, String why) {
        @Override
        public String toString() {
            return file.getFileName() + " was passed over: " + why;
        }
    }

    /** A line for each file. */
    @Override
    public String toString() {
        List<Object> parts = new ArrayList<>();
        used.forEach(file -> parts.add(String.valueOf(file.getFileName())));
        parts.addAll(passedOver);
        String commit = sequence == 0 ? "" : ", commit " + sequence;
        return ReportText.of(directory + commit + (linked ? "" : ", not all of it linked") + ", from", parts);
    }
}
