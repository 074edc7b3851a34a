package io.dictdb.pickle;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses a Boolean key beside the number that Python takes for the same key: its dict would keep one of the two records. */
final class OneKey {
    private final Map<Boolean, Object> seen = new HashMap<>();

    void check(@Nullable Object key) {
        for (Boolean b : new Boolean[] {true, false}) {
            if (PythonKeys.equal(key, b)) {
                Object other = seen.putIfAbsent(b, String.valueOf(key));
                Require.that(other == null, "its key: Python takes " + key + " and " + other + " for one key");
            }
        }
    }
}
