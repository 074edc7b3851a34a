package io.dictdb.testkit.history;

import static io.dictdb.testkit.history.Op.append;
import static io.dictdb.testkit.history.Op.read;
import static io.dictdb.testkit.history.Txn.committed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.testkit.history.Anomaly.Kind;
import io.dictdb.testkit.history.Txn.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/* For each kind of anomaly small histories that have it and no other, and beside them innocent ones that look like it. */
class PlantedAnomaliesTest {
    private static final long X = 1;
    private static final long Y = 2;

    record Example(String name, List<Kind> kinds, History history) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Example guilty(String name, Kind kind, Txn... transactions) {
        return new Example(name, List.of(kind), History.of(transactions));
    }

    private static Example innocent(String name, Txn... transactions) {
        return new Example(name, List.of(), History.of(transactions));
    }

    /** One of several transactions that all overlap. */
    private static Txn t(int process, Op... ops) {
        return committed(process, process, 100 + process, ops);
    }

    private static Txn ended(Outcome outcome, int process, Op... ops) {
        return new Txn(process, process, 100 + process, outcome, List.of(ops));
    }

    /** Follows on all that overlap. */
    private static Txn later(int process, Op... ops) {
        return committed(process, 1000 + 10 * process, 1005 + 10 * process, ops);
    }

    @ParameterizedTest
    @MethodSource({"reads", "orders", "cycles", "realTime", "innocents"})
    void areFoundByTheirName(Example example) {
        assertThat(HistoryChecker.check(example.history))
                .extracting(Anomaly::kind)
                .isEqualTo(example.kinds);
    }

    static Stream<Example> reads() {
        return Stream.of(
                guilty("own append unseen", Kind.INTERNAL, t(0, append(X, 1), read(X))),
                guilty("own append not last", Kind.INTERNAL, t(0, append(X, 1), read(X, 1, 2)), t(1, append(X, 2))),
                guilty("own append before it was made", Kind.INTERNAL, t(0, read(X, 1), append(X, 1))),
                guilty("read not repeatable", Kind.INTERNAL, t(0, read(X), read(X, 1)), t(1, append(X, 1))),
                guilty("second read forgets", Kind.INTERNAL, t(0, append(X, 1)), t(1, read(X, 1), read(X))),
                guilty("garbage", Kind.GARBAGE_READ, t(0, read(X, 7))),
                guilty("duplicate", Kind.DUPLICATE_APPEND, t(0, append(X, 1)), t(1, read(X, 1, 1))),
                guilty("aborted read", Kind.G1A, ended(Outcome.ABORTED, 0, append(X, 1)), t(1, read(X, 1))),
                guilty(
                        "aborted read, not at the end",
                        Kind.G1A,
                        ended(Outcome.ABORTED, 0, append(X, 1)),
                        t(1, append(X, 2)),
                        t(2, read(X, 1, 2)),
                        t(3, read(X, 2))),
                guilty(
                        "intermediate read",
                        Kind.G1B,
                        t(0, append(X, 1), append(X, 2)),
                        t(1, read(X, 1)),
                        later(2, read(X, 1, 2))),
                guilty("intermediate read, the longest", Kind.G1B, t(0, append(X, 1), append(X, 2)), t(1, read(X, 1))));
    }

    static Stream<Example> orders() {
        return Stream.of(
                guilty(
                        "incompatible orders",
                        Kind.INCOMPATIBLE_ORDER,
                        t(0, append(X, 1)),
                        t(1, append(X, 2)),
                        t(2, read(X, 1, 2)),
                        t(3, read(X, 2, 1))),
                guilty(
                        "incompatible without a common value",
                        Kind.INCOMPATIBLE_ORDER,
                        t(0, append(X, 1)),
                        t(1, append(X, 2)),
                        t(2, read(X, 1)),
                        t(3, read(X, 2))),
                guilty(
                        "a transaction's appends turned round",
                        Kind.INCOMPATIBLE_ORDER,
                        t(0, append(X, 1), append(X, 2)),
                        t(1, append(X, 3)),
                        t(2, read(X, 2, 1, 3))),
                guilty("lost append", Kind.LOST_APPEND, t(0, append(X, 1)), later(1, read(X))),
                guilty("lost first append", Kind.LOST_APPEND, t(0, append(X, 1), append(X, 2)), t(1, read(X, 2))),
                guilty(
                        "lost first append of an indeterminate transaction",
                        Kind.LOST_APPEND,
                        ended(Outcome.INDETERMINATE, 0, append(X, 1), append(X, 2)),
                        t(1, read(X, 2))));
    }

