package io.dictdb.internal.backup;

import io.dictdb.backup.BackupFile;
import io.dictdb.backup.BackupStatus;
import io.dictdb.backup.RestoreReport;
import io.dictdb.internal.event.BackupEvent;
import io.dictdb.internal.log.Log;
import java.nio.file.Path;
import java.util.Locale;

/** What operators are told of backups. */
final class BackupLog {
    private static final Log LOG = Log.of("backup");

    private BackupLog() {}

    static void written(BackupFile file, BackupStatus status, BackupEvent begun) {
        String kind = file.kind().name().toLowerCase(Locale.ROOT);
        begun.end();
        if (begun.shouldCommit()) {
            begun.path = file.path().toString();
            begun.kind = kind;
            begun.commit = status.sequence();
            begun.bytes = file.bytes();
            begun.commit();
        }
        LOG.info(
                "BACKUP",
                event -> event.addKeyValue("path", file.path())
                        .addKeyValue("kind", kind)
                        .addKeyValue("commit", status.sequence())
                        .addKeyValue("bytes", file.bytes())
                        .addKeyValue("ms", status.duration().toMillis())
                        .log("Wrote the {} backup {} of commit {}", kind, file.path(), status.sequence()));
    }

    static void failed(Path directory, Exception cause, int inARow) {
        LOG.error(
                "BACKUP",
                event -> event.addKeyValue("path", directory)
                        .addKeyValue("failures", inARow)
                        .setCause(cause)
                        .log(
                                "No backup could be written to {}, {} in a row; the next one holds what this one lacks, so look for room and permissions there: {}",
                                directory,
                                inARow,
                                cause.getMessage()));
    }

    static void restored(RestoreReport report) {
        LOG.info(
                "RESTORE",
                event -> event.addKeyValue("path", report.directory())
                        .addKeyValue("commit", report.sequence())
                        .addKeyValue("files", report.used().size())
                        .log(
                                "Restored commit {} from {} files of {}",
                                report.sequence(),
                                report.used().size(),
                                report.directory()));
        for (RestoreReport.PassedOver passed : report.passedOver()) {
            LOG.warn(
                    "RESTORE",
                    event -> event.addKeyValue("path", passed.file())
                            .log("Passed over while restoring: {}", passed.why()));
        }
    }

    static void notRestored(Path directory, RuntimeException cause) {
        LOG.error(
                "RESTORE",
                event -> event.addKeyValue("path", directory)
                        .setCause(cause)
                        .log("Nothing could be restored from {}: {}", directory, cause.getMessage()));
    }
}
