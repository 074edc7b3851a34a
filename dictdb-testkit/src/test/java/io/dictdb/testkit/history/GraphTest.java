package io.dictdb.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.testkit.Choices;
import io.dictdb.testkit.Gen;
import io.dictdb.testkit.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/* Components, shortest cycles and the edges that stand for many, each against a search that is slow and plain. */
class GraphTest {
    private static final int NODES = 9;
    private static final int FAR = 1_000;
    private static final EnumSet<Dependency> ANY = EnumSet.of(Dependency.WW);

    private static int[][] distances(int nodes, int[][] edges) {
        int[][] distances = new int[nodes][nodes];
        for (int[] row : distances) {
            Arrays.fill(row, FAR);
        }
        for (int[] edge : edges) {
            distances[edge[0]][edge[1]] = 1;
        }
        for (int k = 0; k < nodes; k++) {
            for (int i = 0; i < nodes; i++) {
                for (int j = 0; j < nodes; j++) {
                    distances[i][j] = Math.min(distances[i][j], distances[i][k] + distances[k][j]);
                }
            }
        }
        return distances;
    }

    private static Gen<int[][]> edges() {
        Gen<Integer> node = Gen.ints(0, NODES - 1);
        Gen<int[]> edge = c -> {
            int first = node.draw(c);
            int second = node.draw(c);
            return new int[] {first, first == second ? (second + 1) % NODES : second};
        };
        return edge.list(0, 2 * NODES).map(list -> list.toArray(int[][]::new));
    }

    private static Graph graph(int[][] edges) {
        Edges all = new Edges(NODES);
        for (int[] edge : edges) {
            all.add(Dependency.WW, edge[0], edge[1], 1);
        }
        return all.graph();
    }

    @Test
    void componentsAreNodesThatReachEachOther() {
        Property.named("components").runs(1_000).check(edges(), edges -> {
            int[][] distances = distances(NODES, edges);
            int[] components = Tarjan.components(graph(edges));
            for (int i = 0; i < NODES; i++) {
                for (int j = 0; j < NODES; j++) {
                    boolean together = i == j || distances[i][j] < FAR && distances[j][i] < FAR;
                    assertThat(components[i] == components[j]).isEqualTo(together);
                }
            }
        });
    }

    @Test
    void shortestCyclesAreShortest() {
        Property.named("shortest-cycles").runs(1_000).check(edges(), edges -> {
            int[][] distances = distances(NODES, edges);
            int shortest =
                    IntStream.range(0, NODES).map(i -> distances[i][i]).min().orElse(FAR);
            int found = graph(edges).components().stream()
                    .mapToInt(part -> ShortestCycle.find(part, ANY, part).length)
                    .min()
                    .orElse(FAR);
            assertThat(found).isEqualTo(shortest);
        });
    }

    @Test
    void anyCycleIsOne() {
        Property.named("any-cycle")
                .runs(1_000)
                .check(
                        edges(),
                        edges -> graph(edges)
                                .components()
                                .forEach(part -> assertRound(edges, ShortestCycle.any(part, ANY))));
    }

    private static void assertRound(int[][] edges, int[] cycle) {
        for (int i = 0; i < cycle.length; i++) {
            assertThat(edges[cycle[i]][1]).isEqualTo(edges[cycle[(i + 1) % cycle.length]][0]);
        }
    }

    @Test
    void aLongCycleIsFoundWithoutDeepRecursion() {
        Edges edges = new Edges(300_000);
        for (int i = 0; i < 300_000; i++) {
            edges.add(Dependency.WW, i, (i + 1) % 300_000, 1);
        }
        List<Graph> components = edges.graph().components();
        assertThat(components).singleElement().extracting(Graph::size).isEqualTo(300_000);
        assertThat(ShortestCycle.any(components.get(0), ANY)).hasSize(300_000);
    }

    @Test
    void realTimeLeadsFromEachToAllThatBeganLater() {
        Gen<Txn> txn = c -> {
            long begin = c.upTo(20);
            Txn.Outcome outcome = Gen.of(Txn.Outcome.values()).draw(c);
            return new Txn(0, begin, begin + 1 + c.upTo(5), outcome, List.of());
        };
        Property.named("real-time").runs(500).check(txn.list(0, 12).map(History::new), history -> {
            Edges edges = new Edges(history.size());
            RealTime.addTo(edges, history);
            List<int[]> expected = new ArrayList<>();
            for (int i = 0; i < history.size(); i++) {
                for (int j = 0; j < history.size(); j++) {
                    if (history.get(i).precedes(history.get(j))) {
                        expected.add(new int[] {i, j});
                    }
                }
            }
            assertPaths(edges.graph(), history.size(), expected);
        });
    }

    @Test
    void aTailFollowsOnOthersAndOnEachOfItsOwn() {
        for (int length = 0; length < 5; length++) {
            for (int source = 0; source < 7; source++) {
                Edges edges = new Edges(7);
                new Tail(IntStream.range(0, length).toArray(), edges, 1).follows(Dependency.RW, source);
                int from = source;
                List<int[]> expected = IntStream.range(0, length)
                        .filter(i -> i != from)
                        .mapToObj(i -> new int[] {from, i})
                        .toList();
                assertPaths(edges.graph(), 7, expected);
            }
        }
    }

    /** Which transactions lead to which, by paths through junctions. */
    private static void assertPaths(Graph graph, int transactions, List<int[]> expected) {
        int[][] edges = IntStream.range(0, graph.size())
                .boxed()
                .flatMap(node -> IntStream.range(graph.start(node), graph.end(node))
                        .mapToObj(place -> new int[] {node, graph.target(place)}))
                .toArray(int[][]::new);
        int[][] distances = distances(graph.size(), edges);
        boolean[][] wanted = new boolean[transactions][transactions];
        expected.forEach(pair -> wanted[pair[0]][pair[1]] = true);
        for (int i = 0; i < transactions; i++) {
            for (int j = 0; j < transactions; j++) {
                assertThat(distances[i][j] < FAR).as("%d to %d", i, j).isEqualTo(wanted[i][j]);
            }
        }
    }

    @Test
    void aHistoryOfChoicesIsRepeatable() {
        Gen<History> gen = Simulation.of(Isolation.SNAPSHOT, 50, 3, 3);
        assertThat(gen.draw(Choices.random(3))).isEqualTo(gen.draw(Choices.random(3)));
    }
}
