package io.dictdb.internal.value;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shape and its values: the form in which records and the maps inside them enter. */
public final class FrozenMap extends ShapedMap implements Nested {
    private final Shape shape;
    private final @Nullable Object[] values;
    private final int depth;

    public FrozenMap(Shape shape, @Nullable Object[] values) {
        this.shape = shape;
        this.values = values;
        this.depth = Nested.depthOf(values);
    }

    /** Copies a record: its fields' values are at depth 0, so that nesting starts inside them. */
    public static FrozenMap record(Map<?, ?> record) {
        return copyOf(null, record, 0);
    }

    static FrozenMap copyOf(@Nullable String where, Map<?, ?> map, int depth) {
        String[] names = new String[map.size()];
        @Nullable Object[] values = new @Nullable Object[names.length];
        int n = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (n == names.length) {
                names = Arrays.copyOf(names, n + n / 2 + 1);
                values = Arrays.copyOf(values, names.length);
            }
            names[n] = name(where, entry.getKey());
            values[n] = Values.in(where == null ? names[n] : where, entry.getValue(), depth);
            n++;
        }
        return new FrozenMap(Shape.of(Arrays.copyOf(names, n)), n == values.length ? values : Arrays.copyOf(values, n));
    }

    private static String name(@Nullable String where, @Nullable Object key) {
        if (key instanceof String name) {
            return Limits.checkName(name);
        }
        String place = where == null ? "a record" : "field '" + where + "'";
        throw new IllegalArgumentException(
                place + ": names must be strings, got " + ValueTypes.describe(key) + " " + key);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public @Nullable Object cell(int place) {
        return values[place];
    }

    /** The values in the shape's order, not to be changed. */
    public @Nullable Object[] cells() {
        return values;
    }

    @Override
    public int depth() {
        return depth;
    }

    /** The same with one name put or replaced; a new name comes last. */
    public FrozenMap with(String name, @Nullable Object value) {
        Shape wider = shape.with(name);
        @Nullable Object[] copy = Arrays.copyOf(values, wider.size());
        copy[wider.indexOf(name)] = value;
        return new FrozenMap(wider, copy);
    }

    /** The same with some names put or replaced; new names come last. */
    public static FrozenMap merged(ShapedMap base, ShapedMap changes) {
        Shape shape = base.shape().with(changes.shape());
        @Nullable Object[] values = new @Nullable Object[shape.size()];
        for (int i = 0; i < base.size(); i++) {
            values[i] = base.cell(i);
        }
        for (int i = 0; i < changes.size(); i++) {
            values[shape.indexOf(changes.shape().name(i))] = changes.cell(i);
        }
        return new FrozenMap(shape, values);
    }
}
