package io.dictdb.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.util.CachingDateFormatter;

/** Makes a line of an event. Safe for use by many threads. */
abstract class EventLayout extends LayoutBase<ILoggingEvent> {
    /** ISO 8601 with the offset of the zone. */
    private final CachingDateFormatter time = new CachingDateFormatter("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    static EventLayout of(LogFormat format, boolean colored) {
        return format == LogFormat.JSON ? new JsonLayout() : new TextLayout(colored);
    }

    final String time(ILoggingEvent event) {
        return time.format(event.getTimeStamp());
    }

    @Override
    public final String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(256);
        write(event, line);
        return line.append('\n').toString();
    }

    /** Without the line feed at the end. */
    final String line(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(256);
        write(event, line);
        return line.toString();
    }

    abstract void write(ILoggingEvent event, StringBuilder line);
}
