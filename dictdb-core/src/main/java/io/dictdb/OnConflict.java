package io.dictdb;

/** What {@link Table#upsert(java.util.Map, OnConflict)} does when the key is already there. */
public enum OnConflict {
    /** Merges the record's fields into the one that is there. */
    UPDATE,
    /** Leaves the one that is there as it is. */
    IGNORE,
    /** Throws {@link DuplicateKeyException}. */
    ERROR
}
