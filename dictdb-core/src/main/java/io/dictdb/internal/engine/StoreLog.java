package io.dictdb.internal.engine;

import io.dictdb.OpenReport;
import io.dictdb.internal.log.Log;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.spi.LoggingEventBuilder;

/** What operators are told of a durable store. */
final class StoreLog {
    private static final Logger LOG = Log.of("store");

    private StoreLog() {}

    /** Once for each time that it is opened: also what the policy promises. */
    static void opened(OpenReport report, StoreSettings settings) {
        event(LOG.atInfo(), "open", report.directory())
                .addKeyValue("commit", report.sequence())
                .addKeyValue("policy", settings.policy())
                .log(
                        "Opened the store in {} at commit {}; {}",
                        report.directory(),
                        report.sequence(),
                        promise(settings));
        for (String note : report.notes()) {
            event(LOG.atWarn(), "open", report.directory()).log("While opening: {}", note);
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

    /** Nothing is lost, but the journal grows. */
    static void imageFailed(Path directory, Throwable cause) {
        event(LOG.atWarn(), "image", directory)
                .setCause(cause)
                .log(
                        "No image could be written to {}; the journal stays until one can, and it is tried again: look for room and permissions there",
                        directory);
    }

    private static LoggingEventBuilder event(LoggingEventBuilder event, String op, Path path) {
        return event.addKeyValue("component", "store").addKeyValue("op", op).addKeyValue("path", path);
    }
}
