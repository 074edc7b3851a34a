package io.dictdb.spi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the records of a table in insertion order. Used by one thread. */
public interface TableBuilder {
    /**
     * Adds a record, whatever the schema says about it: it was there, so it is kept.
     *
     * @param record its fields in order, with its primary key
     * @throws io.dictdb.DuplicateKeyException when the key was there
     * @throws IllegalArgumentException naming the field when the key is missing or a value is none
     */
    void add(Map<String, ? extends @Nullable Object> record);

    /**
     * Moves the counter of automatic keys on: no number up to this one is given out again.
     *
     * @param key a Long or a BigInteger
     */
    void used(Number key);
}
