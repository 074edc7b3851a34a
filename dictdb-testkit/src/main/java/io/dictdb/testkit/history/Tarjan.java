package io.dictdb.testkit.history;

import java.util.Arrays;

/*
 * Tarjan, "Depth-First Search and Linear Graph Algorithms", SIAM Journal on Computing 1972. The path that the search is on is kept as a stack of
 * nodes and, for each node, the place of the edge to try next, because a history makes paths of a length that no thread's stack would bear.
 */
/** The strongly connected components of a graph. */
final class Tarjan {
    private static final int NONE = -1;

    private final Graph graph;
    private final int[] order;
    private final int[] low;
    private final int[] next;
    private final int[] component;
    private final Ints path = new Ints();
    private final Ints open = new Ints();
    private int entered;
    private int closed;

    private Tarjan(Graph graph) {
        this.graph = graph;
        this.order = new int[graph.size()];
        this.low = new int[graph.size()];
        this.next = new int[graph.size()];
        this.component = new int[graph.size()];
        Arrays.fill(order, NONE);
        Arrays.fill(component, NONE);
    }

    /** The component of each node, by numbers from 0. */
    static int[] components(Graph graph) {
        Tarjan tarjan = new Tarjan(graph);
        for (int node = 0; node < graph.size(); node++) {
            if (tarjan.order[node] == NONE) {
                tarjan.search(node);
            }
        }
        return tarjan.component;
    }

    private void search(int root) {
        enter(root);
        while (!path.isEmpty()) {
            int node = path.top();
            if (next[node] < graph.end(node)) {
                follow(node, graph.target(next[node]++));
            } else {
                leave(path.pop());
            }
        }
    }

    private void enter(int node) {
        order[node] = entered;
        low[node] = entered++;
        next[node] = graph.start(node);
        path.add(node);
        open.add(node);
    }

    private void follow(int node, int target) {
        if (order[target] == NONE) {
            enter(target);
        } else if (component[target] == NONE) {
            low[node] = Math.min(low[node], order[target]);
        }
    }

    private void leave(int node) {
        if (low[node] == order[node]) {
            close(node);
        }
        if (!path.isEmpty()) {
            low[path.top()] = Math.min(low[path.top()], low[node]);
        }
    }

    private void close(int root) {
        while (component[root] == NONE) {
            component[open.pop()] = closed;
        }
        closed++;
    }
}
