package io.dictdb.testkit.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Tries all orders of a small history. */
final class BruteForce {
    private final History history;

    private BruteForce(History history) {
        this.history = history;
    }

    static boolean isStrictlySerializable(History history) {
        List<Txn> all = new ArrayList<>(history.transactions());
        all.removeIf(Txn::aborted);
        return new BruteForce(new History(all)).canGoOn(new boolean[all.size()], Map.of());
    }

    private boolean canGoOn(boolean[] done, Map<Long, List<Long>> state) {
        boolean over = IntStream.range(0, done.length)
                .noneMatch(i -> !done[i] && history.get(i).committed());
        return over || IntStream.range(0, done.length).anyMatch(i -> !done[i] && canBeNext(i, done, state));
    }

    private boolean canBeNext(int next, boolean[] done, Map<Long, List<Long>> state) {
        Txn txn = history.get(next);
        for (int i = 0; i < done.length; i++) {
            if (!done[i] && history.get(i).precedes(txn)) {
                return false;
            }
        }
        Map<Long, List<Long>> after = new HashMap<>(state);
        if (!execute(txn, after)) {
            return false;
        }
        boolean[] doneAfter = done.clone();
        doneAfter[next] = true;
        return canGoOn(doneAfter, after);
    }

    private static boolean execute(Txn txn, Map<Long, List<Long>> state) {
        for (Op op : txn.ops()) {
            List<Long> list = state.getOrDefault(op.key(), List.of());
            if (op instanceof Op.Append append) {
                List<Long> longer = new ArrayList<>(list);
                longer.add(append.value());
                state.put(op.key(), longer);
            } else if (txn.committed() && !((Op.Read) op).observed().equals(list)) {
                return false;
            }
        }
        return true;
    }
}
