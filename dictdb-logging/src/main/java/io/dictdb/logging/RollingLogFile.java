package io.dictdb.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;

/** A file that is appended to, and put aside now and then. */
final class RollingLogFile extends RollingFileAppender<ILoggingEvent> {
    private final Flushing flushing = new Flushing();

    RollingLogFile() {
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
