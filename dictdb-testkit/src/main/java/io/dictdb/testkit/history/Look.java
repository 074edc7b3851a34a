package io.dictdb.testkit.history;

import java.util.List;

/** A read of a key by a transaction: the first values are others', the rest it appended itself. */
record Look(int txn, List<Long> observed, int others) {
    int length() {
        return observed.size();
    }
}
