package io.dictdb.logging;

import org.slf4j.LoggerFactory;

/** What SLF4J is bound to. Can be loaded where there is no Logback. */
final class Backend {
    private Backend() {}

    static boolean isLogback() {
        return name().equals("ch.qos.logback.classic.LoggerContext");
    }

    /** @throws IllegalStateException if it is something else */
    static void requireLogback() {
        if (!isLogback()) {
            throw new IllegalStateException(
                    "dictdb-logging writes with Logback, but SLF4J is bound to " + name()
                            + ". Take the other backend off the class path, or configure the loggers under io.dictdb there and do without dictdb-logging: DictDB itself works with any");
        }
    }

    private static String name() {
        return LoggerFactory.getILoggerFactory().getClass().getName();
    }
}
