package io.dictdb.logging.internal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * Keeps the loggers of the database silent in an application that has no configuration of Logback: there Logback writes everything from DEBUG on to the console, and a library is silent until it is asked. Comes after what
 * looks for a configuration and before what is taken when there is none.
 */
@ConfiguratorRank(ConfiguratorRank.FALLBACK + 1)
public final class QuietConfigurator extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        context.getLogger("io.dictdb").setLevel(Level.OFF);
        return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
}
