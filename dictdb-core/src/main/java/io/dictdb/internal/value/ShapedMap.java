package io.dictdb.internal.value;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An immutable map over a shared {@link Shape}: nested maps, and rows. */
public abstract class ShapedMap extends AbstractMap<String, @Nullable Object> {
    /** The names, in order. */
    public abstract Shape shape();

    /** The value at a place of the shape, not to be handed out. */
    public abstract @Nullable Object cell(int place);

    /** The value of a name, not to be handed out; null when it is missing. */
    public final @Nullable Object inner(String name) {
        int place = shape().indexOf(name);
        return place < 0 ? null : cell(place);
    }

    @Override
    public final int size() {
        return shape().size();
    }

    @Override
    public final boolean containsKey(@Nullable Object key) {
        return key instanceof String name && shape().indexOf(name) >= 0;
    }

    @Override
    public final @Nullable Object get(@Nullable Object key) {
        return key instanceof String name ? Values.out(inner(name)) : null;
    }

    /** A deep copy in the same order that a caller may change. */
    protected final Map<String, @Nullable Object> thawed() {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(size() * 4 / 3 + 1);
        for (int i = 0; i < size(); i++) {
            copy.put(shape().name(i), Values.thaw(cell(i)));
        }
        return copy;
    }

    /** A hash that agrees with equality by value. */
    public final int valueHash() {
        int hash = 0;
        for (int i = 0; i < size(); i++) {
            hash += (shape().name(i).hashCode() * 31 + Values.hash(cell(i))) * 0x9E3779B1;
        }
        return hash;
    }

    private static UnsupportedOperationException immutable() {
        return new UnsupportedOperationException(
                "rows and the maps in them cannot be changed; toMap() gives a copy that can");
    }

    @Override
    public final @Nullable Object put(String name, @Nullable Object value) {
        throw immutable();
    }

    @Override
    public final @Nullable Object remove(@Nullable Object name) {
        throw immutable();
    }

    @Override
    public final void putAll(Map<? extends String, ? extends @Nullable Object> more) {
        throw immutable();
    }

    @Override
    public final void clear() {
        throw immutable();
    }

    @Override
    public final boolean equals(@Nullable Object o) {
        if (!(o instanceof Map<?, ?> other) || other.size() != size()) {
            return false;
        }
        for (int i = 0; i < size(); i++) {
            String name = shape().name(i);
            if (!other.containsKey(name) || !Values.identical(cell(i), other.get(name))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public final int hashCode() {
        int hash = 0;
        for (int i = 0; i < size(); i++) {
            hash += shape().name(i).hashCode() ^ Values.identityHash(cell(i));
        }
        return hash;
    }

    @Override
    public final Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return ShapedMap.this.size();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, @Nullable Object>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < size();
        }

        @Override
        public Map.Entry<String, @Nullable Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int place = next++;
            return new SimpleImmutableEntry<>(shape().name(place), Values.out(cell(place)));
        }
    }
}
