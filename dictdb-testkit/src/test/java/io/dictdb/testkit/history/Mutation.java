package io.dictdb.testkit.history;

import static io.dictdb.testkit.history.Op.append;
import static io.dictdb.testkit.history.Op.read;

import io.dictdb.testkit.Choices;
import io.dictdb.testkit.history.Anomaly.Kind;
import io.dictdb.testkit.history.Txn.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Damage to a history that was right and ends with two reads of each key; it may show by one of several names. */
enum Mutation {
    SWAPPED(
            (c, h) -> changeRead(c, h, longerThan(1), list -> swapped(c, list)),
            Kind.INCOMPATIBLE_ORDER,
            Kind.INTERNAL),
    LEFT_OUT(
            (c, h) -> changeRead(c, h, longerThan(1), list -> without(list, (int) c.upTo(list.size() - 2L))),
            Kind.INCOMPATIBLE_ORDER,
            Kind.INTERNAL),
    DUPLICATED((c, h) -> changeRead(c, h, longerThan(0), list -> plus(list, list.get(0))), Kind.DUPLICATE_APPEND),
    INVENTED((c, h) -> changeRead(c, h, longerThan(-1), list -> plus(list, 999L)), Kind.GARBAGE_READ),
    STALE(
            (c, h) -> changeLast(h, list -> without(list, list.size() - 1)),
            Kind.G1B,
            Kind.G_SINGLE,
            Kind.G2,
            Kind.G_SINGLE_REALTIME),
    LOST(Mutation::lose, Kind.LOST_APPEND, Kind.INTERNAL),
    ABORTED((c, h) -> changeWriter(c, h, txn -> ended(txn, Outcome.ABORTED)), Kind.G1A),
    TOO_LATE((c, h) -> changeWriter(c, h, txn -> moved(txn, afterAll(h))), Kind.G0_REALTIME, Kind.G1C_REALTIME),
    TOO_EARLY((c, h) -> change(c, h, Mutation::sawOthers, txn -> moved(txn, -2)), Kind.G0_REALTIME, Kind.G1C_REALTIME),
    DIRTY_WRITE(
            (c, h) -> with(
                    h,
                    List.of(append(-1, 1), append(-2, 1)),
                    List.of(append(-1, 2), append(-2, 2)),
                    List.of(read(-1, 1, 2)),
                    List.of(read(-2, 2, 1))),
            Kind.G0),
    CIRCULAR((c, h) -> with(h, List.of(append(-1, 1), read(-2, 2)), List.of(append(-2, 2), read(-1, 1))), Kind.G1C),
    READ_SKEW((c, h) -> with(h, List.of(append(-1, 1), append(-2, 2)), List.of(read(-1), read(-2, 2))), Kind.G_SINGLE),
    LOST_UPDATE(
            (c, h) -> with(
                    h, List.of(read(-1), append(-1, 1)), List.of(read(-1), append(-1, 2)), List.of(read(-1, 1, 2))),
            Kind.G_SINGLE),
    WRITE_SKEW((c, h) -> with(h, List.of(read(-1), append(-2, 1)), List.of(read(-2), append(-1, 2))), Kind.G2);

    private final BiFunction<Choices, History, Optional<History>> damage;
    private final Set<Kind> names;

    Mutation(BiFunction<Choices, History, Optional<History>> damage, Kind... names) {
        this.damage = damage;
        this.names = Set.of(names);
    }

    /** The damaged history, if there is something to damage. */
    Optional<History> of(Choices c, History history) {
        return damage.apply(c, history);
    }

    Set<Kind> names() {
        return names;
    }

    private static Optional<History> with(History history, List<?>... transactions) {
        List<Txn> all = new ArrayList<>(history.transactions());
        long tick = afterAll(history);
        for (int i = 0; i < transactions.length; i++) {
            List<Op> ops = transactions[i].stream().map(Op.class::cast).toList();
            all.add(new Txn(100 + i, tick + i, tick + 100 + i, Outcome.COMMITTED, ops));
        }
        return Optional.of(new History(all));
    }

