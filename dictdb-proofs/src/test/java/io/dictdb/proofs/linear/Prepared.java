package io.dictdb.proofs.linear;

import io.dictdb.DictDB;
import io.dictdb.IndexType;

/** A database for calls to begin with. Not watched: what one thread does before the others begin is no race, and a third of a schedule's time. */
final class Prepared {
    private Prepared() {}

    /** Two empty tables, left and right; the left one has a sorted index on value. */
    static DictDB leftAndRight() {
        DictDB db = DictDB.create();
        db.createTable("left").createIndex("value", IndexType.SORTED);
        db.createTable("right");
        return db;
    }
}
