package io.dictdb.testkit.history;

import java.util.HashMap;
import java.util.Map;

/*
 * Committed appends that no read shows came after the longest read, in an order that nobody knows. The last known writer and everybody who read
 * all that is known come before each of them. That would be a product of edges, so the appends are put in a row with junctions on both sides:
 * ahead[i] leads to the transactions 0 to i, behind[i] to those from i on. One who is in the row himself comes before all others in it, and a
 * path from a transaction to itself would be a lie: he leads to the junctions left and right of him.
 */
/** The transactions whose appends to a key no read shows. */
final class Tail {
    private final Edges edges;
    private final long key;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final int[] ahead;
    private final int[] behind;

    Tail(int[] transactions, Edges edges, long key) {
        this.edges = edges;
        this.key = key;
        this.ahead = new int[transactions.length];
        this.behind = new int[transactions.length];
        for (int i = 0; i < transactions.length; i++) {
            places.put(transactions[i], i);
            ahead[i] = junction(transactions[i]);
            behind[i] = junction(transactions[i]);
        }
        for (int i = 1; i < transactions.length; i++) {
            edges.link(ahead[i], ahead[i - 1]);
            edges.link(behind[i - 1], behind[i]);
        }
    }

    private int junction(int transaction) {
        int junction = edges.junction();
        edges.link(junction, transaction);
        return junction;
    }

    /** All of it comes after this transaction. */
    void follows(Dependency kind, int transaction) {
        int place = places.getOrDefault(transaction, -1);
        if (place > 0) {
            edges.add(kind, transaction, ahead[place - 1], key);
        }
        if (place + 1 < behind.length) {
            edges.add(kind, transaction, behind[place + 1], key);
        }
    }
}
