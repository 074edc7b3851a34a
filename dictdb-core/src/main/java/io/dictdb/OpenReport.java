package io.dictdb;

import io.dictdb.internal.value.ReportText;
import java.nio.file.Path;
import java.util.List;

/**
 * What was found when a durable store was opened.
 *
 * @param directory the store
 * @param image the commit of the image that it began with; 0 if there was none
 * @param sequence the last commit that was recovered from the journal
 * @param bytesCut how many bytes at the end of the journal were left out, because their writing had been cut short; what they belonged to had never been acknowledged as being on the disk
 * @param notes what was out of the ordinary, in words; empty if nothing was
 */
public record OpenReport(Path directory, long image, long sequence, long bytesCut, List<String> notes) {
    /** Copies the list. */
    public OpenReport {
        notes = List.copyOf(notes);
    }

    /** One line, and one for each note. */
    @Override
    public String toString() {
        String from = "from the image of commit " + image + " and " + (sequence - image) + " commits of the journal";
        return ReportText.of(directory + ": commit " + sequence + ", " + from, notes);
    }
}
