package io.dictdb.testkit.history;

import static io.dictdb.testkit.history.Dependency.LINK;
import static io.dictdb.testkit.history.Dependency.REAL_TIME;
import static io.dictdb.testkit.history.Dependency.RW;
import static io.dictdb.testkit.history.Dependency.WR;
import static io.dictdb.testkit.history.Dependency.WW;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/*
 * A component of the whole graph is looked at with few kinds of edges first and with more later, until cycles show: so each cycle gets the name of
 * the weakest promise that it breaks. Where edges by rw take part, a cycle with only one of them is sought first.
 */
/** Names the cycles of a graph. */
final class Cycles {
    private static final Set<Dependency> REASONS = EnumSet.complementOf(EnumSet.of(LINK));
    private static final Set<Dependency> PEACEFUL = EnumSet.complementOf(EnumSet.of(RW));
    private static final List<Set<Dependency>> LEVELS = List.of(
            EnumSet.of(WW, LINK),
            EnumSet.of(WW, WR, LINK),
            EnumSet.of(WW, WR, RW, LINK),
            EnumSet.of(WW, REAL_TIME, LINK),
            EnumSet.of(WW, WR, REAL_TIME, LINK),
            EnumSet.allOf(Dependency.class));

    /** A step from a transaction to the next. */
    private record Step(int from, Dependency kind, long key) {
        @Override
        public String toString() {
            return "T" + from + " -" + kind + (key == Edges.NO_KEY ? "" : " " + key) + "-> ";
        }
    }

    private final Edges edges;

    Cycles(Edges edges) {
        this.edges = edges;
    }

    void report(Findings findings) {
        edges.graph().components().forEach(component -> report(component, findings));
    }

    private void report(Graph component, Findings findings) {
        LEVELS.stream()
                .map(level -> component.only(level).components())
                .filter(tangles -> !tangles.isEmpty())
                .findFirst()
                .orElseThrow()
                .forEach(tangle -> report(steps(cycleIn(tangle)), findings));
    }

    private static int[] cycleIn(Graph tangle) {
        int[] single = ShortestCycle.find(tangle, EnumSet.of(RW), tangle.only(PEACEFUL));
        int[] cycle = single == null ? ShortestCycle.find(tangle, REASONS, tangle) : single;
        return cycle == null ? ShortestCycle.any(tangle, REASONS) : cycle;
    }

    private List<Step> steps(int[] cycle) {
        List<Step> steps = new ArrayList<>();
        for (int edge : cycle) {
            if (edges.isTransaction(edges.from(edge))) {
                steps.add(new Step(edges.from(edge), edges.kind(edge), edges.key(edge)));
            }
        }
        return steps;
    }

    private static void report(List<Step> cycle, Findings findings) {
        StringBuilder text = new StringBuilder();
        cycle.forEach(text::append);
        text.append('T').append(cycle.get(0).from);
        findings.add(
                kind(cycle),
                text.toString(),
                cycle.stream().mapToInt(Step::from).toArray());
    }

    private static Anomaly.Kind kind(List<Step> cycle) {
        boolean realTime = count(cycle, REAL_TIME) > 0;
        if (count(cycle, RW) > 1) {
            return realTime ? Anomaly.Kind.G2_REALTIME : Anomaly.Kind.G2;
        }
        if (count(cycle, RW) == 1) {
            return realTime ? Anomaly.Kind.G_SINGLE_REALTIME : Anomaly.Kind.G_SINGLE;
        }
        if (count(cycle, WR) > 0) {
            return realTime ? Anomaly.Kind.G1C_REALTIME : Anomaly.Kind.G1C;
        }
        return realTime ? Anomaly.Kind.G0_REALTIME : Anomaly.Kind.G0;
    }

    private static long count(List<Step> cycle, Dependency kind) {
        return cycle.stream().filter(step -> step.kind == kind).count();
    }
}
