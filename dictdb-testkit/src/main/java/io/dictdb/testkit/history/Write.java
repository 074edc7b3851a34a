package io.dictdb.testkit.history;

/** An append: the place-th, counted from 0, of all that its transaction makes to this key. */
record Write(int txn, long value, int place, int all) {
    boolean last() {
        return place == all - 1;
    }
}
