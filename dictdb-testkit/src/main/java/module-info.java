import org.jspecify.annotations.NullMarked;

/** Property tests and a model table, for those who test DictDB and code that uses it. */
@NullMarked
module io.dictdb.testkit {
    requires static org.jspecify;
    requires transitive io.dictdb.core;

    exports io.dictdb.testkit;
    exports io.dictdb.testkit.history;
}
