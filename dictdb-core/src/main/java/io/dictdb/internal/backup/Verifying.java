package io.dictdb.internal.backup;

import io.dictdb.StorageException;
import io.dictdb.backup.BackupFile;
import io.dictdb.backup.BackupFile.Kind;
import io.dictdb.backup.VerifyReport;
import io.dictdb.backup.VerifyReport.Checked;
import io.dictdb.backup.VerifyReport.State;
import io.dictdb.internal.engine.Recovery;
import io.dictdb.internal.engine.Until;
import io.dictdb.internal.file.BackupName;
import io.dictdb.internal.file.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads all backups of a directory in their order, and puts each onto those before it. */
final class Verifying {
    private final Folder folder;
    private final List<Checked> checked = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private @Nullable Recovery chain;
    private boolean gap;
    private boolean stale;

    Verifying(Folder folder) {
        this.folder = folder;
    }

    VerifyReport report() {
        List<BackupFile> files = folder.files();
        files.forEach(file -> names.add(String.valueOf(file.path().getFileName())));
        for (BackupFile file : files) {
            check(file);
        }
        return new VerifyReport(folder.directory(), checked);
    }

    /** Whether a file was gone that had been listed. */
    boolean isStale() {
        return stale;
    }

    private void check(BackupFile file) {
        try {
            if (file.kind() == Kind.FULL) {
                chain = Recovery.of(folder.storage(), file.path());
                gap = false;
                good(file.path(), chain);
            } else {
                delta(file.path(), Recovery.read(folder.storage(), file.path()));
            }
        } catch (StorageException e) {
            stale |= Folder.hasGone(file, e);
            gap = true;
            add(file.path(), State.DAMAGED, String.valueOf(e.getMessage()));
        }
    }

    private void delta(Path path, Recovery.Part delta) {
        try {
            if (chain == null) {
                String base = delta.follows().map(Origin::toString).orElse("a full backup");
                throw new StorageException(
                        path + " follows " + base + ", and there is none before it that is whole", path);
            }
            Recovery.Added unused = chain.add(delta, Until.END, gap);
            good(path, chain);
        } catch (StorageException e) {
            gap = true;
            delta.follows().ifPresent(base -> missing(path, base.file()));
            add(path, State.FOREIGN, String.valueOf(e.getMessage()));
        }
    }

    private void missing(Path path, String base) {
        if (BackupName.of(base).isPresent() && names.add(base)) {
            add(folder.directory().resolve(base), State.MISSING, path + " follows it");
        }
    }

    private void good(Path path, Recovery so) {
        OptionalLong sequence = so.sequence().map(OptionalLong::of).orElseGet(OptionalLong::empty);
        checked.add(new Checked(path, State.GOOD, "", sequence));
    }

    private void add(Path path, State state, String message) {
        checked.add(new Checked(path, state, message, OptionalLong.empty()));
    }
}
