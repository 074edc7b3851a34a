package io.dictdb.testkit.history;

import io.dictdb.testkit.history.Op.Append;
import io.dictdb.testkit.history.Op.Read;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/*
 * A read that is found wanting is reported and then believed no more: neither the order of the appends nor a dependency is drawn from it, so
 * that one fault is not reported under many names. Of the reads of one transaction the first says all; those that follow must agree with it.
 */
/** What transactions did to one key, each held against itself. */
final class KeyLog {
    private final long key;
    private final Findings findings;
    private final Map<Long, Write> writes = new LinkedHashMap<>();
    private final List<Look> looks = new ArrayList<>();
    private final List<Look> doubted = new ArrayList<>();

    KeyLog(long key, Findings findings) {
        this.key = key;
        this.findings = findings;
    }

    long key() {
        return key;
    }

    /** Who appended a value. */
    @Nullable
    Write write(long value) {
        return writes.get(value);
    }

    Iterable<Write> writes() {
        return writes.values();
    }

    /** The first read of each transaction, of those that do not contradict themselves. */
    List<Look> looks() {
        return looks;
    }

    /** The reads that contradict their own transaction. */
    List<Look> doubted() {
        return doubted;
    }

    /** Takes the steps of a transaction that concern this key. */
    void take(int number, Txn txn, List<Op> ops) {
        List<Long> own = appended(ops);
        for (int i = 0; i < own.size(); i++) {
            put(new Write(number, own.get(i), i, own.size()));
        }
        if (txn.committed()) {
            takeReads(number, ops, own);
        }
    }

    private static List<Long> appended(List<Op> ops) {
        List<Long> values = new ArrayList<>();
        for (Op op : ops) {
            if (op instanceof Append append) {
                values.add(append.value());
            }
        }
        return values;
    }

    private void put(Write write) {
        if (writes.put(write.value(), write) != null) {
            throw new IllegalArgumentException(
                    "value " + write.value() + " was appended to key " + key + " more than once");
        }
    }

    private void takeReads(int txn, List<Op> ops, List<Long> own) {
        Look last = null;
        int appended = 0;
        for (Op op : ops) {
            if (op instanceof Read read) {
                Look look = new Look(txn, read.observed(), read.observed().size() - appended);
                last = judged(look, last, own, appended) ? look : last;
            } else {
                appended++;
            }
        }
    }

    /** Whether a read is what its transaction must see after so many appends of its own, going by its last read. */
    private boolean judged(Look look, @Nullable Look last, List<Long> own, int appended) {
        if (look.others() < 0 || !endsWith(look, own.subList(0, appended)) || !agrees(look, last, own)) {
            findings.add(Anomaly.Kind.INTERNAL, key, "a transaction contradicts itself", look.txn());
            doubted.add(look);
            return false;
        }
        if (last == null) {
            looks.add(look);
        }
        return true;
    }

    private static boolean endsWith(Look look, List<Long> own) {
        return look.observed().subList(look.others(), look.length()).equals(own);
    }

    private static boolean agrees(Look look, @Nullable Look last, List<Long> own) {
        List<Long> others = look.observed().subList(0, look.others());
        return last == null
                ? own.stream().noneMatch(others::contains)
                : others.equals(last.observed().subList(0, last.others()));
    }
}