    private static Optional<History> change(
            Choices c, History history, Predicate<Txn> which, UnaryOperator<Txn> change) {
        List<Integer> places = IntStream.range(0, history.size())
                .filter(i -> history.get(i).committed() && which.test(history.get(i)))
                .boxed()
                .toList();
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(changed(history, places.get((int) c.upTo(places.size() - 1L)), change));
    }

    private static History changed(History history, int place, UnaryOperator<Txn> change) {
        List<Txn> all = new ArrayList<>(history.transactions());
        all.set(place, change.apply(all.get(place)));
        return new History(all);
    }

    private static Optional<History> changeWriter(Choices c, History history, UnaryOperator<Txn> change) {
        return change(c, history, txn -> txn.ops().stream().anyMatch(Op.Append.class::isInstance), change);
    }

    private static Optional<History> changeRead(
            Choices c, History history, Predicate<Op> which, UnaryOperator<List<Long>> change) {
        return change(c, history, txn -> txn.ops().stream().anyMatch(which), txn -> withFirst(txn, which, change));
    }

    private static Optional<History> changeLast(History history, UnaryOperator<List<Long>> change) {
        Predicate<Op> which = longerThan(0);
        return IntStream.iterate(history.size() - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> history.get(i).ops().stream().allMatch(Op.Read.class::isInstance))
                .filter(i -> history.get(i).ops().stream().anyMatch(which))
                .limit(1)
                .mapToObj(i -> changed(history, i, txn -> withFirst(txn, which, change)))
                .findFirst();
    }

    private static Txn withFirst(Txn txn, Predicate<Op> which, UnaryOperator<List<Long>> change) {
        List<Op> ops = new ArrayList<>(txn.ops());
        Op.Read read = (Op.Read) ops.stream().filter(which).findFirst().orElseThrow();
        ops.set(ops.indexOf(read), new Op.Read(read.key(), change.apply(read.observed())));
        return with(txn, ops);
    }

    private static Optional<History> lose(Choices c, History history) {
        List<Op.Append> appends = history.transactions().stream()
                .filter(Txn::committed)
                .flatMap(txn -> txn.ops().stream())
                .filter(Op.Append.class::isInstance)
                .map(Op.Append.class::cast)
                .toList();
        return appends.isEmpty()
                ? Optional.empty()
                : Optional.of(without(history, appends.get((int) c.upTo(appends.size() - 1L))));
    }

    private static History without(History history, Op.Append lost) {
        return new History(history.transactions().stream()
                .map(txn -> with(
                        txn, txn.ops().stream().map(op -> without(op, lost)).toList()))
                .toList());
    }

    private static Op without(Op op, Op.Append lost) {
        if (!(op instanceof Op.Read read) || read.key() != lost.key()) {
            return op;
        }
        List<Long> rest = new ArrayList<>(read.observed());
        rest.remove(lost.value());
        return new Op.Read(op.key(), rest);
    }

    private static Predicate<Op> longerThan(int size) {
        return op -> op instanceof Op.Read read && read.observed().size() > size;
    }

    private static boolean sawOthers(Txn txn) {
        return txn.ops().get(0) instanceof Op.Read read && !read.observed().isEmpty();
    }

    private static Txn with(Txn txn, List<Op> ops) {
        return new Txn(txn.process(), txn.begin(), txn.end(), txn.outcome(), ops);
    }

    private static Txn ended(Txn txn, Outcome outcome) {
        return new Txn(txn.process(), txn.begin(), txn.end(), outcome, txn.ops());
    }

    private static Txn moved(Txn txn, long begin) {
        return new Txn(txn.process(), begin, begin + 1, txn.outcome(), txn.ops());
    }

    private static long afterAll(History history) {
        return history.get(history.size() - 1).end() + 1;
    }

    private static List<Long> swapped(Choices c, List<Long> list) {
        List<Long> swapped = new ArrayList<>(list);
        int place = (int) c.upTo(list.size() - 2L);
        Collections.swap(swapped, place, place + 1);
        return swapped;
    }

    private static List<Long> without(List<Long> list, int place) {
        List<Long> rest = new ArrayList<>(list);
        rest.remove(place);
        return rest;
    }

    private static List<Long> plus(List<Long> list, Long value) {
        List<Long> more = new ArrayList<>(list);
        more.add(value);
        return more;
    }
}
