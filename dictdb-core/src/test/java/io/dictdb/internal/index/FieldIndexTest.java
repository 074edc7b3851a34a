package io.dictdb.internal.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.IndexType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FieldIndexTest {
    private static Stream<Arguments> cases() {
        return Stream.of(IndexType.values())
                .flatMap(type -> Stream.of(RandomValues.values())
                        .flatMap(kind -> Seeds.few().mapToObj(seed -> Arguments.of(type, kind, seed))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doesWhatAMapOfSetsDoes(IndexType type, RandomValues kind, long seed) {
        Random random = new Random(seed);
        FieldModel model = new FieldModel();
        FieldIndex index = FieldIndex.empty(type);
        Edit edit = new Edit();
        for (int step = 0; step < 9_000; step++) {
            edit = random.nextInt(20) == 0 ? new Edit() : edit;
            boolean adds = model.isEmpty() || random.nextInt(10) < (step / 3_000 == 1 ? 2 : 7);
            int row = adds ? step : model.anyRow(random);
            Object value = adds ? kind.next(random) : model.value(row);
            index = adds ? index.with(value, row, edit) : index.without(value, row, edit);
            model.change(value, row, adds);
            assertThat(index.find(value).contains(row)).isEqualTo(adds);
            if (step % 750 == 0) {
                model.same(index);
            }
        }
        model.same(index);
        emptied(index, model, edit);
    }

    private static void emptied(FieldIndex start, FieldModel model, Edit edit) {
        FieldIndex index = start;
        for (int row : model.rows()) {
            index = index.without(model.value(row), row, edit);
        }
        assertThat(index.distinct()).isZero();
        assertThat(index.size()).isZero();
        assertThat(index.nulls()).isZero();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void builtAtOnceIsTheSameAsOneByOne(IndexType type, RandomValues kind, long seed) {
        Random random = new Random(seed);
        int size = random.nextInt(10_000);
        Object[] values = new Object[size + 3];
        int[] rows = new int[size + 3];
        FieldModel model = new FieldModel();
        for (int i = 0; i < size; i++) {
            values[i] = kind.next(random);
            rows[i] = i * 2;
            model.change(values[i], rows[i], true);
        }
        FieldIndex built = FieldIndex.build(type, values, rows, size);
        model.same(built);
        Object value = kind.next(random);
        FieldIndex more = built.with(value, 1, new Edit());
        model.same(built);
        model.change(value, 1, true);
        model.same(more);
    }

    @ParameterizedTest
    @EnumSource(IndexType.class)
    void refusesWhatCannotBe(IndexType type) {
        FieldIndex index = FieldIndex.empty(type).with(1L, 5, new Edit()).with(null, 6, new Edit());
        assertThat(index.type()).isEqualTo(type);
        assertThatThrownBy(() -> index.with(1.0, 5, new Edit())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> index.with(null, 6, new Edit())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> index.without(1L, 6, new Edit())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> index.without(2L, 5, new Edit())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> index.without(null, 5, new Edit())).isInstanceOf(IllegalStateException.class);
        FieldIndex two = index.with(1L, 7, new Edit());
        assertThatThrownBy(() -> two.with(1L, 7, new Edit())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> two.without(1L, 6, new Edit())).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(IndexType.class)
    void aRefusalLeavesTheVersionAsItWas(IndexType type) {
        FieldModel model = new FieldModel();
        FieldIndex index = FieldIndex.empty(type);
        Edit edit = new Edit();
        for (int i = 0; i < 5_000; i++) {
            index = index.with((long) i / 2, i, edit);
            model.change((long) i / 2, i, true);
        }
        FieldIndex same = index;
        for (int i = 0; i < 5_000; i += 7) {
            int row = i;
            assertThatThrownBy(() -> same.with((long) row / 2, row, edit)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> same.without((long) row / 2 + 9_000, row, edit))
                    .isInstanceOf(IllegalStateException.class);
        }
        model.same(same);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ownedEditsGiveTheSameAsFreshOnes(IndexType type, RandomValues kind, long seed) {
        Random random = new Random(seed);
        FieldModel model = new FieldModel();
        FieldIndex owned = FieldIndex.empty(type);
        FieldIndex fresh = owned;
        Edit edit = new Edit();
        for (int step = 0; step < 2_500; step++) {
            boolean adds = model.isEmpty() || random.nextInt(10) < 7;
            int row = adds ? step : model.anyRow(random);
            Object value = adds ? kind.next(random) : model.value(row);
            owned = adds ? owned.with(value, row, edit) : owned.without(value, row, edit);
            fresh = adds ? fresh.with(value, row, new Edit()) : fresh.without(value, row, new Edit());
            model.change(value, row, adds);
        }
        model.same(owned);
        model.same(fresh);
        assertThat(Invariants.check(owned)).isEqualTo(Invariants.check(fresh));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oldVersionsStay(IndexType type, RandomValues kind, long seed) {
        Random random = new Random(seed);
        FieldModel model = new FieldModel();
        List<FieldIndex> versions = new ArrayList<>();
        List<FieldModel> models = new ArrayList<>();
        FieldIndex index = FieldIndex.empty(type);
        for (int version = 0; version < 40; version++) {
            Edit edit = new Edit();
            for (int i = random.nextInt(120); i > 0; i--) {
                boolean adds = model.isEmpty() || random.nextInt(10) < 6;
                int row = adds ? version * 1_000 + i : model.anyRow(random);
                Object value = adds ? kind.next(random) : model.value(row);
                index = adds ? index.with(value, row, edit) : index.without(value, row, edit);
                model.change(value, row, adds);
            }
            versions.add(index);
            models.add(model.copy());
        }
        for (int i = 0; i < versions.size(); i++) {
            models.get(i).same(versions.get(i));
        }
    }

    @ParameterizedTest
    @EnumSource(IndexType.class)
    void oneValueOfAMillionRows(IndexType type) {
        FieldIndex index = FieldIndex.empty(type);
        Edit edit = new Edit();
        for (int row = 0; row < 1_000_000; row++) {
            index = index.with("x", row, edit);
        }
        assertThat(index.distinct()).isEqualTo(1);
        assertThat(index.find("x").size()).isEqualTo(1_000_000);
        FieldIndex fewer = index;
        for (int row = 999_999; row >= 0; row -= 50) {
            fewer = fewer.without("x", row, new Edit());
        }
        assertThat(fewer.size()).isEqualTo(980_000);
        assertThat(index.find("x").size()).isEqualTo(1_000_000);
        Invariants.check(fewer);
        Invariants.check(index);
    }

    @ParameterizedTest
    @EnumSource(IndexType.class)
    void memoryFollowsTheContent(IndexType type) {
        FieldIndex index = FieldIndex.empty(type);
        Edit edit = new Edit();
        for (int row = 0; row < 200_000; row++) {
            index = index.with(halves(row), row, edit);
            index = row < 4_000 ? index : index.without(halves(row - 4_000), row - 4_000, edit);
        }
        assertThat(index.distinct()).isEqualTo(2_000);
        assertThat(Invariants.check(index)).as("2,000 values fill 32 leaves").isLessThan(45);
    }

    private static double halves(int row) {
        int two = row / 2;
        return two * 1.5;
    }

    @Test
    void aLeafOfMixedTypesBecomesTypedAgainWhenItIsCut() {
        FieldIndex index = FieldIndex.empty(IndexType.SORTED);
        Edit edit = new Edit();
        index = index.with("odd", 0, edit);
        for (int row = 1; row < 1_000; row++) {
            index = index.with((long) row * 7919 % 1_000, row, edit);
        }
        int[] typed = {0};
        ((SortedIndex) index).root().forEachLeaf(leaf -> typed[0] += leaf.values() instanceof long[] ? 1 : 0);
        assertThat(typed[0]).isGreaterThan(10);
        Invariants.check(index);
    }
}
