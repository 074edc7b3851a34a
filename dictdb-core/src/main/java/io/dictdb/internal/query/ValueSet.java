package io.dictdb.internal.query;

import io.dictdb.internal.value.Values;
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

    private record ValueKey(@Nullable Object value) {
        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof ValueKey other && Values.equal(value, other.value);
        }

        @Override
        public int hashCode() {
            return Values.hash(value);
        }
    }
}
