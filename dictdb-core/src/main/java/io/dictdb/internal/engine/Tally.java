package io.dictdb.internal.engine;

/** How many records of a table were inserted, updated and deleted in all. Part of its state, so what is undone does not count, and nobody meets anybody to count. */
record Tally(long inserts, long updates, long deletes) {
    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(long inserted, long updated, long deleted) {
        return new Tally(inserts + inserted, updates + updated, deletes + deleted);
    }
}
