package io.dictdb.spi;

import io.dictdb.Row;

/** A table at one commit, as a format writes it. */
public interface SavedTable {
    /**
     * Everything but the records.
     *
     * @return the description
     */
    TableDescription description();

    /**
     * How many records there are.
     *
     * @return the number
     */
    int count();

    /**
     * The records in insertion order; each walk through them begins anew.
     *
     * @return rows that stay readable
     */
    Iterable<Row> rows();
}
