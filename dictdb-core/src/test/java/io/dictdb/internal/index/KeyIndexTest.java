package io.dictdb.internal.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.internal.value.ValueOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyIndexTest {
    private static Stream<Arguments> kindsAndSeeds() {
        return Stream.of(RandomValues.values())
                .filter(kind -> kind != RandomValues.NULLABLE)
                .flatMap(kind -> Seeds.few().mapToObj(seed -> Arguments.of(kind, seed)));
    }

    @ParameterizedTest
    @MethodSource("kindsAndSeeds")
    void doesWhatAMapDoes(RandomValues kind, long seed) {
        Random random = new Random(seed);
        Map<Object, Integer> model = new TreeMap<>(ValueOrder.COMPARATOR);
        KeyIndex index = KeyIndex.EMPTY;
        Edit edit = new Edit();
        for (int step = 0; step < 9_000; step++) {
            edit = random.nextInt(20) == 0 ? new Edit() : edit;
            Object key = kind.next(random);
            boolean adds = random.nextInt(10) < (step / 3_000 == 1 ? 2 : 7);
            assertThat(index.find(key)).isEqualTo(model.getOrDefault(key, -1));
            if (adds && model.putIfAbsent(key, step) == null) {
                index = index.with(key, step, edit);
            } else if (!adds && model.remove(key) != null) {
                index = index.without(key, edit);
            }
            if (step % 500 == 0) {
                same(index, model);
            }
        }
        same(index, model);
        for (Object key : List.copyOf(model.keySet())) {
            index = index.without(key, edit);
        }
        assertThat(index.map()).isEqualTo(ValueMap.EMPTY);
    }

    private static void same(KeyIndex index, Map<Object, Integer> model) {
        Invariants.check(index);
        assertThat(index.size()).isEqualTo(model.size());
        Map<Object, Integer> visited = new TreeMap<>(ValueOrder.COMPARATOR);
        index.forEach((key, row) -> assertThat(visited.put(key, row)).isNull());
        assertThat(visited.entrySet()).isEqualTo(model.entrySet());
    }

    @Test
    void refusesWhatCannotBe() {
        KeyIndex one = KeyIndex.EMPTY.with(1L, 5, new Edit());
        assertThat(one.find(1.0)).isEqualTo(5);
        assertThatThrownBy(() -> one.with(1.0, 6, new Edit())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> one.without("1", new Edit())).isInstanceOf(IllegalStateException.class);
        Object[] twice = {1L, 2L, 1.0};
        assertThatThrownBy(() -> KeyIndex.build(twice, new int[] {1, 2, 3}, 3))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keysOfTheSameHashStayFastAndGoAgain() {
        KeyIndex index = KeyIndex.EMPTY;
        Edit edit = new Edit();
        List<String> keys = collidingKeys();
        for (String key : keys) {
            index = index.with(key, keys.indexOf(key), edit);
        }
        Invariants.check(index);
        for (String key : keys) {
            assertThat(index.find(key)).isEqualTo(keys.indexOf(key));
            assertThat(index.find(key + "Aa")).isEqualTo(-1);
        }
        for (String key : keys.subList(3, keys.size())) {
            index = index.without(key, edit);
        }
        assertThat(Invariants.check(index)).isEqualTo(2);
    }

    private static List<String> collidingKeys() {
        List<String> keys = List.of("");
        for (int i = 0; i < 12; i++) {
            keys = keys.stream()
                    .flatMap(key -> Stream.of(key + "Aa", key + "BB"))
                    .toList();
        }
        List<String> shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled, new Random(1));
        return shuffled;
    }

    @ParameterizedTest
    @MethodSource("kindsAndSeeds")
    void builtAtOnceIsTheSameAsOneByOne(RandomValues kind, long seed) {
        Random random = new Random(seed);
        Map<Object, Integer> model = new TreeMap<>(ValueOrder.COMPARATOR);
        for (int i = random.nextInt(5_000); i >= 0; i--) {
            model.put(kind.next(random), i);
        }
        Object[] keys = model.keySet().toArray();
        int[] rows = model.values().stream().mapToInt(i -> i).toArray();
        same(KeyIndex.build(keys, rows, keys.length), model);
    }

    @Test
    void oldVersionsStay() {
        Random random = new Random(5);
        List<KeyIndex> versions = new ArrayList<>();
        List<Map<Object, Integer>> models = new ArrayList<>();
        KeyIndex index = KeyIndex.EMPTY;
        Map<Object, Integer> model = new TreeMap<>(ValueOrder.COMPARATOR);
        for (int version = 0; version < 200; version++) {
            Edit edit = new Edit();
            for (int i = random.nextInt(60); i > 0; i--) {
                Object key = RandomValues.NUMBERS.next(random);
                key = random.nextBoolean() ? key : RandomValues.LONGS.next(random);
                if (model.putIfAbsent(key, i) == null) {
                    index = index.with(key, i, edit);
                } else {
                    index = index.without(key, edit);
                    model.remove(key);
                }
            }
            versions.add(index);
            models.add(copy(model));
        }
        for (int i = 0; i < versions.size(); i++) {
            same(versions.get(i), models.get(i));
        }
    }

    private static Map<Object, Integer> copy(Map<Object, Integer> model) {
        Map<Object, Integer> copy = new TreeMap<>(ValueOrder.COMPARATOR);
        copy.putAll(model);
        return copy;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void memoryFollowsTheContent(boolean numbers) {
        LongFunction<Object> key = n -> numbers ? (Object) n : "key " + n;
        KeyIndex index = KeyIndex.EMPTY;
        Edit edit = new Edit();
        int most = 0;
        for (long n = 0; n < 100_000; n++) {
            index = index.with(key.apply(n), (int) n, edit);
            index = n < 3_000 ? index : index.without(key.apply(n - 3_000), edit);
            most = n % 1_000 == 999 && n > 3_000 ? Math.max(most, Invariants.check(index)) : most;
        }
        assertThat(most).as("3,000 keys fill 47 leaves").isLessThan(numbers ? 60 : 150);
        for (long n = 97_000; n < 100_000 - 16; n++) {
            index = index.without(key.apply(n), edit);
        }
        assertThat(Invariants.check(index)).isEqualTo(2);
    }
}
