package io.dictdb;

import java.util.List;

/**
 * All tables at one commit point, to be read as long as one likes while others go on writing. Taking one takes constant time and copies nothing;
 * holding one keeps what has changed since from being collected.
 *
 * <p>Safe for use by many threads. Its tables refuse changes with {@link UnsupportedOperationException}. It outlives the database's
 * {@link DictDB#close()}. Closing is a courtesy that lets go of the records early; a snapshot that is forgotten is collected like any object.
 */
public interface Snapshot extends AutoCloseable {
    /**
     * A table by name, as it was.
     *
     * @param name the table's name
     * @return the table, for reading
     * @throws TableNotFoundException when there was none
     */
    Table getTable(String name);

    /**
     * The names of the tables that there were.
     *
     * @return an immutable list in order of creation
     */
    List<String> listTables();

    /**
     * The number of the last commit that this snapshot shows.
     *
     * @return 0 for a new database
     */
    long sequence();

    /** Lets go of the records; every later call but this one throws {@link IllegalStateException}, those of its tables too. */
    @Override
    void close();
}
