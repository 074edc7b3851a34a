package io.dictdb.pickle;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record on its way to its table, which copies it: names and values in order, without a map's tables. A name that comes twice is refused there. */
final class Fields extends AbstractMap<String, @Nullable Object> {
    private final String[] names;
    private final @Nullable Object[] values;

    Fields(String[] names, @Nullable Object[] values) {
        this.names = names;
        this.values = values;
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
                return new Walk();
            }

            @Override
            public int size() {
                return names.length;
            }
        };
    }

    private final class Walk implements Iterator<Map.Entry<String, @Nullable Object>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < names.length;
        }

        @Override
        public Map.Entry<String, @Nullable Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int place = next++;
            return new SimpleImmutableEntry<>(names[place], values[place]);
        }
    }
}
