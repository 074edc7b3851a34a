package io.dictdb.internal.query;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set of values under equality by value. */
final class ValueSet {
    private final Set<ValueKey> keys = new HashSet<>();

    boolean add(@Nullable Object value) {
        return keys.add(new ValueKey(value));
    }

    boolean contains(@Nullable Object value) {
        return keys.contains(new ValueKey(value));
    }
}
