package io.dictdb.internal.index;

import io.dictdb.IndexType;

/** Finds equal values. */
public final class HashIndex extends FieldIndex {
    private final ValueMap map;

    HashIndex(ValueMap map, Posting nulls, int size) {
        super(nulls, size);
        this.map = map;
    }

    @Override
    public IndexType type() {
        return IndexType.HASH;
    }

    @Override
    public int distinct() {
        return map.entries();
    }

    @Override
    public void forEach(ValueRows consumer) {
        map.forEachLeaf(leaf -> leaf.forEach(consumer, 0, leaf.size));
    }

    @Override
    Posting rowsOf(Object value) {
        int hash = ValueMap.hash(value);
        return map.leaf(value, hash).rowsOf(value, hash);
    }

    @Override
    HashIndex withPresent(Object value, int row, Edit edit) {
        return new HashIndex(map.with(value, row, edit), nulls, size() + 1);
    }

    @Override
    HashIndex withoutPresent(Object value, int row, Edit edit) {
        return new HashIndex(map.without(value, row, edit), nulls, size() - 1);
    }

    @Override
    HashIndex withNulls(Posting newNulls, int newSize) {
        return new HashIndex(map, newNulls, newSize);
    }

    ValueMap map() {
        return map;
    }
}
