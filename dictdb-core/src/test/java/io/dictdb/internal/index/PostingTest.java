package io.dictdb.internal.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostingTest {
    @Test
    void anEmptyOneHasNothing() {
        assertThat(Posting.EMPTY.size()).isZero();
        assertThat(Posting.EMPTY.contains(0)).isFalse();
        assertThat(Posting.EMPTY.cursor().row()).isEqualTo(RowCursor.END);
        assertThat(Posting.EMPTY.cursor().next()).isEqualTo(RowCursor.END);
        assertThat(Posting.EMPTY.cursor().advance(5)).isEqualTo(RowCursor.END);
        assertThat(Posting.EMPTY.without(3, new Edit())).isSameAs(Posting.EMPTY);
        assertThat(Posting.single(3).without(3, new Edit())).isSameAs(Posting.EMPTY);
        assertThatThrownBy(Posting.EMPTY::first).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isItselfWhenNothingChanges() {
        for (int size : new int[] {1, 100, 10_000}) {
            Posting posting =
                    Posting.ofSorted(IntStream.range(0, size).map(i -> i * 2).toArray(), 0, size);
            assertThat(posting.with(0, new Edit())).isSameAs(posting);
            assertThat(posting.without(1, new Edit())).isSameAs(posting);
        }
    }

    @ParameterizedTest
    @MethodSource("io.dictdb.internal.index.Seeds#few")
    void doesWhatASetDoes(long seed) {
        Random random = new Random(seed);
        TreeSet<Integer> model = new TreeSet<>();
        Posting posting = Posting.EMPTY;
        Edit edit = new Edit();
        for (int step = 0; step < 60_000; step++) {
            edit = random.nextInt(50) == 0 ? new Edit() : edit;
            int row = random.nextInt(20_000);
            boolean adds = random.nextInt(100) < (step / 20_000 == 1 ? 15 : 70);
            Posting before = posting;
            posting = adds ? posting.with(row, edit) : posting.without(row, edit);
            assertThat(posting != before).isEqualTo(adds ? model.add(row) : model.remove(row));
            assertThat(posting.contains(row)).isEqualTo(adds);
            if (step % 2_000 == 0) {
                same(posting, model);
            }
        }
        same(posting, model);
        for (int row : List.copyOf(model)) {
            posting = posting.without(row, edit);
        }
        assertThat(posting).isSameAs(Posting.EMPTY);
    }

    private static void same(Posting posting, NavigableSet<Integer> model) {
        Invariants.check(posting);
        int[] expected = model.stream().mapToInt(i -> i).toArray();
        assertThat(posting.size()).isEqualTo(expected.length);
        int[] rows = new int[expected.length + 1];
        assertThat(posting.copyInto(rows, 1)).isEqualTo(rows.length);
        assertThat(IntStream.of(rows).skip(1).toArray()).isEqualTo(expected);
        List<Integer> visited = new ArrayList<>();
        posting.forEach(visited::add);
        assertThat(visited).isEqualTo(List.copyOf(model));
        assertThat(walked(posting)).isEqualTo(visited);
        assertThat(model.isEmpty() || posting.first() == model.first()).isTrue();
    }

    private static List<Integer> walked(Posting posting) {
        List<Integer> rows = new ArrayList<>();
        RowCursor cursor = posting.cursor();
        for (int row = cursor.row(); row != RowCursor.END; row = cursor.next()) {
            assertThat(cursor.row()).isEqualTo(row);
            rows.add(row);
        }
        assertThat(cursor.next()).isEqualTo(RowCursor.END);
        return rows;
    }

    @ParameterizedTest
    @MethodSource("io.dictdb.internal.index.Seeds#few")
    void aCursorSkips(long seed) {
        Random random = new Random(seed);
        for (int size : new int[] {1, 60, 64, 65, 5_000, 100_000}) {
            TreeSet<Integer> model = new TreeSet<>();
            random.ints(size, 0, size * 5).forEach(model::add);
            Posting posting = Posting.ofSorted(model.stream().mapToInt(i -> i).toArray(), 0, model.size());
            for (int round = 0; round < 30; round++) {
                skip(posting.cursor(), model, random, 1 + random.nextInt(size));
            }
        }
    }

    private static void skip(RowCursor cursor, NavigableSet<Integer> model, Random random, int stride) {
        Integer row = model.first();
        while (row != null) {
            assertThat(cursor.row()).isEqualTo(row);
            int target = row + random.nextInt(stride) - stride / 8;
            row = random.nextInt(4) == 0 ? step(cursor, model, row) : advance(cursor, model, row, target);
        }
        assertThat(cursor.row()).isEqualTo(RowCursor.END);
        assertThat(cursor.advance(3)).isEqualTo(RowCursor.END);
    }

    private static Integer step(RowCursor cursor, NavigableSet<Integer> model, int row) {
        Integer next = model.higher(row);
        assertThat(cursor.next()).isEqualTo(next == null ? RowCursor.END : next);
        return next;
    }

    private static Integer advance(RowCursor cursor, NavigableSet<Integer> model, int row, int target) {
        Integer next = model.ceiling(Math.max(row, target));
        assertThat(cursor.advance(target)).isEqualTo(next == null ? RowCursor.END : next);
        return next;
    }

    @Test
    void builtAtOnceIsTheSameAsOneByOne() {
        for (int size : new int[] {0, 1, 63, 64, 65, 2_048, 2_049, 200_000}) {
            int[] rows = IntStream.range(0, size + 4).map(i -> i * 3).toArray();
            Posting built = Posting.ofSorted(rows, 2, size + 2);
            Posting grown = Posting.EMPTY;
            Edit edit = new Edit();
            for (int i = 2; i < size + 2; i++) {
                grown = grown.with(rows[i], edit);
            }
            assertThat(walked(built)).isEqualTo(walked(grown));
            assertThat(Invariants.check(built))
                    .as("appended in order, nodes are as full as built ones")
                    .isEqualTo(Invariants.check(grown));
        }
    }

    @Test
    void oldVersionsStay() {
        Random random = new Random(7);
        List<Posting> versions = new ArrayList<>();
        List<TreeSet<Integer>> models = new ArrayList<>();
        Posting posting = Posting.EMPTY;
        TreeSet<Integer> model = new TreeSet<>();
        for (int version = 0; version < 300; version++) {
            Edit edit = new Edit();
            for (int i = random.nextInt(100); i > 0; i--) {
                int row = random.nextInt(6_000);
                boolean adds = random.nextInt(3) > 0;
                posting = adds ? posting.with(row, edit) : posting.without(row, edit);
                boolean ignored = adds ? model.add(row) : model.remove(row);
            }
            versions.add(posting);
            models.add(new TreeSet<>(model));
        }
        for (int i = 0; i < versions.size(); i++) {
            same(versions.get(i), models.get(i));
        }
    }

    @Test
    void memoryFollowsTheContent() {
        Posting posting = Posting.EMPTY;
        Edit edit = new Edit();
        for (int row = 0; row < 300_000; row++) {
            posting = posting.with(row, edit);
            posting = row < 5_000 ? posting : posting.without(row - 5_000, edit);
        }
        assertThat(posting.size()).isEqualTo(5_000);
        assertThat(Invariants.check(posting)).as("5,000 rows fill 79 leaves").isLessThan(95);
        Random random = new Random(3);
        for (int i = 0; i < 300_000; i++) {
            posting = posting.with(random.nextInt(1_000_000), edit);
            posting = posting.without(posting.cursor().advance(random.nextInt(900_000)), edit);
        }
        assertThat(Invariants.check(posting)).isLessThan(3 * posting.size() / Tree.MOST_ENTRIES + 10);
    }
}
