package io.dictdb.testkit;

import io.dictdb.Condition;
import io.dictdb.Dsl;
import io.dictdb.IndexType;
import io.dictdb.OnConflict;
import io.dictdb.Row;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls over the words of a vocabulary: those that build a table up, and those that try everything, also what is refused. */
public final class Calls {
    private static final Gen<Object> NO_VALUES = Gen.of(
            Set.of(1),
            'c',
            new int[] {1},
            Map.of(1, 2),
            Thread.State.NEW,
            List.of(Thread.State.NEW, 1),
            Arrays.asList(1, 'c'));
    private static final Gen<Object> NO_KEYS = Gen.of(List.of(1), Map.of(), new byte[] {1}, Double.NaN, Float.NaN);

    private final Vocabulary words;
    private final Gen<Condition> conditions;

    private Calls(Vocabulary words) {
        this.words = words;
        this.conditions = Conditions.over(words);
    }

    /**
     * Calls that fill a table and change it, with indexes that come and go: for tests that ask questions afterwards.
     *
     * @param words the fields and their values
     * @return a generator
     */
    public static Gen<Call> growing(Vocabulary words) {
        Calls calls = new Calls(words);
        return c -> switch (c.weighted(8, 4, 2, 2, 3, 1, 1)) {
            case 0 ->
                new Call.InsertMany(
                        (c.weighted(4, 1) == 0 ? words.changes() : words.records())
                                .list(0, 12)
                                .draw(c),
                        1,
                        false);
            case 1 -> calls.createIndex(c);
            case 2 -> new Call.Update(words.changes().draw(c), calls.few(c), true);
            case 3 -> new Call.Delete(calls.few(c), true);
            case 4 -> new Call.Upsert(words.records().draw(c), OnConflict.UPDATE);
            case 5 -> calls.updateBy(c);
            default -> new Call.DropIndex(words.fields().draw(c));
        };
    }

    /**
     * Indexes of any field and type.
     *
     * @param words the fields
     * @return a generator
     */
    public static Gen<Call> indexes(Vocabulary words) {
        return new Calls(words)::createIndex;
    }

    /**
     * Many records at once: more than fit in a page of anything.
     *
     * @param words the fields and their values
     * @return a generator
     */
    public static Gen<Call> flood(Vocabulary words) {
        return c -> new Call.InsertMany(words.changes().list(1, 20).draw(c), 1 + (int) c.upTo(99), false);
    }

    /**
     * Calls of every kind, a good part of which must be refused.
     *
     * @param words the fields and their values
     * @return a generator
     */
    public static Gen<Call> any(Vocabulary words) {
        Calls calls = new Calls(words);
        return c -> switch (c.weighted(6, 4, 5, 4, 3, 3, 1, 3, 2)) {
            case 0 -> new Call.Insert(calls.record(c));
            case 1 ->
                new Call.InsertMany(
                        ((Gen<Map<String, @Nullable Object>>) calls::record)
                                .list(0, 5)
                                .draw(c),
                        1,
                        c.weighted(4, 1) == 1);
            case 2 ->
                new Call.Upsert(calls.record(c), Gen.of(OnConflict.values()).draw(c));
            case 3 -> new Call.Update(calls.changes(c), calls.few(c), c.upTo(2) == 1);
            case 4 -> calls.updateBy(c);
            case 5 -> new Call.Delete(calls.few(c), c.upTo(2) == 1);
            case 6 -> new Call.Clear();
            case 7 -> calls.createIndex(c);
            default -> new Call.DropIndex(words.anyFields().draw(c));
        };
    }

    private Call createIndex(Choices c) {
        return new Call.CreateIndex(
                words.anyFields().draw(c), Gen.of(IndexType.values()).draw(c));
    }

    private Condition few(Choices c) {
        return switch (c.weighted(2, 2, 1)) {
            case 0 -> conditions.draw(c);
            case 1 -> Dsl.field(words.primaryKey()).in(words.keys().list(1, 6).draw(c));
            default -> Dsl.all();
        };
    }

    private Map<String, @Nullable Object> record(Choices c) {
        Map<String, @Nullable Object> record =
                new LinkedHashMap<>(words.records().draw(c));
        if (c.weighted(30, 1) == 1) {
            record.put(words.primaryKey(), NO_KEYS.draw(c));
        }
        return asGiven(c, record);
    }

    private Map<String, @Nullable Object> changes(Choices c) {
        Map<String, @Nullable Object> changes =
                new LinkedHashMap<>(words.changes().draw(c));
        if (c.weighted(8, 1) == 1) {
            changes.put(words.primaryKey(), words.keys().draw(c));
        }
        return asGiven(c, changes);
    }

    /* A caller gives an Integer where a Long will be kept, a field that the schema lacks, or an object that is no value. */
    private Map<String, @Nullable Object> asGiven(Choices c, Map<String, @Nullable Object> map) {
        if (c.weighted(3, 1) == 1) {
            map.replaceAll((field, value) -> narrowed(c, value));
        }
        if (c.weighted(25, 1) == 1) {
            map.put("nowhere", 1);
        }
        if (c.weighted(25, 1) == 1) {
            map.put(words.anyFields().draw(c), NO_VALUES.draw(c));
        }
        return Collections.unmodifiableMap(map);
    }

    private static @Nullable Object narrowed(Choices c, @Nullable Object value) {
        if (value instanceof Double d && (float) (double) d == d) {
            return (float) (double) d;
        }
        if (!(value instanceof Long l) || l < 0 || l > 100) {
            return value;
        }
        return switch ((int) c.upTo(3)) {
            case 0 -> l.intValue();
            case 1 -> l.shortValue();
            case 2 -> l.byteValue();
            default -> BigInteger.valueOf(l);
        };
    }

    private Call updateBy(Choices c) {
        String from = words.anyFields().draw(c);
        String to = Gen.of(words.kinds().keySet().toArray(String[]::new)).draw(c);
        return switch (c.weighted(3, 3, 1, 1)) {
            case 0 ->
                updateBy(c, "add 1 to " + to, row -> row.get(to) instanceof Long l ? Map.of(to, l / 2 + 1) : Map.of());
            case 1 -> updateBy(c, "copy " + from + " to " + to, row -> Collections.singletonMap(to, row.get(from)));
            case 2 -> updateBy(c, "no change", row -> Map.of());
            default -> updateBy(c, "another key", row -> Map.of(words.primaryKey(), 7L));
        };
    }

    private Call updateBy(Choices c, String label, Function<Row, Map<String, ?>> change) {
        return new Call.UpdateBy(label, change, few(c));
    }
}
