package io.dictdb.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;

/** Lines for people. */
final class TextLayout extends EventLayout {
    private static final String RESET = "\u001b[0m";

    private final boolean colored;

    TextLayout(boolean colored) {
        this.colored = colored;
    }

    @Override
    void write(ILoggingEvent event, StringBuilder line) {
        line.append(time(event))
                .append(' ')
                .append(level(event.getLevel()))
                .append(" [")
                .append(OneLine.of(event.getThreadName()))
                .append("] ")
                .append(OneLine.of(event.getLoggerName()))
                .append(": ")
                .append(OneLine.of(String.valueOf(event.getFormattedMessage())));
        if (event.getThrowableProxy() != null) {
            addTrace(event.getThrowableProxy(), line);
        }
    }

    /** A message of an exception may hold anything: each of its lines begins with a tab, as no event does. */
    private static void addTrace(IThrowableProxy cause, StringBuilder line) {
        ThrowableProxyUtil.asString(cause)
                .lines()
                .forEach(step -> line.append("\n\t").append(OneLine.of(step.strip())));
    }

    private String level(Level level) {
        String name = level.levelStr.length() == 4 ? level.levelStr + ' ' : level.levelStr;
        return colored ? color(level) + name + RESET : name;
    }

    private static String color(Level level) {
        return switch (level.toInt()) {
            case Level.ERROR_INT -> "\u001b[31m";
            case Level.WARN_INT -> "\u001b[33m";
            case Level.INFO_INT -> "\u001b[32m";
            default -> "\u001b[2m";
        };
    }
}
