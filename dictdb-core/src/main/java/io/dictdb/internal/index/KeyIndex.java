package io.dictdb.internal.index;

import io.dictdb.internal.value.Literals;
import java.util.Arrays;

/** Unique keys and the row of each: as {@link ValueMap} finds them. */
public final class KeyIndex {
    public static final KeyIndex EMPTY = new KeyIndex(ValueMap.EMPTY);

    private final ValueMap map;

    private KeyIndex(ValueMap map) {
        this.map = map;
    }

    /** The keys with their rows at once; may reorder both arrays. */
    public static KeyIndex build(Object[] keys, int[] rows, int size) {
        ValueMap map = ValueMap.build(keys, rows, size);
        if (map.entries() < size) {
            throw new IllegalStateException("a key is there twice");
        }
        return new KeyIndex(map);
    }

    /** The row of the key, or -1. */
    public int find(Object key) {
        int hash = ValueMap.hash(key);
        Leaf leaf = map.leaf(key, hash);
        int at = leaf.find(key, hash);
        return at < 0 ? -1 : leaf.row(at);
    }

    public KeyIndex with(Object key, int row, Edit edit) {
        int sizeBefore = size();
        ValueMap after = map.with(key, row, edit);
        if (after.entries() == sizeBefore) {
            ValueMap restored = after.without(key, row, edit);
            throw new IllegalStateException(
                    "the key " + Literals.of(key) + " is there already, in row " + new KeyIndex(restored).find(key));
        }
        return new KeyIndex(after);
    }

    public KeyIndex without(Object key, Edit edit) {
        return new KeyIndex(map.without(key, Leaf.ANY_ROW, edit));
    }

    public int size() {
        return map.entries();
    }

    /** Visits all keys, in no order. */
    public void forEach(KeyRow consumer) {
        map.forEachLeaf(leaf -> {
            for (int i = 0; i < leaf.size; i++) {
                consumer.accept(leaf.value(i), leaf.row(i));
            }
        });
    }

    /** Where keys stand, in an order in which they are found faster than in others, near ones after each other; what is equal stays in its order. */
    public static int[] order(Object... keys) {
        boolean longs = Groups.all(Long.class, keys, 0, keys.length);
        long[] numbers = new long[keys.length];
        Arrays.setAll(numbers, i -> longs ? (Long) keys[i] : ValueMap.hash(keys[i]));
        return KeyOrder.of(numbers);
    }

    ValueMap map() {
        return map;
    }
}
