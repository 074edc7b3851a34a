package io.dictdb.internal.engine;

import io.dictdb.internal.index.KeyIndex;
import io.dictdb.internal.value.FrozenMap;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Records that are put and keys whose records are deleted, in the order in which they come. */
final class Arrivals {
    private Object[] keys = new Object[8];
    private @Nullable FrozenMap[] records = new @Nullable FrozenMap[8];
    private int size;

    /** Adds a record, or null where that of the key goes. */
    void add(Object key, @Nullable FrozenMap record) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            records = Arrays.copyOf(records, size * 2);
        }
        keys[size] = key;
        records[size++] = record;
    }

    int size() {
        return size;
    }

    Object key(int i) {
        return keys[i];
    }

    @Nullable
    FrozenMap record(int i) {
        return records[i];
    }

    /** All of them in an order in which keys are looked up fast; what is about one key stays in its own. */
    int[] byKey() {
        return KeyIndex.order(keys, size);
    }
}
