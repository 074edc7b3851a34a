package io.dictdb.internal.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The names of a record's fields, in order, shared by all records that have them.
 *
 * <p>Sharing goes through a small cache that forgets, and that takes no shape of more than 64 names: one that is not there is simply made anew. So
 * records with names that are data ({@code {"user_17": 1}}) cannot fill the memory with shapes, and nothing may rely on equal shapes being
 * the same object. Names are found by an open-addressing table, or, where there are few, by looking at each.
 */
public final class Shape {
    private static final int[] NONE = {}; // before the first shape, which has it
    public static final Shape EMPTY = new Shape(new String[0]);

    private static final int CACHED = 1 << 10;
    private static final int FEW = 8;
    private static final int SHARED_NAMES = 64;
    private static final int CROWDED = 16;
    private static final AtomicReferenceArray<@Nullable Shape> CACHE = new AtomicReferenceArray<>(CACHED);

    private final String[] names;
    private final int hash;
    private final int[] places;
    private final @Nullable Map<String, Integer> crowded;
    private volatile String @Nullable [] sorted;
    private volatile @Nullable Shape extended;

    private Shape(String[] names) {
        this.names = names;
        this.hash = Arrays.hashCode(names);
        this.places = names.length <= FEW ? NONE : index(names);
        this.crowded = names.length <= FEW || places.length > 0 ? null : map(names);
        for (int i = 0; i < names.length; i++) { // an IdentityHashMap, say, may hold a name twice
            int first = names.length <= FEW ? searchEqual(names[i]) : indexOf(names[i]);
            Arguments.require(first == i, "the name '%s' comes twice", names[i]);
        }
    }

    /** The places by hash; none where most names have the hash of another. */
    private static int[] index(String[] names) {
        int[] table = new int[Integer.highestOneBit(names.length * 2) * 2];
        int passed = 0;
        for (int i = 0; i < names.length && passed <= CROWDED * names.length; i++) {
            int slot = spread(names[i].hashCode()) & (table.length - 1);
            while (table[slot] != 0) {
                slot = (slot + 1) & (table.length - 1);
                passed++;
            }
            table[slot] = i + 1;
        }
        return passed > CROWDED * names.length ? NONE : table;
    }

    /** The JDK's map has a tree for names of one hash. */
    private static Map<String, Integer> map(String[] names) {
        Map<String, Integer> map = new HashMap<>();
        for (String name : names) {
            map.putIfAbsent(name, map.size());
        }
        return map;
    }

    private static int spread(int h) {
        return (h ^ (h >>> 16)) * 0x9E3779B1;
    }

    /** The shape of distinct names; the array must not change any more. */
    public static Shape of(String... names) {
        if (names.length > SHARED_NAMES) {
            return new Shape(names);
        }
        int slot = spread(Arrays.hashCode(names)) >>> (Integer.SIZE - 10);
        Shape cached = CACHE.get(slot);
        if (cached != null && Arrays.equals(cached.names, names)) {
            return cached;
        }
        Shape made = new Shape(names);
        CACHE.set(slot, made);
        return made;
    }

    public int size() {
        return names.length;
    }

    public String name(int place) {
        return names[place];
    }

    public List<String> names() {
        return List.of(names);
    }

    /** The place of a name, or -1. */
    public int indexOf(String name) {
        if (places.length > 0) {
            return probe(name);
        }
        Map<String, Integer> map = crowded;
        return map == null ? search(name) : map.getOrDefault(name, -1);
    }

    @SuppressWarnings("ReferenceEquality") // names are mostly the same literals: identity first
    private int search(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i] == name) {
                return i;
            }
        }
        return searchEqual(name);
    }

    private int searchEqual(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private int probe(String name) {
        int mask = places.length - 1;
        for (int slot = spread(name.hashCode()) & mask; places[slot] != 0; slot = (slot + 1) & mask) {
            if (names[places[slot] - 1].equals(name)) {
                return places[slot] - 1;
            }
        }
        return -1;
    }

    /** This shape with those names of others that it lacks at its end. */
    public Shape with(Iterable<Shape> others) {
        Set<String> all = null;
        Shape last = this;
        for (Shape other : others) {
            if (other == last) {
                continue;
            }
            last = other;
            for (String name : other.names) {
                if (all != null || indexOf(name) < 0) {
                    all = all == null ? new LinkedHashSet<>(Arrays.asList(names)) : all;
                    all.add(name);
                }
            }
        }
        return all == null ? this : of(all.toArray(new String[0]));
    }

    /** This shape with those names of another that it lacks at its end. */
    public Shape with(Shape other) {
        return other == this ? this : with(List.of(other));
    }

    /** This shape with one more name at its end. */
    public Shape with(String name) {
        if (indexOf(name) >= 0) {
            return this;
        }
        Shape known = extended;
        if (known == null || !known.names[names.length].equals(name)) {
            String[] more = Arrays.copyOf(names, names.length + 1);
            more[names.length] = name;
            known = of(more);
            extended = names.length < SHARED_NAMES ? known : null;
        }
        return known;
    }

    String[] sorted() {
        String[] known = sorted;
        if (known == null) {
            List<String> copy = new ArrayList<>(Arrays.asList(names));
            copy.sort(ValueOrder::compare);
            sorted = known = copy.toArray(new String[0]);
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return this == o || (o instanceof Shape other && hash == other.hash && Arrays.equals(names, other.names));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Objects.toString(Arrays.asList(names));
    }
}
