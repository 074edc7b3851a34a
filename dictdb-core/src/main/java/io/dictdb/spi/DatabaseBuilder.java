package io.dictdb.spi;

/** Takes what a format reads from a file and makes a database of it. Used by one thread. */
public interface DatabaseBuilder {
    /**
     * Sets the number of the commit that the file shows.
     *
     * @param number not negative; 0 where the file does not say
     * @throws IllegalArgumentException when it is negative
     */
    void sequence(long number);

    /**
     * Begins a table; tables stand in the order in which they were begun.
     *
     * @param description the table
     * @return takes its records
     * @throws io.dictdb.DuplicateTableException when there was one of that name
     */
    TableBuilder table(TableDescription description);
}
