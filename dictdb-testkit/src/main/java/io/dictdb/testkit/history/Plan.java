package io.dictdb.testkit.history;

import io.dictdb.testkit.Choices;
import io.dictdb.testkit.Gen;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/*
 * Few keys, or transactions would not meet; short lists, or reads would cost more than all else. So a key is laid off after some appends, and one that
 * nobody has used takes its place. Lower places are drawn more often than higher ones: some keys are hot.
 */
/** Draws transactions that append and read. */
final class Plan {
    private static final int LONGEST = 5;
    private static final long APPENDS = 32;

    private final long[] keys;
    private final long[] appended;
    private long fresh;

    private Plan(int keys) {
        this.keys = new long[keys];
        this.appended = new long[keys];
        for (int i = 0; i < keys; i++) {
            this.keys[i] = fresh++;
        }
    }

    static Gen<List<List<Op>>> of(int transactions, int keys) {
        return c -> {
            Plan plan = new Plan(keys);
            Gen<Op> op = plan::draw;
            return op.list(1, LONGEST).fullList(0, transactions).draw(c);
        };
    }

    private Op draw(Choices c) {
        int place = (int) c.upTo(c.upTo(keys.length - 1L));
        return c.upTo(1) == 0 ? Op.read(keys[place]) : append(place);
    }

    private Op append(int place) {
        Op append = Op.append(keys[place], ++appended[place]);
        if (appended[place] == APPENDS) {
            keys[place] = fresh++;
            appended[place] = 0;
        }
        return append;
    }

    /** Reads of all keys of a plan, as many in a transaction as fit. */
    static List<List<Op>> reads(List<List<Op>> plan, int each) {
        TreeSet<Long> keys = new TreeSet<>();
        plan.forEach(ops -> ops.forEach(op -> keys.add(op.key())));
        List<Op> reads = keys.stream().<Op>map(Op::read).toList();
        List<List<Op>> transactions = new ArrayList<>();
        for (int i = 0; i < reads.size(); i += each) {
            transactions.add(reads.subList(i, Math.min(i + each, reads.size())));
        }
        return transactions;
    }
}
