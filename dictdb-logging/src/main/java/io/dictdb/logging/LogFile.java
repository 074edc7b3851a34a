package io.dictdb.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;

/** A file that is appended to. */
final class LogFile extends FileAppender<ILoggingEvent> {
    private final Flushing flushing = new Flushing();

    LogFile() {
        setImmediateFlush(false);
    }

    @Override
    protected void subAppend(ILoggingEvent event) {
        flushing.begin();
        try {
            super.subAppend(event);
        } finally {
            flushing.end(this, streamWriteLock);
        }
    }
}
