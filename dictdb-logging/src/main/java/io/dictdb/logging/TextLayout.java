package io.dictdb.logging;

import org.slf4j.event.Level;

/** Lines for people. */
final class TextLayout extends EventLayout {
    private static final String RESET = "\u001b[0m";

    private final boolean colored;

    TextLayout(boolean colored) {
        this.colored = colored;
    }

    @Override
    void write(LogEvent event, StringBuilder line) {
        line.append(time(event))
                .append(' ')
                .append(level(event.level()))
                .append(" [")
                .append(OneLine.of(event.thread()))
                .append("] ")
                .append(OneLine.of(event.logger()))
                .append(": ")
                .append(OneLine.of(event.message()));
        if (event.cause() != null) {
            addTrace(event.cause(), line);
        }
    }

    /** A message of an exception may hold anything: each of its lines begins with a tab, as no event does. */
    private static void addTrace(Throwable cause, StringBuilder line) {
        trace(cause).lines().forEach(step -> line.append("\n\t").append(OneLine.of(step.strip())));
    }

    private String level(Level level) {
        String name = level.name().length() == 4 ? level.name() + ' ' : level.name();
        return colored ? color(level) + name + RESET : name;
    }

    private static String color(Level level) {
        return switch (level) {
            case ERROR -> "\u001b[31m";
            case WARN -> "\u001b[33m";
            case INFO -> "\u001b[32m";
            default -> "\u001b[2m";
        };
    }
}
