import org.jspecify.annotations.NullMarked;

/** What DictDB tells, to the console, to files and to code, by way of Logback. */
@NullMarked
module io.dictdb.logging {
    requires static org.jspecify;
    requires transitive io.dictdb.core;
    requires transitive org.slf4j;
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires tools.jackson.core;

    exports io.dictdb.logging;

    provides ch.qos.logback.classic.spi.Configurator with
            io.dictdb.logging.internal.QuietConfigurator;
}
