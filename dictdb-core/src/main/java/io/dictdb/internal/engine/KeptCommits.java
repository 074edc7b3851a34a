package io.dictdb.internal.engine;

import io.dictdb.StorageException;
import io.dictdb.internal.feed.JournalFeed;
import io.dictdb.internal.journal.CommitFile;
import io.dictdb.internal.journal.CommitFileHeader;
import io.dictdb.internal.journal.Journal;
import io.dictdb.internal.journal.JournalFiles;
import io.dictdb.internal.journal.JournalTail;
import java.io.IOException;
import java.io.OutputStream;

/** The commits of a durable store that keeps its journal, for backups. */
final class KeptCommits {
    private final JournalFiles files;
    private final Journal<?> journal;
    private final JournalFeed feed;

    KeptCommits(JournalFiles files, Journal<?> journal, JournalFeed feed) {
        this.files = files;
        this.journal = journal;
        this.feed = feed;
    }

    /** Whether everything that comes after a commit, up to now, can be read. */
    boolean goBackTo(long after) {
        try {
            journal.sync();
            JournalTail unused =
                    new JournalTail(files, after); // which refuses what is not kept, and has opened nothing yet
            return true;
        } catch (StorageException e) {
            return false;
        }
    }

    void write(CommitFileHeader header, OutputStream out) throws IOException {
        try (JournalFeed.Hold hold = feed.hold(header.from());
                JournalTail tail = new JournalTail(files, hold.after())) {
            CommitFile.write(header, tail, journal.readable(), out);
        }
    }
}
