package io.dictdb.logging;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Something that the database tells.
 *
 * @param time when it happened
 * @param level how bad it is
 * @param logger the logger's name, such as {@code io.dictdb.operations}
 * @param thread the thread's name
 * @param message the message
 * @param values the key-values, and what the application has put into the diagnostic context (MDC); cannot be changed
 * @param cause what was thrown; null if nothing was
 */
public record LogEvent(
        Instant time,
        Level level,
        String logger,
        String thread,
        String message,
        Map<String, @Nullable Object> values,
        @Nullable Throwable cause) {
    /**
     * Which part of the database it comes from: {@code database}, {@code store}, {@code backup}, {@code query} or {@code operations}.
     *
     * @return the key-value {@code component}; empty if there is none
     */
    public String component() {
        return text("component");
    }

    /**
     * What was done, such as {@code INSERT}, {@code OPEN} or {@code BACKUP}.
     *
     * @return the key-value {@code op}; empty if there is none
     */
    public String op() {
        return text("op");
    }

    private String text(String key) {
        Object value = values.get(key);
        return value == null ? "" : value.toString();
    }
}
