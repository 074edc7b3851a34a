package io.dictdb.pickle;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses a Boolean key beside the number that Python takes for the same key: its dict would keep one of the two records. */
final class OneKey {
    private final Map<Boolean, Object> seen = new HashMap<>();

    void check(@Nullable Object key) {
        if (key == null || (key instanceof Long n && n != 0 && n != 1)) {
            return; // most keys, at no cost
        }
        for (Boolean b : new Boolean[] {true, false}) {
            if (PythonKeys.equal(key, b)) {
                Object other = seen.putIfAbsent(b, key);
                Require.that(other == null, "its key is for Python the same as ", other);
            }
        }
    }
}
