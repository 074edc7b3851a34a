import org.jspecify.annotations.NullMarked;

/** DictDB: an in-memory database of tables of map-like records. */
@NullMarked
module io.dictdb.core {
    requires static org.jspecify;
    requires de.siegmar.fastcsv;
    requires tools.jackson.core;
    requires org.slf4j;
    requires jdk.jfr;

    exports io.dictdb;
    exports io.dictdb.backup;
    exports io.dictdb.spi;
    exports io.dictdb.internal.engine to
            io.dictdb.testkit;
    exports io.dictdb.internal.log to
            io.dictdb.logging;

    uses io.dictdb.spi.FileFormatProvider;
    uses org.slf4j.spi.SLF4JServiceProvider;
}
