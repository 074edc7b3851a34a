package io.dictdb.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.Row;
import io.dictdb.Table;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Values;
import io.dictdb.spi.TableDescription;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/* Steps of many commits are done together and in another order; what comes of them, and the order of the records, is what one step after the other gives. */
class ReplayedTest {
    private static final long ALL = Long.MAX_VALUE;
    private final Map<Object, Map<String, Object>> model = new LinkedHashMap<>();
    private long highest;

    /** Of which classes keys are; those that are equal are the same key, whatever their class. */
    private enum Keys {
        LONGS(i -> (long) i),
        TEXTS(i -> "key " + i),
        NUMBERS(i -> i % 2 == 0 ? (Object) (i / 2.0) : (Object) (i / 2L)),
        /** Texts whose Java hashes are the same. */
        COLLIDING(i -> Integer.toBinaryString(i + 64).replace("0", "Aa").replace("1", "BB")),
        MIXED(i -> i % 2 == 0 ? (Object) (long) i : (Object) ("key " + i));

        private final IntFunction<Object> key;

        Keys(IntFunction<Object> key) {
            this.key = key;
        }
    }

    private static Replay replay(long most) {
        Replay replay = new Replay(EditRules.DEFAULT, Root.EMPTY, Until.END, most);
        replay.commit(1, 0, Instant.EPOCH);
        replay.created(new TableDescription("t", "id", Optional.empty(), List.of(), 0L));
        replay.end();
        return replay;
    }

    private static List<Map<String, Object>> records(Root root) {
        Table table = Engine.of(EditRules.DEFAULT, root.indexed(Steps.NONE)).getTable("t");
        return table.all().stream().map(Row::toMap).toList();
    }

    /** Fields of all forms of columns: numbers, few texts, many, seldom there, of changing classes, always the same. */
    private static Map<String, Object> record(Object key, int value) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", key);
        record.put("v", (long) value);
        record.put("few", "text " + value % 3);
        record.put("many", "text " + value);
        record.put("changing", value % 97 == 0 ? (Object) "no number" : (Object) (value / 8.0));
        record.put("same", 1L);
        if (value % 50 == 0) {
            record.put("seldom", value % 100 == 0 ? null : (Object) true);
        }
        return record;
    }

    private void step(Replay replay, Object key, int value) {
        Object same = key instanceof Double d ? (Object) d.longValue() : key;
        if (value % 4 == 0 && model.containsKey(same)) {
            model.remove(same);
            replay.deleted(key);
        } else if (value == 999) {
            model.clear();
            replay.cleared();
        } else {
            Map<String, Object> record = record(key, value);
            boolean isNew = model.put(same, record) == null;
            highest = isNew && key instanceof Long n ? Math.max(highest, n) : highest;
            replay.put((FrozenMap) Values.in("a record", record));
        }
    }

    private void commits(Replay replay, int from, int to, IntFunction<Object> key, Random random) {
        for (int commit = from; commit < to; commit++) {
            replay.commit(commit, commit - 1, Instant.EPOCH);
            replay.table("t");
            for (int i = random.nextInt(40); i > 0; i--) {
                step(replay, key.apply(random.nextInt()), random.nextInt(1_000));
            }
            replay.end();
        }
    }

    private void history(Keys keys, long most, int different, long seed) {
        Random random = new Random(seed);
        IntFunction<Object> key = number -> keys.key.apply(Math.floorMod(number, different));
        model.clear();
        highest = 0;
        Replay first = replay(most);
        commits(first, 2, 30, key, random);
        Root before = first.root();
        List<Map<String, Object>> then = List.copyOf(model.values());
        Replay second = new Replay(EditRules.DEFAULT, before, Until.END, most);
        commits(second, 30, 60, key, random);
        assertThat(records(second.root())).isEqualTo(List.copyOf(model.values()));
        assertThat(second.root().tables().get(0).highestKey()).isEqualTo(highest);
        assertThat(records(before)).isEqualTo(then);
    }

    @ParameterizedTest
    @EnumSource
    void isWhatOneStepAfterTheOtherGives(Keys keys) {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        System.out.println("ReplayedTest: again with -Ddictdb.seed=" + seed);
        for (int i = 0; i < 40; i++) {
            for (long most : new long[] {0, 5_000, ALL}) {
                history(keys, most, i % 2 == 0 ? 10 : 200, seed + i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, ALL})
    void aKeyThatIsNotThereCannotBeDeleted(long most) {
        Replay replay = replay(most);
        replay.commit(2, 1, Instant.EPOCH);
        replay.table("t");
        step(replay, 1L, 1);
        replay.deleted(1L);
        replay.deleted(1L);
        assertThatThrownBy(most == 0 ? replay::end : replay::settle)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("table 't' has no record with key 1");
    }
}
