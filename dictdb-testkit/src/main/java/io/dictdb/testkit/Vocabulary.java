package io.dictdb.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a table of one test is about: a few fields, and for each the kind of values that it mostly holds. Records and conditions drawn from one
 * vocabulary meet often, which values drawn from everywhere would not.
 *
 * @param primaryKey the key's field
 * @param kinds the other fields with their kinds
 * @param tidy whether records have all fields and no value of another kind, as real tables mostly do
 */
public record Vocabulary(String primaryKey, Map<String, Kind> kinds, boolean tidy) {
    private static final Gen<Kind> KIND = Gen.of(Kind.values());
    private static final Gen<@Nullable Object> KEYS = Gen.<@Nullable Object>frequency(
            Gen.weight(12, Gen.ints(1, 30).map(Long::valueOf)),
            Gen.weight(1, Gen.of(-3L, 0L, 1L << 40)),
            Gen.weight(1, Gen.of(3.0, -0.0, 2.5, true, false, "a", "b", "1")),
            Gen.<@Nullable Object>weight(1, Gen.nulls()),
            Gen.<@Nullable Object>weight(1, Kind.TIMES.gen()));

    /** Keeps the order of the fields. */
    public Vocabulary {
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
    }

    /**
     * Vocabularies of these fields with any kind for each.
     *
     * @param primaryKey the key's field
     * @param fields the other fields
     * @return a generator
     */
    public static Gen<Vocabulary> of(String primaryKey, String... fields) {
        return of(primaryKey, KIND, fields);
    }

    /**
     * Vocabularies of these fields with a kind drawn for each.
     *
     * @param primaryKey the key's field
     * @param kind the kinds
     * @param fields the other fields
     * @return a generator
     */
    public static Gen<Vocabulary> of(String primaryKey, Gen<Kind> kind, String... fields) {
        return c -> {
            Map<String, Kind> kinds = new LinkedHashMap<>();
            List.of(fields).forEach(field -> kinds.put(field, kind.draw(c)));
            return new Vocabulary(primaryKey, kinds, c.weighted(2, 1) == 1);
        };
    }

    /**
     * All fields, the key among them.
     *
     * @return a generator of names
     */
    public Gen<String> fields() {
        List<String> all = new ArrayList<>(kinds.keySet());
        all.add(primaryKey);
        return Gen.of(all.toArray(String[]::new));
    }

    /**
     * All fields, and now and then one that no record has.
     *
     * @return a generator of names
     */
    public Gen<String> anyFields() {
        return Gen.frequency(Gen.weight(30, fields()), Gen.weight(1, Gen.constant("nowhere")));
    }

    /**
     * Values to look for in a field: mostly of its kind, now and then null or of any other.
     *
     * @param field the field
     * @return a generator
     */
    public Gen<@Nullable Object> valuesOf(String field) {
        return Gen.<@Nullable Object>frequency(
                Gen.<@Nullable Object>weight(9, usual(field)),
                Gen.<@Nullable Object>weight(1, Gen.nulls()),
                Gen.<@Nullable Object>weight(1, Kind.ANYTHING.gen()));
    }

    private Gen<@Nullable Object> usual(String field) {
        return field.equals(primaryKey)
                ? KEYS
                : kinds.getOrDefault(field, Kind.ANYTHING).gen();
    }

    /**
     * Records: fields may be missing, the key is missing more often than not.
     *
     * @return a generator
     */
    public Gen<Map<String, @Nullable Object>> records() {
        return c -> {
            Map<String, @Nullable Object> record = new LinkedHashMap<>();
            if (c.weighted(6, 4) == 1) {
                record.put(primaryKey, keys().draw(c));
            }
            changes().draw(c).forEach(record::put);
            return Collections.unmodifiableMap(record);
        };
    }

    /**
     * Some of the fields with values, without the key, in the order of the vocabulary or backwards.
     *
     * @return a generator
     */
    public Gen<Map<String, @Nullable Object>> changes() {
        return c -> {
            List<String> names = new ArrayList<>(kinds.keySet());
            if (c.weighted(9, 1) == 1) {
                Collections.reverse(names);
            }
            Map<String, @Nullable Object> changes = new LinkedHashMap<>();
            names.stream()
                    .filter(name -> c.weighted(1, tidy ? 99 : 5) == 1)
                    .forEach(name -> changes.put(name, (tidy ? usual(name) : valuesOf(name)).draw(c)));
            return Collections.unmodifiableMap(changes);
        };
    }

    /**
     * Values that can be keys: mostly small integers, so that they collide with each other and with automatic ones.
     *
     * @return a generator
     */
    public Gen<@Nullable Object> keys() {
        return KEYS;
    }
}
