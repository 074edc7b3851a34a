package io.dictdb.testkit.history;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/*
 * That each transaction depends on all that were over before it began would be a quadratic number of edges. Instead there is a node for each
 * end of a transaction, and a chain of them through time. A transaction leads to the node of its end, and the node of the last end before a
 * begin leads to the transaction that began: three edges a transaction, and a path from A to B if and only if A was over before B began.
 * An indeterminate transaction never ends.
 */
/** Real time as edges. */
final class RealTime {
    private RealTime() {}

    /* Transactions come in the order of their begins, so the ends before them can be counted in one pass. */
    static void addTo(Edges edges, History history) {
        int[] ended = byEnd(history);
        int[] chain = Arrays.stream(ended).map(txn -> edges.junction()).toArray();
        for (int i = 0; i < chain.length; i++) {
            edges.add(Dependency.REAL_TIME, ended[i], chain[i], Edges.NO_KEY);
            if (i > 0) {
                edges.link(chain[i - 1], chain[i]);
            }
        }
        int over = 0;
        for (int txn = 0; txn < history.size(); txn++) {
            while (over < ended.length && history.get(ended[over]).precedes(history.get(txn))) {
                over++;
            }
            if (over > 0) {
                edges.link(chain[over - 1], txn);
            }
        }
    }

    private static int[] byEnd(History history) {
        return IntStream.range(0, history.size())
                .filter(txn -> history.get(txn).end() < Long.MAX_VALUE)
                .boxed()
                .sorted(Comparator.comparingLong(txn -> history.get(txn).end()))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
