package io.dictdb.internal.index;

/** Takes a key and its row. */
@FunctionalInterface
public interface KeyRow {
    void accept(Object key, int row);
}
