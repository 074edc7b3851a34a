package io.dictdb.internal.log;

import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.spi.SLF4JServiceProvider;

/** The loggers. Where an application has nothing to log with they are silent; SLF4J itself would complain of that. */
public final class Log {
    private static final boolean IS_HEARD = System.getProperty("slf4j.provider") != null
            || ServiceLoader.load(SLF4JServiceProvider.class, LoggerFactory.class.getClassLoader()).stream()
                    .findAny()
                    .isPresent();

    private Log() {}

    /**
     * A logger.
     *
     * @param component what it is about: the end of its name
     */
    public static Logger of(String component) {
        return IS_HEARD ? LoggerFactory.getLogger("io.dictdb." + component) : NOPLogger.NOP_LOGGER;
    }
}
