package io.dictdb.testkit.history;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * A cycle is an edge and a path from its end back to its start. Each edge of the kinds that are asked for is tried, with a search in breadth
 * along a second graph of the same nodes; length is counted in transactions, so that steps within a junction cost nothing. All edges are
 * tried with a small reach before any is tried with a larger one: cycles are short as a rule, and a search with a small reach does not run
 * through the whole history. Once a cycle is found only shorter ones are of interest.
 *
 * In a large component that has no such cycle this would take quadratic time. So there is a limit to the steps, and the caller has to live with
 * "none found". A cycle that is returned is a true one in any case.
 */
/** Searches a strongly connected graph for a short cycle. */
final class ShortestCycle {
    private static final long STEPS = 100_000_000;
    private static final int PAIR = 2;

    private final Graph graph;
    private final Set<Dependency> first;
    private final Graph paths;
    private final int[] round;
    private final int[] parent;
    private final int[] via;
    private Ints frontier = new Ints();
    private Ints further = new Ints();
    private int rounds;
    private long steps;
    private int reach = PAIR;
    private boolean cutOff = true;
    private int @Nullable [] cycle;

    private ShortestCycle(Graph graph, Set<Dependency> first, Graph paths) {
        this.graph = graph;
        this.first = first;
        this.paths = paths;
        this.round = new int[graph.size()];
        this.parent = new int[graph.size()];
        this.via = new int[graph.size()];
    }

    /** The edges of a cycle that begins with an edge of these kinds and goes on in a graph of the same nodes, or null if none was found. */
    static int @Nullable [] find(Graph graph, Set<Dependency> first, Graph paths) {
        ShortestCycle search = new ShortestCycle(graph, first, paths);
        while (search.cycle == null && search.cutOff && search.steps < STEPS) {
            search.cutOff = false;
            search.tryAll(STEPS);
            search.reach *= 2;
        }
        return search.cycle;
    }

    /** The first cycle that comes, however long; there is one in a strongly connected graph. */
    static int[] any(Graph graph, Set<Dependency> first) {
        ShortestCycle search = new ShortestCycle(graph, first, graph);
        search.reach = Integer.MAX_VALUE;
        search.tryAll(1);
        return Objects.requireNonNull(search.cycle);
    }

    private void tryAll(long limit) {
        for (int node = 0; node < graph.size(); node++) {
            for (int place = graph.start(node); place < graph.end(node); place++) {
                if (first.contains(graph.kind(place)) && reach >= PAIR && steps < limit) {
                    tryEdge(node, place);
                }
            }
        }
    }

    private void tryEdge(int start, int place) {
        rounds++;
        frontier.clear();
        int target = graph.target(place);
        round[target] = rounds;
        frontier.add(target);
        boolean found = false;
        for (int length = graph.weight(target); !found && length < reach && !frontier.isEmpty(); length++) {
            further.clear();
            while (!found && !frontier.isEmpty()) {
                found = expand(frontier.pop(), start);
            }
            if (found) {
                keep(start, place, target, length + 1);
            }
            swap();
        }
        cutOff |= !found && !frontier.isEmpty();
    }

    private boolean expand(int node, int goal) {
        for (int place = paths.start(node); place < paths.end(node); place++) {
            steps++;
            int target = paths.target(place);
            if (round[target] != rounds) {
                round[target] = rounds;
                parent[target] = node;
                via[target] = paths.id(place);
                (paths.weight(target) == 0 ? frontier : further).add(target);
                if (target == goal) {
                    return true;
                }
            }
        }
        return false;
    }

    private void swap() {
        Ints done = frontier;
        frontier = further;
        further = done;
    }

    private void keep(int start, int place, int target, int length) {
        Ints backwards = new Ints();
        for (int node = start; node != target; node = parent[node]) {
            backwards.add(via[node]);
        }
        int[] edges = new int[backwards.size() + 1];
        edges[0] = graph.id(place);
        for (int i = 1; i < edges.length; i++) {
            edges[i] = backwards.pop();
        }
        cycle = edges;
        reach = length - 1;
    }
}
