package io.dictdb.internal.value;

import org.jspecify.annotations.Nullable;

/** Looks one field up in records, most of which have the shape of the one before. Not thread-safe. */
public final class OneField {
    private final String name;
    private Shape last = Shape.EMPTY;
    private int place = -1;

    public OneField(String name) {
        this.name = name;
    }

    /** The value in a record, not to be handed out; null when it is missing. */
    @SuppressWarnings("ReferenceEquality") // an equal shape is found again as well
    public @Nullable Object in(ShapedMap record) {
        Shape shape = record.shape();
        if (shape != last) {
            last = shape;
            place = shape.indexOf(name);
        }
        return place < 0 ? null : record.cell(place);
    }
}
