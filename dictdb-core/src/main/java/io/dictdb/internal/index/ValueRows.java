package io.dictdb.internal.index;

/** Takes a value and the rows that have it. */
@FunctionalInterface
public interface ValueRows {
    void accept(Object value, Posting rows);
}
