package io.dictdb.internal.backup;

import io.dictdb.backup.BackupFile;
import io.dictdb.backup.BackupFile.Kind;
import io.dictdb.backup.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which files of a backup directory can go. Files belong to chains: a full backup and what comes until the next one. The oldest chains go, whole, and never one
 * that the newest backup needs, nor a later one.
 */
final class Keeping {
    private final Retention retention;

    Keeping(Retention retention) {
        this.retention = retention;
    }

    /**
     * The chains that can go, the oldest first. By age it is one at a time, so that a clock that was wrong once does not cost all that there is.
     *
     * @param files by time
     * @param needed the newest backup, with all that it needs
     */
    List<List<BackupFile>> superfluous(List<BackupFile> files, List<BackupFile> needed, Instant now) {
        List<List<BackupFile>> chains = chains(files);
        Set<Path> paths = needed.stream().map(BackupFile::path).collect(Collectors.toSet());
        int first = 0;
        while (first < chains.size() && chains.get(first).stream().noneMatch(file -> paths.contains(file.path()))) {
            first++;
        }
        return superfluous(chains, first == chains.size() ? 0 : first, now);
    }

    private List<List<BackupFile>> superfluous(List<List<BackupFile>> chains, int candidates, Instant now) {
        if (retention.fulls().isPresent()) {
            int fulls = (int) chains.stream().filter(Keeping::isWhole).count();
            return chains.subList(
                    0,
                    Math.min(
                            candidates,
                            tooMany(chains, fulls - retention.fulls().getAsInt())));
        }
        boolean old = candidates > 0
                && retention.age().isPresent()
                && isOld(chains.get(1), retention.age().get(), now);
        return chains.subList(0, old ? 1 : 0);
    }

    /** How many chains to count off for so many full backups, and for deltas whose full backup is gone. */
    private static int tooMany(List<List<BackupFile>> chains, int fulls) {
        int orphans = isWhole(chains.get(0)) ? 0 : 1;
        return Math.max(0, fulls) + orphans;
    }

    /** Whether the first chain is not needed for any time within the age: until the next one begins it tells the state. */
    private static boolean isOld(List<BackupFile> next, Duration age, Instant now) {
        Duration sinceEpoch = Duration.between(Instant.EPOCH, now);
        return age.compareTo(sinceEpoch) < 0 && !next.get(0).at().isAfter(now.minus(age));
    }

    private static List<List<BackupFile>> chains(List<BackupFile> files) {
        List<List<BackupFile>> chains = new ArrayList<>();
        for (BackupFile file : files) {
            if (chains.isEmpty() || file.kind() == Kind.FULL) {
                chains.add(new ArrayList<>());
            }
            chains.get(chains.size() - 1).add(file);
        }
        return chains;
    }

    /** Not only deltas whose full backup is gone. */
    private static boolean isWhole(List<BackupFile> chain) {
        return chain.get(0).kind() == Kind.FULL;
    }
}
