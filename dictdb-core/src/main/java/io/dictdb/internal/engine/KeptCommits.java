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
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** The commits of a durable store that keeps its journal, for backups. */
final class KeptCommits {
    private final JournalFiles files;
    private final Journal<?> journal;
    private final JournalFeed feed;
    private final KnownBackups backups;

    KeptCommits(JournalFiles files, Journal<?> journal, JournalFeed feed, KnownBackups backups) {
        this.backups = backups;
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

    /** The newest backup in a directory, if it is known which commit that holds. */
    Optional<Base> newestIn(Path directory) {
        return backups.in(directory)
                .filter(known -> files.segmentOf(known.base().sequence()).equals(OptionalLong.of(known.segment())))
                .map(KnownBackups.Known::base);
    }

    /** Remembers the newest backup of a directory: as one of a commit that no failure can take back any more. */
    void remember(Path directory, Base backup) {
        try {
            journal.sync();
            files.segmentOf(backup.sequence())
                    .ifPresent(segment -> backups.put(directory, new KnownBackups.Known(backup, segment)));
        } catch (StorageException e) {
            // as if it were not known
        }
    }

    void write(CommitFileHeader header, OutputStream out) throws IOException {
        try (JournalFeed.Hold hold = feed.hold(header.from());
                JournalTail tail = new JournalTail(files, hold.after())) {
            CommitFile.write(header, tail, journal.readable(), out);
        }
    }
}
