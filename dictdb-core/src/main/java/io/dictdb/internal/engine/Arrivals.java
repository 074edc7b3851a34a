package io.dictdb.internal.engine;

import io.dictdb.internal.index.KeyIndex;
import io.dictdb.internal.value.FrozenMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records that are put and keys whose records are deleted, in the order in which they come. */
final class Arrivals {
    private final List<Object> keys = new ArrayList<>();
    private final List<@Nullable FrozenMap> records = new ArrayList<>();

    /** Adds a record, or null where that of the key goes. */
    void add(Object key, @Nullable FrozenMap record) {
        keys.add(key);
        records.add(record);
    }

    int size() {
        return keys.size();
    }

    Object key(int i) {
        return keys.get(i);
    }

    @Nullable
    FrozenMap record(int i) {
        return records.get(i);
    }

    /** All of them in an order in which keys are looked up fast; what is about one key stays in its own. */
    int[] byKey() {
        return KeyIndex.order(keys.toArray());
    }
}
