package io.dictdb.logging;

import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.util.CachingDateFormatter;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Makes a line of an event. Safe for use by many threads. */
abstract class EventLayout extends LayoutBase<LogEvent> {
    /** ISO 8601 with the offset of the zone. */
    private final CachingDateFormatter time = new CachingDateFormatter("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    static EventLayout of(LogFormat format, boolean colored) {
        return format == LogFormat.JSON ? new JsonLayout() : new TextLayout(colored);
    }

    static String trace(Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    final String time(LogEvent event) {
        return time.format(event.time().toEpochMilli());
    }

    @Override
    public final String doLayout(LogEvent event) {
        return written(event).append('\n').toString();
    }

    /** Without the line feed at the end. */
    final String line(LogEvent event) {
        return written(event).toString();
    }

    private StringBuilder written(LogEvent event) {
        StringBuilder line = new StringBuilder(256);
        write(event, line);
        return line;
    }

    abstract void write(LogEvent event, StringBuilder line);
}
