package io.dictdb.internal.page;

import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Shape;
import org.jspecify.annotations.Nullable;

/** A row that stands alone: a projection, or the result of an aggregation. */
public final class ValueRow extends AbstractRow {
    private final Shape shape;
    private final @Nullable Object[] values;

    public ValueRow(Shape shape, @Nullable Object[] values) {
        this.shape = shape;
        this.values = values;
    }

    public static ValueRow of(FrozenMap record) {
        return new ValueRow(record.shape(), record.cells());
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public @Nullable Object cell(int place) {
        return values[place];
    }
}
