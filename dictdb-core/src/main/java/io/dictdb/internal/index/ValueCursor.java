package io.dictdb.internal.index;

/** Visits the distinct values of an index; starts before the first. */
public interface ValueCursor {
    boolean next();

    Object value();

    Posting rows();
}
