package io.dictdb.internal.query;

import io.dictdb.internal.value.ValueOrder;
import io.dictdb.internal.value.Values;
import org.jspecify.annotations.Nullable;

/**
 * A value, or a whole row, under equality by value, for hash tables. Comparable, so that a table keeps its speed where hashes collide.
 *
 * @param value the value
 */
public record ValueKey(@Nullable Object value) implements Comparable<ValueKey> {
    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof ValueKey other && Values.equal(value, other.value);
    }

    @Override
    public int hashCode() {
        return Values.hash(value);
    }

    @Override
    public int compareTo(ValueKey other) {
        return ValueOrder.compare(value, other.value);
    }
}
