import org.jspecify.annotations.NullMarked;

/** What DictDB tells, to the console, to files and to code, with the appenders of Logback. */
@NullMarked
module io.dictdb.logging {
    requires static org.jspecify;
    requires transitive io.dictdb.core;
    requires transitive org.slf4j;
    requires ch.qos.logback.core;
    requires tools.jackson.core;

    exports io.dictdb.logging;
}
