package io.dictdb.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.internal.value.ValueOrder;
import io.dictdb.internal.value.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an index of a field should hold: a sorted map of sorted sets, the value of each row, and the rows without one. */
final class FieldModel {
    final NavigableMap<Object, TreeSet<Integer>> rowsOf = new TreeMap<>(ValueOrder.COMPARATOR);
    private final Map<Integer, Object> valueOf = new HashMap<>();
    private final List<Integer> rows = new ArrayList<>();

    void change(Object value, int row, boolean adds) {
        TreeSet<Integer> set = rowsOf.computeIfAbsent(value, v -> new TreeSet<>());
        assertThat(adds ? set.add(row) : set.remove(row)).isTrue();
        if (set.isEmpty()) {
            rowsOf.remove(value);
        }
        if (adds) {
            valueOf.put(row, value);
            rows.add(row);
        } else {
            valueOf.remove(row);
        }
    }

    boolean isEmpty() {
        return valueOf.isEmpty();
    }

    int anyRow(Random random) {
        while (true) {
            int at = random.nextInt(rows.size());
            int row = rows.set(at, rows.get(rows.size() - 1));
            rows.remove(rows.size() - 1);
            if (valueOf.containsKey(row)) {
                return row;
            }
        }
    }

    Object value(int row) {
        return valueOf.get(row);
    }

    List<Integer> rows() {
        return List.copyOf(valueOf.keySet());
    }

    FieldModel copy() {
        FieldModel copy = new FieldModel();
        rowsOf.forEach((value, set) -> copy.rowsOf.put(value, new TreeSet<>(set)));
        copy.valueOf.putAll(valueOf);
        return copy;
    }

    int nulls() {
        return rowsOf.containsKey(null) ? rowsOf.get(null).size() : 0;
    }

    void same(FieldIndex index) {
        Invariants.check(index);
        assertThat(index.size()).isEqualTo(valueOf.size());
        assertThat(index.nulls()).isEqualTo(nulls());
        assertThat(index.distinct()).isEqualTo(rowsOf.size() - (nulls() > 0 ? 1 : 0));
        rowsOf.forEach((value, set) -> same(index.find(value), set));
        List<Object> visited = new ArrayList<>();
        index.forEach((value, posting) -> {
            same(posting, rowsOf.get(value));
            visited.add(value);
        });
        assertThat(visited).hasSize(index.distinct());
        if (index instanceof SortedIndex) {
            ascend(visited);
        } else {
            visited.sort(ValueOrder.COMPARATOR);
            ascend(visited);
        }
    }

    static void same(Posting posting, Set<Integer> rows) {
        int[] copy = new int[posting.size()];
        posting.copyInto(copy, 0);
        if (!Arrays.equals(copy, rows.stream().mapToInt(i -> i).toArray())) {
            throw new AssertionError(Arrays.toString(copy) + " instead of " + rows);
        }
    }

    private static void ascend(List<Object> values) {
        for (int i = 1; i < values.size(); i++) {
            boolean ascends = ValueOrder.compare(values.get(i - 1), values.get(i)) < 0;
            if (!ascends || Values.equal(values.get(i - 1), values.get(i))) {
                throw new AssertionError(values.get(i - 1) + " before " + values.get(i));
            }
        }
    }
}
