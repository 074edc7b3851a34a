package io.dictdb.internal.backup;

import io.dictdb.backup.BackupFile;
import io.dictdb.internal.engine.Base;
import io.dictdb.internal.engine.Checkpoint;
import io.dictdb.internal.file.Origin;
import java.util.List;
import java.util.stream.Stream;

/**
 * A full backup and the deltas that follow it.
 *
 * @param files in order
 * @param last the commit that the last of them holds
 * @param origin the last of them by its content
 */
record Chain(List<BackupFile> files, Checkpoint last, Origin origin) {
    Chain {
        files = List.copyOf(files);
    }

    Chain and(BackupFile delta, Checkpoint now, Origin written) {
        return new Chain(Stream.concat(files.stream(), Stream.of(delta)).toList(), now, written);
    }

    /** What the next delta follows. */
    Base base() {
        return new Base(last.sequence(), origin);
    }

    int deltas() {
        return files.size() - 1;
    }

    /**
     * Whether all of it is there in its size, and nothing later: a delta behind another's full backup would not be found when that is restored.
     *
     * @param there by time
     */
    boolean isLatestOf(List<BackupFile> there, Folder folder) {
        return !there.isEmpty()
                && there.get(there.size() - 1)
                        .path()
                        .equals(files.get(files.size() - 1).path())
                && files.stream().allMatch(folder::has);
    }
}
