package io.dictdb.testkit.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some nodes and edges of a history. Nodes are numbered from 0 in each graph, and so are the places of edges, which lie side by side if they leave
 * the same node; names lead back to the history.
 */
final class Graph {
    private final Edges edges;
    private final int[] names;
    private final int[] starts;
    private final int[] targets;
    private final int[] ids;

    /** Of edges in any order, each by its two nodes here and its number in the history. */
    Graph(Edges edges, int[] names, int[] from, int[] to, int[] ids) {
        this.edges = edges;
        this.names = names;
        this.starts = starts(names.length, from);
        this.targets = new int[to.length];
        this.ids = new int[ids.length];
        int[] next = starts.clone();
        for (int i = 0; i < from.length; i++) {
            int place = next[from[i]]++;
            targets[place] = to[i];
            this.ids[place] = ids[i];
        }
    }

    private static int[] starts(int nodes, int[] from) {
        int[] starts = new int[nodes + 1];
        for (int node : from) {
            starts[node + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return starts;
    }

    int size() {
        return names.length;
    }

    /** The place of the first edge that leaves a node. */
    int start(int node) {
        return starts[node];
    }

    /** The place behind the last edge that leaves a node. */
    int end(int node) {
        return starts[node + 1];
    }

    int target(int place) {
        return targets[place];
    }

    int id(int place) {
        return ids[place];
    }

    Dependency kind(int place) {
        return edges.kind(ids[place]);
    }

    /** What a step to a node adds to the length of a path: only transactions count. */
    int weight(int node) {
        return edges.isTransaction(names[node]) ? 1 : 0;
    }

    /** The same nodes with less edges. */
    Graph only(Set<Dependency> kinds) {
        Part part = new Part();
        for (int node = 0; node < size(); node++) {
            for (int place = start(node); place < end(node); place++) {
                if (kinds.contains(kind(place))) {
                    part.add(node, targets[place], ids[place]);
                }
            }
        }
        return part.graph(edges, names);
    }

    /** The strongly connected components that hold more than one node, each as a graph of its own. */
    List<Graph> components() {
        int[] component = Tarjan.components(this);
        int[] sizes = new int[size()];
        IntStream.of(component).forEach(c -> sizes[c]++);
        @Nullable Part[] parts = new @Nullable Part[size()];
        List<Part> found = new ArrayList<>();
        int[] local = new int[size()];
        for (int node = 0; node < size(); node++) {
            int c = component[node];
            if (sizes[c] > 1) {
                Part part = parts[c];
                if (part == null) {
                    part = new Part();
                    parts[c] = part;
                    found.add(part);
                }
                local[node] = part.join(names[node]);
            }
        }
        return fill(found, parts, component, local);
    }

    private List<Graph> fill(List<Part> found, @Nullable Part[] parts, int[] component, int[] local) {
        for (int node = 0; node < size(); node++) {
            Part part = parts[component[node]];
            for (int place = start(node); part != null && place < end(node); place++) {
                if (component[targets[place]] == component[node]) {
                    part.add(local[node], local[targets[place]], ids[place]);
                }
            }
        }
        return found.stream()
                .map(part -> part.graph(edges, part.names.toArray()))
                .toList();
    }

    /** A graph in the making. */
    private static final class Part {
        private final Ints names = new Ints();
        private final Ints from = new Ints();
        private final Ints to = new Ints();
        private final Ints ids = new Ints();

        int join(int name) {
            names.add(name);
            return names.size() - 1;
        }

        void add(int first, int second, int id) {
            from.add(first);
            to.add(second);
            ids.add(id);
        }

        Graph graph(Edges edges, int[] all) {
            return new Graph(edges, all, from.toArray(), to.toArray(), ids.toArray());
        }
    }
}
