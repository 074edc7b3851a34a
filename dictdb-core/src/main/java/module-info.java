import org.jspecify.annotations.NullMarked;

/** DictDB: an in-memory database of tables of map-like records. */
@NullMarked
module io.dictdb.core {
    requires static org.jspecify;
    requires de.siegmar.fastcsv;

    exports io.dictdb;
    exports io.dictdb.internal.engine to
            io.dictdb.testkit;
}
