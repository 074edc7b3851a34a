package io.dictdb.internal.engine;

import io.dictdb.OpenReport;
import io.dictdb.StorageException;
import io.dictdb.internal.event.CheckpointEvent;
import io.dictdb.internal.event.RecoveryEvent;
import io.dictdb.internal.log.Log;
import java.nio.file.Path;

/** What operators are told of a durable store. */
final class StoreLog {
    private static final Log LOG = Log.of("store");

    private StoreLog() {}

    /** Once for each time that it is opened: also what the policy promises. */
    static void opened(OpenReport report, StoreSettings settings, RecoveryEvent begun) {
        begun.end();
        if (begun.shouldCommit()) {
            begun.path = report.directory().toString();
            begun.image = report.image();
            begun.commit = report.sequence();
            begun.commit();
        }
        LOG.info(
                "OPEN",
                event -> event.addKeyValue("path", report.directory())
                        .addKeyValue("commit", report.sequence())
                        .addKeyValue("policy", settings.policy())
                        .log(
                                "Opened the store in {} at commit {}; {}",
                                report.directory(),
                                report.sequence(),
                                promise(settings)));
        for (String note : report.notes()) {
            LOG.warn(
                    "OPEN",
                    event -> event.addKeyValue("path", report.directory()).log("While opening: {}", note));
        }
    }

    private static String promise(StoreSettings settings) {
        return switch (settings.policy()) {
            case EVERY_COMMIT -> "a change that has returned is on the disk";
            case INTERVAL ->
                "a change that has returned is on the disk within "
                        + settings.interval().toMillis()
                        + " ms; SyncPolicy.EVERY_COMMIT is for those that may not be lost";
            case NEVER -> "changes are on the disk when the operating system puts them there, or after sync()";
        };
    }

    static void notOpened(Path directory, RuntimeException cause) {
        LOG.error(
                "OPEN",
                event -> event.addKeyValue("path", directory)
                        .setCause(cause)
                        .log("The store in {} was not opened: {}", directory, cause.getMessage()));
    }

    /** Nothing more is taken. */
    static void broken(Path directory, StorageException cause) {
        LOG.error(
                "JOURNAL",
                event -> event.addKeyValue("path", directory).setCause(cause).log("{}", cause.getMessage()));
    }

    static void imageWritten(Path directory, long commit, CheckpointEvent begun) {
        begun.end();
        if (begun.shouldCommit()) {
            begun.path = directory.toString();
            begun.commit = commit;
            begun.commit();
        }
        LOG.debug(
                "IMAGE",
                event -> event.addKeyValue("path", directory)
                        .addKeyValue("commit", commit)
                        .log("Wrote an image of commit {} to {}", commit, directory));
    }

    /** Nothing is lost, but the journal grows. */
    static void imageFailed(Path directory, Throwable cause) {
        LOG.warn(
                "IMAGE",
                event -> event.addKeyValue("path", directory)
                        .setCause(cause)
                        .log(
                                "No image could be written to {}; the journal stays until one can, and it is tried again: look for room and permissions there",
                                directory));
    }
}
