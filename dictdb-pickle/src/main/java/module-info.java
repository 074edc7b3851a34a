import org.jspecify.annotations.NullMarked;

/** The pickle files of Python DictDB. */
@NullMarked
module io.dictdb.pickle {
    requires static org.jspecify;
    requires transitive io.dictdb.core;

    exports io.dictdb.pickle;

    provides io.dictdb.spi.FileFormatProvider with
            io.dictdb.pickle.PickleFormat;
}
