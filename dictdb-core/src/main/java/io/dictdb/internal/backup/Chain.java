package io.dictdb.internal.backup;

import io.dictdb.backup.BackupFile;
import io.dictdb.internal.engine.Checkpoint;
import io.dictdb.internal.file.Origin;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A full backup and the deltas that follow it.
 *
 * @param files in order
 * @param last the commit that the last of them holds
 * @param origin the last of them by its content
 */
record Chain(List<Path> files, Checkpoint last, Origin origin) {
    Chain {
        files = List.copyOf(files);
    }

    Chain and(Path delta, Checkpoint now, Origin written) {
        return new Chain(Stream.concat(files.stream(), Stream.of(delta)).toList(), now, written);
    }

    int deltas() {
        return files.size() - 1;
    }

    /** Whether all of it is still there. */
    boolean isIn(List<BackupFile> there) {
        Set<Path> paths = new HashSet<>();
        there.forEach(file -> paths.add(file.path()));
        return paths.containsAll(files);
    }
}
