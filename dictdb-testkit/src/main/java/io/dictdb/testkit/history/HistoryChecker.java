package io.dictdb.testkit.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/*
 * To ask whether a history is serializable is NP-hard in general. It is easy for lists that only grow, because a read of a list shows every
 * version that came before: the order of all appends to a key stands in the longest read of it. This is the idea of Kingsbury and Alvaro,
 * "Elle: Inferring Isolation Anomalies from Experimental Observations", VLDB 2020, on the ground of Adya's graphs ("Weak Consistency", 1999).
 *
 * First each transaction is held against itself (KeyLog), then each read against the appends that there were, then the reads of a key against
 * each other (Versions). What is left is trusted, and says which transaction must come before which:
 *
 *   ww   B appended to a list right after A
 *   wr   B read a list that ended with A's append
 *   rw   A read a list to which B appended next
 *   rt   A was over before B began (RealTime)
 *
 * If nothing was amiss so far, the history is strictly serializable if and only if this graph has no cycle: then any topological order of it
 * is an order in which the transactions may have happened. A component of the graph that is strongly connected (Graph, Tarjan) is an anomaly, and a shortest cycle in it tells
 * which one (Cycles).
 *
 * Committed appends that no read shows come after all that the reads show. They are in the graph too (Tail), else write skew at the end of a
 * history would go unseen. An indeterminate transaction takes part as far as somebody saw it. All is linear in the size of the history but for
 * sorting it, and for the search of a cycle when there is one.
 */
/** Finds in a history of appends and reads what contradicts strict serializability. */
public final class HistoryChecker {
    private final History history;
    private final Findings findings;

    private HistoryChecker(History history) {
        this.history = history;
        this.findings = new Findings(history);
    }

    /**
     * Checks a history. Each kind that is not a cycle is reported once for each key, and of transactions that are entangled in cycles the most
     * elementary ones.
     *
     * @param history the history; no two appends to a key have the same value
     * @return what is wrong with it, nothing if it is strictly serializable
     * @throws IllegalArgumentException if a value was appended to a key twice
     */
    public static List<Anomaly> check(History history) {
        HistoryChecker checker = new HistoryChecker(history);
        new Cycles(checker.dependencies(checker.versions())).report(checker.findings);
        return checker.findings.all();
    }

    private List<Versions> versions() {
        Map<Long, KeyLog> keys = new LinkedHashMap<>();
        for (int i = 0; i < history.size(); i++) {
            int number = i;
            Txn txn = history.get(i);
            byKey(txn.ops())
                    .forEach((key, ops) -> keys.computeIfAbsent(key, k -> new KeyLog(k, findings))
                            .take(number, txn, ops));
        }
        return keys.values().stream()
                .map(log -> Versions.of(log, history, findings))
                .toList();
    }

    private static Map<Long, List<Op>> byKey(List<Op> ops) {
        Map<Long, List<Op>> byKey = new LinkedHashMap<>();
        ops.forEach(
                op -> byKey.computeIfAbsent(op.key(), key -> new ArrayList<>()).add(op));
        return byKey;
    }

    private Edges dependencies(List<Versions> keys) {
        Edges edges = new Edges(history.size());
        boolean[] happened = new boolean[history.size()];
        for (int i = 0; i < happened.length; i++) {
            happened[i] = history.get(i).committed();
        }
        keys.forEach(key -> key.markSeen(happened));
        keys.forEach(key -> key.addDependencies(edges, happened));
        RealTime.addTo(edges, history);
        return edges;
    }
}
