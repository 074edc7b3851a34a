package io.dictdb.testkit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The dependencies of a history, numbered as they come. The first nodes are the transactions; those that follow stand for several at once and only
 * lead on.
 */
final class Edges {
    /** No key: a dependency by real time, or a link. */
    static final long NO_KEY = Long.MIN_VALUE;

    private final int transactions;
    private int nodes;
    private final Ints from = new Ints();
    private final Ints to = new Ints();
    private final List<Dependency> kinds = new ArrayList<>();
    private final List<Long> keys = new ArrayList<>();

    Edges(int transactions) {
        this.transactions = transactions;
        this.nodes = transactions;
    }

    /** A new node that is no transaction. */
    int junction() {
        return nodes++;
    }

    /** Adds an edge; from a transaction to itself none is needed. */
    void add(Dependency kind, int first, int second, long key) {
        if (first != second) {
            from.add(first);
            to.add(second);
            kinds.add(kind);
            keys.add(key);
        }
    }

    void link(int first, int second) {
        add(Dependency.LINK, first, second, NO_KEY);
    }

    boolean isTransaction(int node) {
        return node < transactions;
    }

    int from(int edge) {
        return from.get(edge);
    }

    int to(int edge) {
        return to.get(edge);
    }

    Dependency kind(int edge) {
        return kinds.get(edge);
    }

    long key(int edge) {
        return keys.get(edge);
    }

    Graph graph() {
        int[] all = IntStream.range(0, from.size()).toArray();
        return new Graph(this, IntStream.range(0, nodes).toArray(), from.toArray(), to.toArray(), all);
    }
}