    static Stream<Example> cycles() {
        return Stream.of(
                guilty(
                        "dirty write",
                        Kind.G0,
                        t(0, append(X, 1), append(Y, 1)),
                        t(1, append(X, 2), append(Y, 2)),
                        t(2, read(X, 1, 2)),
                        t(3, read(Y, 2, 1))),
                guilty(
                        "interleaved appends",
                        Kind.G0,
                        t(0, append(X, 1), append(X, 2)),
                        t(1, append(X, 3)),
                        t(2, read(X, 1, 3, 2))),
                guilty(
                        "circular information",
                        Kind.G1C,
                        t(0, append(X, 1), read(Y, 2)),
                        t(1, append(Y, 2), read(X, 1))),
                guilty(
                        "circular information by an append that nobody sees",
                        Kind.G1C,
                        t(0, append(X, 1), read(Y, 1)),
                        t(1, append(X, 2), append(Y, 1)),
                        t(2, read(X, 1))),
                guilty(
                        "circle of three",
                        Kind.G1C,
                        t(0, append(X, 1), append(Y, 1)),
                        t(1, append(X, 2), append(3, 1)),
                        t(2, read(3, 1), append(Y, 2)),
                        t(3, read(X, 1, 2)),
                        t(4, read(Y, 2, 1))),
                guilty("read skew", Kind.G_SINGLE, t(0, append(X, 1), append(Y, 1)), t(1, read(X), read(Y, 1))),
                guilty(
                        "read skew behind a shorter write skew",
                        Kind.G_SINGLE,
                        t(0, read(X), append(Y, 1), read(4, 1)),
                        t(1, read(Y), append(X, 1), append(3, 1)),
                        t(2, read(3, 1), append(4, 1))),
                guilty(
                        "lost update",
                        Kind.G_SINGLE,
                        t(0, read(X), append(X, 1)),
                        t(1, read(X), append(X, 2)),
                        t(2, read(X, 1, 2))),
                guilty(
                        "an indeterminate transaction seen by half",
                        Kind.G_SINGLE,
                        ended(Outcome.INDETERMINATE, 0, append(X, 1), append(Y, 1)),
                        t(1, read(X, 1), read(Y))),
                guilty(
                        "write skew",
                        Kind.G2,
                        t(0, read(X), append(Y, 1)),
                        t(1, read(Y), append(X, 1)),
                        t(2, read(X, 1), read(Y, 1))),
                guilty(
                        "write skew that nobody sees",
                        Kind.G2,
                        t(0, read(X), append(Y, 1)),
                        t(1, read(Y), append(X, 1))),
                guilty(
                        "lost update that nobody sees",
                        Kind.G2,
                        t(0, read(X), append(X, 1)),
                        t(1, read(X), append(X, 2))),
                guilty(
                        "long fork",
                        Kind.G2,
                        t(0, append(X, 1)),
                        t(1, append(Y, 1)),
                        t(2, read(X, 1), read(Y)),
                        t(3, read(X), read(Y, 1))));
    }

    static Stream<Example> realTime() {
        return Stream.of(
                guilty(
                        "appends against time",
                        Kind.G0_REALTIME,
                        committed(0, 1, 2, append(X, 1)),
                        committed(1, 3, 4, append(X, 2)),
                        committed(2, 0, 9, read(X, 2, 1))),
                guilty(
                        "read from the future",
                        Kind.G1C_REALTIME,
                        committed(0, 1, 2, read(X, 1)),
                        committed(1, 3, 4, append(X, 1))),
                guilty(
                        "stale read",
                        Kind.G_SINGLE_REALTIME,
                        committed(0, 1, 2, append(X, 1)),
                        committed(1, 3, 4, read(X)),
                        committed(2, 5, 6, read(X, 1))),
                guilty(
                        "write skew with time on one side",
                        Kind.G2_REALTIME,
                        committed(0, 1, 20, read(X), append(Y, 1)),
                        committed(1, 2, 3, append(X, 1)),
                        committed(2, 4, 5, read(Y)),
                        committed(3, 21, 22, read(X, 1), read(Y, 1))));
    }

    static Stream<Example> innocents() {
        return Stream.of(
                innocent("nothing"),
                innocent(
                        "one after the other",
                        later(0, append(X, 1)),
                        later(1, read(X, 1), append(X, 2)),
                        later(2, read(X, 1, 2))),
                innocent(
                        "own appends seen", t(0, append(X, 1), read(X, 1), append(X, 2), read(X, 1, 2)), t(1, read(X))),
                innocent("aborted and gone", ended(Outcome.ABORTED, 0, append(X, 1)), later(1, read(X))),
                innocent("aborted reads do not count", ended(Outcome.ABORTED, 0, read(X, 9)), later(1, read(X))),
                innocent("indeterminate and gone", ended(Outcome.INDETERMINATE, 0, append(X, 1)), later(1, read(X))),
                innocent(
                        "indeterminate and late",
                        ended(Outcome.INDETERMINATE, 0, append(X, 1), append(Y, 1)),
                        later(1, read(X)),
                        later(2, read(X, 1), read(Y, 1))),
                innocent("blind appends that nobody sees", t(0, append(X, 1)), t(1, append(X, 2)), t(2, read(X))),
                innocent(
                        "a reader appends to what nobody reads",
                        t(0, append(X, 1), read(X, 1), append(X, 2)),
                        t(1, append(X, 3)),
                        t(2, read(X))),
                innocent("ticks alike overlap", committed(0, 1, 3, append(X, 1)), committed(1, 3, 4, read(X))));
    }

    @Test
    void areToldWithTheTransactionsThatTakePart() {
        History history = History.of(
                committed(4, 1, 7, read(X), append(Y, 1)),
                committed(5, 2, 8, read(Y), append(X, 1)),
                committed(6, 9, 10, read(X, 1)));
        assertThat(HistoryChecker.check(history)).singleElement().hasToString("""
                G2: T0 -rw 1-> T1 -rw 2-> T0
                  T0 = COMMITTED, process 4, ticks 1 to 7: [read(1, []), append(2, 1)]
                  T1 = COMMITTED, process 5, ticks 2 to 8: [read(2, []), append(1, 1)]""");
    }

    @Test
    void areReportedOnceAKey() {
        History history = History.of(t(0, read(X, 7)), t(1, read(X, 8)), t(2, read(Y, 7)));
        assertThat(HistoryChecker.check(history))
                .extracting(Anomaly::kind)
                .containsExactly(Kind.GARBAGE_READ, Kind.GARBAGE_READ);
    }

    @Test
    void needUniqueValues() {
        History history = History.of(t(0, append(X, 7)), t(1, append(X, 7)));
        assertThatThrownBy(() -> HistoryChecker.check(history))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value 7 was appended to key 1 more than once");
    }
}
