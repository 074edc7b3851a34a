package io.dictdb.internal.backup;

import io.dictdb.DictDB;
import io.dictdb.StorageException;
import io.dictdb.backup.BackupFile;
import io.dictdb.backup.BackupManager;
import io.dictdb.backup.RestoreReport;
import io.dictdb.backup.VerifyReport;
import io.dictdb.internal.engine.Recovery;
import io.dictdb.internal.engine.Until;
import io.dictdb.internal.file.Disk;
import io.dictdb.internal.file.Storage;
import io.dictdb.internal.timer.ThreadTimer;
import io.dictdb.internal.value.Arguments;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/** What {@link BackupManager} offers without a manager. */
public final class Backups {
    private static final Map<DictDB, RestoreReport> REPORTS = Collections.synchronizedMap(new WeakHashMap<>());

    private static final int TRIES = 10;

    private Backups() {}

    public static BackupManager.Builder builder(DictDB db, Path directory) {
        return new ManagerBuilder(db, directory, () -> new ThreadTimer("dictdb-backup"));
    }

    public static DictDB restore(Path directory) {
        return restore(Disk.HERE, directory);
    }

    /** Restores from another disk: for tests of failures. */
    public static DictDB restore(Storage storage, Path directory) {
        Folder folder = new Folder(storage, Arguments.notNull(directory, "directory"));
        return restored(folder, folder::files, Until.END);
    }

    public static DictDB restore(Path directory, Instant at) {
        Folder folder = folder(directory);
        Arguments.notNull(at, "at");
        return restored(folder, () -> upTo(folder, at), new Until(Long.MAX_VALUE, at));
    }

    /** The files up to a time, and those that come next as long as they hold each commit. */
    private static List<BackupFile> upTo(Folder folder, Instant at) {
        List<BackupFile> files = folder.files();
        int older =
                (int) files.stream().takeWhile(file -> !file.at().isAfter(at)).count();
        if (older == 0 && !files.isEmpty()) {
            String oldest = "; the oldest is of " + files.get(0).at();
            throw folder.lacksBackups(" of " + at + " or before" + oldest, "");
        }
        long next = files.stream().skip(older).takeWhile(Folder::holdsCommits).count();
        return files.subList(0, older + (int) next);
    }

    public static DictDB restore(Path directory, long sequence) {
        Arguments.require(sequence >= 0, "there is no commit %s", sequence);
        Folder folder = folder(directory);
        return restored(folder, folder::files, Until.commit(sequence));
    }

    public static Optional<DictDB> restoreIfAny(Path directory) {
        Folder folder = folder(directory);
        return folder.filesIfAny().isEmpty()
                ? Optional.empty()
                : Optional.of(restored(folder, folder::files, Until.END));
    }

    private static DictDB restored(Folder folder, Supplier<List<BackupFile>> files, Until until) {
        try {
            return newest(folder, files, until);
        } catch (StorageException e) {
            BackupLog.notRestored(folder.directory(), e);
            throw e;
        }
    }

    /** A manager of another process may delete what it no longer needs meanwhile: then there is something newer. */
    private static DictDB newest(Folder folder, Supplier<List<BackupFile>> files, Until until) {
        for (int i = 1; ; i++) {
            Restoring restoring = new Restoring(folder, files.get(), until);
            try {
                Recovery done = restoring.recovery();
                if (i == TRIES || !restoring.isStale()) {
                    return reported(done, restoring);
                }
            } catch (StorageException e) {
                if (i == TRIES || !restoring.isStale()) {
                    throw e;
                }
            }
        }
    }

    private static DictDB reported(Recovery done, Restoring restoring) {
        DictDB db = done.database();
        RestoreReport report = restoring.report(done);
        REPORTS.put(db, report);
        BackupLog.restored(report);
        return db;
    }

    public static RestoreReport lastReport(DictDB restored) {
        RestoreReport report = REPORTS.get(Arguments.notNull(restored, "restored"));
        Arguments.require(report != null, "the database was not restored from backups");
        return Arguments.notNull(report, "report");
    }

    public static List<BackupFile> list(Path directory) {
        return List.copyOf(folder(directory).files());
    }

    public static VerifyReport verify(Path directory) {
        return verify(Disk.HERE, directory);
    }

    /** Verifies on another disk: for tests of what happens meanwhile. */
    public static VerifyReport verify(Storage storage, Path directory) {
        Folder folder = new Folder(storage, Arguments.notNull(directory, "directory"));
        Verifying verifying = new Verifying(folder);
        VerifyReport report = verifying.report();
        for (int i = 1; i < TRIES && verifying.isStale(); i++) {
            verifying = new Verifying(folder);
            report = verifying.report();
        }
        return report;
    }

    private static Folder folder(Path directory) {
        return new Folder(Disk.HERE, Arguments.notNull(directory, "directory"));
    }
}
