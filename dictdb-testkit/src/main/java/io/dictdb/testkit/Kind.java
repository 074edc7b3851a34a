package io.dictdb.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small families of values with the traps in them. */
public enum Kind {
    /** 0 to 9: what most columns hold. */
    SMALL(Gen.ints(0, 9).map(Long::valueOf)),
    /** Longs, some at the bounds of what fits in narrower numbers. */
    LONGS(Gen.oneOf(SMALL.gen, Traps.longs())),
    /** Doubles: both zeros, NaN, the infinities and some that are integers. */
    DOUBLES(Traps.doubles()),
    /** Numbers of every class, many of them equal across classes or next to each other. */
    NUMBERS(Gen.oneOf(SMALL.gen, DOUBLES.gen, LONGS.gen, Traps.otherNumbers())),
    /** Short strings, some of which look like patterns. */
    STRINGS(Traps.strings()),
    /** Strings with letters whose case is no simple matter, or beyond sixteen bits, or half a letter. */
    LETTERS(Traps.letters()),
    /** False and true. */
    BOOLEANS(Gen.of(false, true)),
    /** Dates, times and instants. */
    TIMES(Traps.times()),
    /** Identifiers and bytes. */
    BITS(Traps.bits()),
    /** Lists and maps, also inside each other. */
    NESTED(Gen.tree("nested", Kind::nested)),
    /** Anything of the above, and null. */
    ANYTHING(Gen.<@Nullable Object>frequency(
            Gen.<@Nullable Object>weight(1, Gen.nulls()),
            Gen.weight(2, SMALL.gen),
            Gen.weight(2, NUMBERS.gen),
            Gen.weight(2, STRINGS.gen),
            Gen.weight(1, LETTERS.gen),
            Gen.weight(1, BOOLEANS.gen),
            Gen.weight(1, TIMES.gen),
            Gen.weight(1, BITS.gen),
            Gen.weight(1, NESTED.gen)));

    private final Gen<? extends @Nullable Object> gen;

    Kind(Gen<? extends @Nullable Object> gen) {
        this.gen = gen;
    }

    /**
     * The kind's values.
     *
     * @return a generator; null comes only out of {@link #ANYTHING}
     */
    public Gen<@Nullable Object> gen() {
        return gen::draw;
    }

    private static Gen<Object> nested() {
        return Gen.frequency(
                Gen.weight(3, Traps.containers()), Gen.weight(1, ANYTHING.gen().list(0, 2)), Gen.weight(1, Kind::map));
    }

    private static Map<String, @Nullable Object> map(Choices c) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        Gen.of("a", "b", "A")
                .list(0, 2)
                .draw(c)
                .forEach(key -> map.put(key, ANYTHING.gen().draw(c)));
        return map;
    }
}
