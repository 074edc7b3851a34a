package io.dictdb.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.function.Consumer;

/** Where events of the database leave Logback for the sinks. May be entered again by whoever it calls: each sink keeps that from itself. */
final class Gate extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private final Consumer<ILoggingEvent> target;

    Gate(Consumer<ILoggingEvent> target) {
        this.target = target;
        setName("dictdb-logging");
    }

    @Override
    public void doAppend(ILoggingEvent event) {
        if (isStarted()) {
            append(event);
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        target.accept(event);
    }
}
