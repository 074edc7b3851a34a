package io.dictdb.logging;

import io.dictdb.internal.log.Log;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/** Makes a {@link LogEvent} of what core tells, and gives it to the sinks. */
final class EventLogger extends LegacyAbstractLogger implements LoggingEventAware {
    private static final long serialVersionUID = 1L;

    private final transient Sinks sinks;

    EventLogger(String name, Sinks sinks) {
        this.name = name;
        this.sinks = sinks;
    }

    @Override
    public void log(LoggingEvent event) {
        tell(
                event.getLevel(),
                event.getMessage(),
                event.getArgumentArray(),
                event.getThrowable(),
                event.getKeyValuePairs());
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String message,
            Object @Nullable [] arguments,
            @Nullable Throwable cause) {
        tell(level, message, arguments, cause, null);
    }

    private void tell(
            Level level,
            String message,
            Object @Nullable [] arguments,
            @Nullable Throwable cause,
            @Nullable List<KeyValuePair> pairs) {
        Map<String, String> context = Log.isHeard() ? MDC.getCopyOfContextMap() : null;
        KeyValues values = new KeyValues(context == null ? Map.of() : context, pairs == null ? List.of() : pairs);
        String text = arguments == null
                ? message
                : MessageFormatter.arrayFormat(message, arguments, null).getMessage();
        sinks.tell(new LogEvent(
                Instant.now(), level, name, Thread.currentThread().getName(), String.valueOf(text), values, cause));
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    public boolean isTraceEnabled() {
        return sinks.want(Level.TRACE);
    }

    @Override
    public boolean isTraceEnabled(Marker marker) {
        return isTraceEnabled();
    }

    @Override
    public boolean isDebugEnabled() {
        return sinks.want(Level.DEBUG);
    }

    @Override
    public boolean isDebugEnabled(Marker marker) {
        return isDebugEnabled();
    }

    @Override
    public boolean isInfoEnabled() {
        return sinks.want(Level.INFO);
    }

    @Override
    public boolean isInfoEnabled(Marker marker) {
        return isInfoEnabled();
    }

    @Override
    public boolean isWarnEnabled() {
        return sinks.want(Level.WARN);
    }

    @Override
    public boolean isWarnEnabled(Marker marker) {
        return isWarnEnabled();
    }

    @Override
    public boolean isErrorEnabled() {
        return sinks.want(Level.ERROR);
    }

    @Override
    public boolean isErrorEnabled(Marker marker) {
        return isErrorEnabled();
    }
}
