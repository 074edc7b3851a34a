package io.dictdb.testkit.history;

import static io.dictdb.testkit.history.Anomaly.Kind.DUPLICATE_APPEND;
import static io.dictdb.testkit.history.Anomaly.Kind.G1A;
import static io.dictdb.testkit.history.Anomaly.Kind.G1B;
import static io.dictdb.testkit.history.Anomaly.Kind.GARBAGE_READ;
import static io.dictdb.testkit.history.Anomaly.Kind.INCOMPATIBLE_ORDER;
import static io.dictdb.testkit.history.Anomaly.Kind.LOST_APPEND;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * Reads are looked at from the longest to the shortest. The first one with nothing wrong in it is the order of the appends. What is a
 * beginning of it needs no further look, so the values of a list are looked up once and not once a read.
 */
/** The versions of one key: the order of its appends, and which reads saw which. */
final class Versions {
    private final KeyLog log;
    private final History history;
    private final Findings findings;
    private @Nullable Look longest;
    private final List<Write> order = new ArrayList<>();
    private final List<Write> unseen = new ArrayList<>();
    private final List<Look> reads = new ArrayList<>();

    private Versions(KeyLog log, History history, Findings findings) {
        this.log = log;
        this.history = history;
        this.findings = findings;
    }

    static Versions of(KeyLog log, History history, Findings findings) {
        Versions versions = new Versions(log, history, findings);
        log.doubted().forEach(versions::sound);
        log.looks().stream()
                .sorted(Comparator.comparingInt(Look::length).reversed())
                .forEach(versions::judge);
        versions.findDisorder();
        versions.findLost();
        versions.reads.removeIf(versions::intermediate);
        return versions;
    }

    private void judge(Look look) {
        if (longest != null && isBeginning(look, longest)) {
            reads.add(look);
        } else if (sound(look)) {
            if (longest == null) {
                follow(look);
            } else {
                findings.add(INCOMPATIBLE_ORDER, log.key(), "reads of different lists", longest.txn(), look.txn());
            }
        }
    }

    private static boolean isBeginning(Look look, Look longest) {
        return longest.observed().subList(0, look.length()).equals(look.observed());
    }

    private void follow(Look look) {
        longest = look;
        reads.add(look);
        look.observed().forEach(value -> order.add(written(value)));
    }

    private Write written(long value) {
        Write write = log.write(value);
        if (write == null) {
            throw new AssertionError("value " + value + " is garbage");
        }
        return write;
    }

    /** Whether every value was appended, by a transaction that was not aborted, and stands there once. */
    private boolean sound(Look look) {
        Set<Long> before = new HashSet<>();
        boolean sound = true;
        for (Long value : look.observed()) {
            sound &= sound(look, value, before.add(value));
        }
        return sound;
    }

    private boolean sound(Look look, long value, boolean first) {
        Write write = log.write(value);
        if (write == null) {
            findings.add(GARBAGE_READ, log.key(), "nobody appended " + value, look.txn());
        } else if (history.get(write.txn()).aborted()) {
            findings.add(G1A, log.key(), "a read of " + value + ", which was aborted", look.txn(), write.txn());
        } else if (!first) {
            findings.add(DUPLICATE_APPEND, log.key(), value + " stands there twice", look.txn(), write.txn());
        } else {
            return true;
        }
        return false;
    }

    private boolean intermediate(Look look) {
        if (look.others() == 0 || order.get(look.others() - 1).last()) {
            return false;
        }
        Write write = order.get(look.others() - 1);
        findings.add(G1B, log.key(), write.value() + " was not the last append", look.txn(), write.txn());
        return true;
    }

    private void findDisorder() {
        Map<Integer, Write> latest = new HashMap<>();
        for (Write write : order) {
            Write before = latest.put(write.txn(), write);
            if (before != null && before.place() > write.place()) {
                String what = write.value() + " comes after " + before.value();
                findings.add(INCOMPATIBLE_ORDER, log.key(), what, write.txn());
            }
        }
    }

    /* A committed append that no read shows may have happened after all of them, unless one of them began when the append was there, or shows what
     * the same transaction appended later. */
    private void findLost() {
        Set<Long> seen = new HashSet<>();
        Map<Integer, Integer> places = new HashMap<>();
        for (Write write : order) {
            seen.add(write.value());
            places.merge(write.txn(), write.place(), Math::max);
        }
        int lastReader = reads.stream().mapToInt(Look::txn).max().orElse(-1);
        for (Write write : log.writes()) {
            if (!seen.contains(write.value()) && !lost(write, lastReader, places.getOrDefault(write.txn(), -1))) {
                unseen.add(write);
            }
        }
    }

    /* Transactions are numbered in the order of their begins: who read last is who began last. */
    private boolean lost(Write write, int lastReader, int lastPlaceSeen) {
        Txn writer = history.get(write.txn());
        boolean tooLate = lastReader >= 0 && writer.committed() && writer.precedes(history.get(lastReader));
        if (!tooLate && lastPlaceSeen < write.place()) {
            return false;
        }
        String what = "nobody saw " + write.value();
        findings.add(
                LOST_APPEND, log.key(), what, tooLate ? new int[] {write.txn(), lastReader} : new int[] {write.txn()});
        return true;
    }

    /** Marks the transactions of which somebody saw an append. */
    void markSeen(boolean[] seen) {
        order.forEach(write -> seen[write.txn()] = true);
    }

    void addDependencies(Edges edges, boolean[] happened) {
        int[] writers = order.stream().mapToInt(Write::txn).toArray();
        int[] later = unseen.stream()
                .mapToInt(Write::txn)
                .filter(txn -> happened[txn])
                .distinct()
                .toArray();
        Tail tail = new Tail(later, edges, log.key());
        for (int i = 1; i < writers.length; i++) {
            edges.add(Dependency.WW, writers[i - 1], writers[i], log.key());
        }
        if (writers.length > 0) {
            tail.follows(Dependency.WW, writers[writers.length - 1]);
        }
        reads.forEach(look -> addDependencies(edges, look, writers, tail));
    }

    private void addDependencies(Edges edges, Look look, int[] writers, Tail tail) {
        if (look.others() > 0) {
            edges.add(Dependency.WR, writers[look.others() - 1], look.txn(), log.key());
        }
        if (look.others() < writers.length) {
            edges.add(Dependency.RW, look.txn(), writers[look.others()], log.key());
        } else {
            tail.follows(Dependency.RW, look.txn());
        }
    }
}
