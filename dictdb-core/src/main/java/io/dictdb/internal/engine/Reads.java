package io.dictdb.internal.engine;

import io.dictdb.Condition;

/** Is told what is going to be read of a table, before it is. */
interface Reads {
    /** For reads that nobody has to remember. */
    Reads FORGOTTEN = new Reads() {
        @Override
        public void key(Object key) {}

        @Override
        public void where(Condition condition) {}

        @Override
        public void counter() {}

        @Override
        public void indexes() {}
    };

    /** The record of a key, or that there is none. */
    void key(Object key);

    /** The records for which a condition holds. */
    void where(Condition condition);

    /** Which automatic key comes next. */
    void counter();

    /** Which fields have indexes. */
    void indexes();
}
