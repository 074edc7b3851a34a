package io.dictdb.logging;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** What an event holds beside its message. Most filters ask for one key, so nothing is built before somebody wants to see all: there are too few to be searched by hash. */
final class KeyValues extends AbstractMap<String, @Nullable Object> {
    private final Map<String, String> context;
    private final List<KeyValuePair> pairs;

    KeyValues(Map<String, String> context, List<KeyValuePair> pairs) {
        this.context = context;
        this.pairs = pairs;
    }

    /** The last of those with the same key counts, as it does when all are looked at. */
    @Override
    public @Nullable Object get(@Nullable Object key) {
        for (int i = pairs.size() - 1; i >= 0; i--) {
            if (Objects.equals(pairs.get(i).key, key)) {
                return pairs.get(i).value;
            }
        }
        return key == null ? null : context.get(key);
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(context);
        pairs.forEach(pair -> all.put(pair.key, pair.value));
        return Collections.<String, @Nullable Object>unmodifiableMap(all).entrySet();
    }
}
