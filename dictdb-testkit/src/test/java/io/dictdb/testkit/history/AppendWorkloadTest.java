package io.dictdb.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.testkit.history.ListStore.Attempt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AppendWorkloadTest {
    /** Lists behind one lock, or behind none. */
    private record Lists(Map<Long, List<Long>> lists) {
        Lists() {
            this(new HashMap<>());
        }

        synchronized Attempt transaction(List<Op> ops) {
            List<List<Long>> reads = new ArrayList<>();
            for (Op op : ops) {
                List<Long> list = lists.computeIfAbsent(op.key(), key -> new ArrayList<>());
                if (op instanceof Op.Append append) {
                    list.add(append.value());
                } else {
                    reads.add(List.copyOf(list));
                }
            }
            return Attempt.committed(reads);
        }
    }

    @Test
    void findsNoFaultWithALock() {
        History history = AppendWorkload.run(4, 2_000, 5, 1, new Lists()::transaction);
        assertThat(history.transactions()).hasSizeGreaterThan(2_000).allMatch(Txn::committed);
        assertThat(HistoryChecker.check(history)).isEmpty();
    }

    @Test
    void findsAForgetfulStore() {
        Lists lists = new Lists();
        AtomicInteger calls = new AtomicInteger();
        History history = AppendWorkload.run(1, 200, 5, 1, ops -> {
            Attempt attempt = lists.transaction(ops);
            lists.lists.values().forEach(list -> forget(list, calls.incrementAndGet()));
            return attempt;
        });
        assertThat(HistoryChecker.check(history)).isNotEmpty();
    }

    private static void forget(List<Long> list, int call) {
        if (call % 50 == 0 && !list.isEmpty()) {
            list.remove(0);
        }
    }

    @Test
    void drawsTheSameTransactionsForASeed() {
        assertThat(asked(7)).containsExactlyElementsOf(asked(7)).isNotEqualTo(asked(8));
    }

    private static List<List<Op>> asked(long seed) {
        Collection<List<Op>> asked = new ConcurrentLinkedQueue<>();
        AppendWorkload.run(1, 50, 3, seed, ops -> {
            asked.add(ops);
            return Attempt.aborted();
        });
        return List.copyOf(asked);
    }

    @Test
    void notesHowTransactionsEnded() {
        History aborted = AppendWorkload.run(2, 50, 3, 1, ops -> Attempt.aborted());
        History unknown = AppendWorkload.run(2, 50, 3, 1, ops -> Attempt.indeterminate());
        assertThat(aborted.transactions()).allMatch(Txn::aborted);
        assertThat(unknown.transactions()).allMatch(txn -> txn.end() == Long.MAX_VALUE);
        assertThat(HistoryChecker.check(aborted)).isEmpty();
        assertThat(HistoryChecker.check(unknown)).isEmpty();
    }

    @Test
    void passesOnWhatTheStoreThrows() {
        IllegalStateException failure = new IllegalStateException("mine");
        assertThatThrownBy(() -> AppendWorkload.run(2, 50, 3, 1, ops -> {
                    throw failure;
                }))
                .hasCause(failure);
    }

    @Test
    void wantsAListForEachRead() {
        List<Op> plan = List.of(Op.read(1), Op.append(1, 2));
        assertThat(Attempt.committed(List.of(List.of(1L))).done(plan)).containsExactly(Op.read(1, 1), Op.append(1, 2));
        assertThatThrownBy(() -> Attempt.committed(List.of()).done(plan)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(
                        () -> Attempt.committed(List.of(List.of(), List.of())).done(plan))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
