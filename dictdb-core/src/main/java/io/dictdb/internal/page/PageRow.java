package io.dictdb.internal.page;

import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Shape;
import org.jspecify.annotations.Nullable;

/** A record where it stands: values are read from the page's columns when they are asked for. */
public final class PageRow extends AbstractRow {
    private final Page page;
    private final int position;

    PageRow(Page page, int position) {
        this.page = page;
        this.position = position;
    }

    @Override
    public Shape shape() {
        return page.shapeAt(position);
    }

    @Override
    public @Nullable Object cell(int place) {
        Shape own = shape();
        int column = own == page.shape() ? place : page.shape().indexOf(own.name(place));
        return page.column(column).get(position);
    }

    /** Whether the other row stands for the same record, unchanged. */
    public boolean isRecordOf(PageRow other) {
        return page.rowAt(position) == other.page.rowAt(other.position)
                && page.sameRecord(position, other.page, other.position);
    }

    /** The record's fields and values by themselves. */
    public FrozenMap record() {
        @Nullable Object[] values = new @Nullable Object[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cell(i);
        }
        return new FrozenMap(shape(), values);
    }
}
