package io.dictdb.internal.backup;

import io.dictdb.DictDB;
import io.dictdb.backup.BackupFile;
import io.dictdb.backup.BackupManager;
import io.dictdb.backup.RestoreReport;
import io.dictdb.backup.VerifyReport;
import io.dictdb.internal.engine.Recovery;
import io.dictdb.internal.file.Disk;
import io.dictdb.internal.file.Storage;
import io.dictdb.internal.value.Arguments;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** What {@link BackupManager} offers without a manager. */
public final class Backups {
    private static final Map<DictDB, RestoreReport> REPORTS = Collections.synchronizedMap(new WeakHashMap<>());

    private Backups() {}

    public static BackupManager.Builder builder(DictDB db, Path directory) {
        return new ManagerBuilder(db, directory, ThreadTimer::new);
    }

    public static DictDB restore(Path directory) {
        return restore(Disk.HERE, directory);
    }

    /** Restores from another disk: for tests of failures. */
    public static DictDB restore(Storage storage, Path directory) {
        Folder folder = new Folder(storage, Arguments.notNull(directory, "directory"));
        return restored(folder, folder.files(), Long.MAX_VALUE);
    }

    public static DictDB restore(Path directory, Instant at) {
        Folder folder = folder(directory);
        Arguments.notNull(at, "at");
        List<BackupFile> older =
                folder.files().stream().filter(file -> !file.at().isAfter(at)).toList();
        return restored(folder, older, Long.MAX_VALUE);
    }

    public static DictDB restore(Path directory, long sequence) {
        Arguments.require(sequence >= 0, "there is no commit %s", sequence);
        Folder folder = folder(directory);
        return restored(folder, folder.files(), sequence);
    }

    public static Optional<DictDB> restoreIfAny(Path directory) {
        Folder folder = folder(directory);
        List<BackupFile> files = folder.filesIfAny();
        return files.isEmpty() ? Optional.empty() : Optional.of(restored(folder, files, Long.MAX_VALUE));
    }

    private static DictDB restored(Folder folder, List<BackupFile> files, long last) {
        Restoring restoring = new Restoring(folder, files, last);
        Recovery done = restoring.recovery();
        DictDB db = done.database();
        REPORTS.put(db, restoring.report(done));
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
        return new Verifying(folder(directory)).report();
    }

    private static Folder folder(Path directory) {
        return new Folder(Disk.HERE, Arguments.notNull(directory, "directory"));
    }
}
