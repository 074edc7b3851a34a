package io.dictdb.internal.query;

import io.dictdb.Order;
import io.dictdb.internal.value.ValueOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Orders hits by fields; ties stay in the order of row numbers, also descending. Where only the first k are wanted, a heap of k keeps them:
 * n log k comparisons and k records in memory.
 */
final class Sorting {
    private static final int LOOK_EVERY = 1 << 10;

    private final int[] fields;
    private final boolean[] descending;
    private final Watch watch;
    private int comparisons;

    Sorting(List<Order> order, Fields slots, Watch watch) {
        this.watch = watch;
        this.fields = order.stream().mapToInt(o -> slots.number(o.field())).toArray();
        this.descending = new boolean[fields.length];
        for (int i = 0; i < fields.length; i++) {
            descending[i] = order.get(i).descending();
        }
    }

    /** The row numbers of all hits, or the first so many of them, in order. */
    int[] rows(Hits hits, Cursor at, long wanted) {
        List<Keyed> sorted = wanted < Integer.MAX_VALUE - 8 ? first((int) wanted, hits, at) : all(hits, at);
        return sorted.stream().mapToInt(Keyed::row).toArray();
    }

    private List<Keyed> all(Hits hits, Cursor at) {
        List<Keyed> keyed = new ArrayList<>();
        while (hits.next()) {
            keyed.add(keyed(at));
        }
        keyed.sort(this::compare);
        return keyed;
    }

    private List<Keyed> first(int k, Hits hits, Cursor at) {
        Comparator<Keyed> lastFirst = (a, b) -> compare(b, a);
        PriorityQueue<Keyed> kept = new PriorityQueue<>(lastFirst);
        while (k > 0 && hits.next()) {
            Keyed worst = kept.size() < k ? null : kept.peek();
            if (worst == null || precedes(at, worst)) {
                kept.add(keyed(at));
                if (worst != null) {
                    kept.poll();
                }
            }
        }
        List<Keyed> sorted = new ArrayList<>(kept);
        sorted.sort(this::compare);
        return sorted;
    }

    /** Whether the record under the cursor comes before one that was met earlier, or later in a walk that is not by row number. */
    private boolean precedes(Cursor at, Keyed other) {
        for (int i = 0; i < fields.length; i++) {
            int order = ValueOrder.compare(at.value(fields[i]), other.keys[i]);
            if (order != 0) {
                return descending[i] ? order > 0 : order < 0;
            }
        }
        return at.page().rowAt(at.position()) < other.row;
    }

    private Keyed keyed(Cursor at) {
        @Nullable Object[] keys = new @Nullable Object[fields.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = at.value(fields[i]);
        }
        return new Keyed(at.page().rowAt(at.position()), keys);
    }

    private int compare(Keyed a, Keyed b) {
        if ((++comparisons & LOOK_EVERY - 1) == 0) {
            watch.look();
        }
        for (int i = 0; i < fields.length; i++) {
            int order = ValueOrder.compare(a.keys[i], b.keys[i]);
            if (order != 0) {
                return descending[i] ? -order : order;
            }
        }
        return Integer.compare(a.row, b.row);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Keyed(int row, @Nullable Object[] keys) {}
}
