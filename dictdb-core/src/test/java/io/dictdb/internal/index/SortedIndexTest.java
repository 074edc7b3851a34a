package io.dictdb.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.IndexType;
import io.dictdb.internal.value.ValueOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SortedIndexTest {
    private static Stream<Arguments> cases() {
        return Stream.of(RandomValues.values()).flatMap(kind -> Seeds.few().mapToObj(seed -> Arguments.of(kind, seed)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rangesAreThoseOfASortedMap(RandomValues kind, long seed) {
        Random random = new Random(seed);
        FieldModel model = new FieldModel();
        SortedIndex index = filled(kind, random, model, random.nextInt(4_000));
        for (int i = 0; i < 300; i++) {
            same(index, model, range(kind, random));
        }
        same(index, model, Range.ALL);
        same(index, model, Range.NONE);
    }

    private static SortedIndex filled(RandomValues kind, Random random, FieldModel model, int size) {
        FieldIndex index = FieldIndex.empty(IndexType.SORTED);
        Edit edit = new Edit();
        for (int row = 0; row < size; row++) {
            Object value = kind.next(random);
            index = index.with(value, row, edit);
            model.change(value, row, true);
        }
        for (int i = size / 3; i > 0; i--) {
            int row = model.anyRow(random);
            index = index.without(model.value(row), row, edit);
            model.change(model.value(row), row, false);
        }
        return (SortedIndex) index;
    }

    private static Range range(RandomValues kind, Random random) {
        Object low = random.nextInt(4) == 0 ? null : kind.next(random);
        Object high = random.nextInt(4) == 0 ? null : kind.next(random);
        boolean ordered = low == null || high == null || ValueOrder.compare(low, high) <= 0 || random.nextInt(10) == 0;
        Range range = ordered
                ? new Range(low, random.nextBoolean(), high, random.nextBoolean())
                : new Range(high, random.nextBoolean(), low, random.nextBoolean());
        return low == null || random.nextInt(4) > 0 ? range : range.intersect(Range.ofClass(low));
    }

    private static void same(SortedIndex index, FieldModel model, Range range) {
        List<Object> values = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        model.rowsOf.forEach((value, set) -> {
            if (range.contains(value)) {
                values.add(value);
                rows.addAll(set);
            }
        });
        assertThat(index.count(range)).as("%s", range).isEqualTo(rows.size());
        enumerated(index, range, values, rows);
        walked(index.ascending(range), values, model);
        Collections.reverse(values);
        walked(index.descending(range), values, model);
    }

    private static void enumerated(SortedIndex index, Range range, List<Object> values, List<Integer> rows) {
        int[] copy = new int[rows.size() + 2];
        assertThat(index.copyInto(range, copy, 1)).isEqualTo(rows.size() + 1);
        assertThat(Arrays.copyOfRange(copy, 1, rows.size() + 1))
                .isEqualTo(rows.stream().mapToInt(i -> i).toArray());
        List<Object> visited = new ArrayList<>();
        List<Integer> visitedRows = new ArrayList<>();
        index.forEachIn(range, (value, posting) -> {
            visited.add(value);
            posting.forEach(visitedRows::add);
        });
        assertThat(visitedRows).isEqualTo(rows);
        sameValues(visited, values);
    }

    private static void walked(ValueCursor cursor, List<Object> values, FieldModel model) {
        List<Object> visited = new ArrayList<>();
        while (cursor.next()) {
            visited.add(cursor.value());
            FieldModel.same(cursor.rows(), model.rowsOf.get(cursor.value()));
        }
        assertThat(cursor.next()).isFalse();
        sameValues(visited, values);
    }

    private static void sameValues(List<Object> actual, List<Object> expected) {
        assertThat(actual).usingElementComparator(ValueOrder.COMPARATOR).isEqualTo(expected);
    }

    @Test
    void firstAndLastAreTheOutermost() {
        SortedIndex index = (SortedIndex) FieldIndex.empty(IndexType.SORTED);
        assertThat(index.first()).isNull();
        assertThat(index.last()).isNull();
        index = (SortedIndex)
                index.with(2L, 1, new Edit()).with(5L, 2, new Edit()).with(null, 3, new Edit());
        assertThat(index.first()).isEqualTo(2L);
        assertThat(index.last()).isEqualTo(5L);
    }

    @Test
    void aCursorStaysInItsVersion() {
        Object[] values = IntStream.range(0, 10_000).mapToObj(i -> (long) i).toArray();
        int[] rows = IntStream.range(0, 10_000).toArray();
        FieldIndex index = FieldIndex.build(IndexType.SORTED, values, rows, rows.length);
        ValueCursor cursor = ((SortedIndex) index).ascending(Range.above(10L));
        Edit edit = new Edit();
        for (int row = 0; row < 10_000; row++) {
            index = index.without((long) row, row, edit);
        }
        int n = 0;
        while (cursor.next()) {
            n += cursor.rows().size();
        }
        assertThat(n).isEqualTo(10_000 - 11);
        assertThat(index.size()).isZero();
    }

    @Test
    void whatIsAppendedLeavesFullNodes() {
        FieldIndex appended = FieldIndex.empty(IndexType.SORTED);
        int size = 100_000;
        for (int row = 0; row < size; row++) {
            appended = appended.with((long) row, row, new Edit());
        }
        Object[] values = IntStream.range(0, size).mapToObj(i -> (long) i).toArray();
        FieldIndex built = FieldIndex.build(
                IndexType.SORTED, values, IntStream.range(0, size).toArray(), size);
        assertThat(Invariants.check(built)).isEqualTo(size / Tree.MOST_ENTRIES + 1 + 49 + 2 + 1);
        assertThat(Invariants.check(appended)).isLessThanOrEqualTo(Invariants.check(built) + 3);
    }

    @Test
    void randomChurnKeepsNodesHalfFull() {
        Random random = new Random(11);
        FieldModel model = new FieldModel();
        FieldIndex index = FieldIndex.empty(IndexType.SORTED);
        Edit edit = new Edit();
        for (int step = 0; step < 200_000; step++) {
            boolean adds = step < 20_000 || (step & 1) == 0;
            int row = adds ? step : model.anyRow(random);
            Object value = adds ? (Object) random.nextLong() : model.value(row);
            index = adds ? index.with(value, row, edit) : index.without(value, row, edit);
            model.change(value, row, adds);
        }
        model.same(index);
        assertThat(Invariants.check(index)).isLessThan(20_000 / (Tree.MOST_ENTRIES / 2));
        for (int i = 0; i < 19_000; i++) {
            int row = model.anyRow(random);
            index = index.without(model.value(row), row, edit);
            model.change(model.value(row), row, false);
        }
        model.same(index);
        assertThat(Invariants.check(index)).isLessThan(4 * 1_000 / Tree.MOST_ENTRIES);
    }
}
