package io.dictdb.internal.backup;

import io.dictdb.backup.BackupFile;
import io.dictdb.backup.BackupFile.Kind;
import io.dictdb.backup.Retention;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which files of a backup directory can go. Files belong to chains: a full backup and what comes until the next one. The oldest chains go, whole, and never one
 * that is as new as the last verified backup.
 */
final class Keeping {
    private final Retention retention;

    Keeping(Retention retention) {
        this.retention = retention;
    }

    /**
     * The files that can go, in the order in which to delete them: whatever is left at any moment can be restored.
     *
     * @param files by time
     * @param verified the last backup that is known to be whole
     */
    List<BackupFile> superfluous(List<BackupFile> files, Path verified, Instant now) {
        List<List<BackupFile>> chains = chains(files);
        int newest = chains.size();
        for (int i = 0; i < chains.size(); i++) {
            newest = chains.get(i).stream().anyMatch(file -> file.path().equals(verified)) ? i : newest;
        }
        List<BackupFile> gone = new ArrayList<>();
        int fulls = (int) chains.stream().filter(Keeping::isWhole).count();
        for (int i = 0; newest < chains.size() && i < newest; i++) {
            List<BackupFile> chain = chains.get(i);
            if (!isSuperfluous(chain, fulls, chains.get(i + 1).get(0).at(), now)) {
                break;
            }
            fulls -= isWhole(chain) ? 1 : 0;
            for (int j = chain.size() - 1; j >= 0; j--) {
                gone.add(chain.get(j));
            }
        }
        return gone;
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

    /** @param next when the next chain begins: until then this one tells the state */
    private boolean isSuperfluous(List<BackupFile> chain, int fulls, Instant next, Instant now) {
        boolean many = retention.fulls().isPresent()
                && (!isWhole(chain) || fulls > retention.fulls().getAsInt());
        Optional<Instant> oldest = retention.age().map(now::minus);
        return many || (oldest.isPresent() && !next.isAfter(oldest.get()));
    }
}
