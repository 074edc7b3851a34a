package io.dictdb.spi;

import java.util.List;

/** A database at one commit, as a format writes it. May be read for as long as it takes; nothing that happens to the database shows in it. */
public interface SavedDatabase {
    /**
     * The number of the commit.
     *
     * @return 0 for a new database
     */
    long sequence();

    /**
     * The tables in order of creation.
     *
     * @return an immutable list
     */
    List<SavedTable> tables();
}
