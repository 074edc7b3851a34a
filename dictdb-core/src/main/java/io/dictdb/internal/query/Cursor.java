package io.dictdb.internal.query;

import io.dictdb.Row;
import io.dictdb.internal.page.Column;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.value.Shape;
import org.jspecify.annotations.Nullable;

/** Stands on one record at a time and reads the numbered fields of a query. Belongs to one run and one thread. */
class Cursor {
    private final String[] fields;
    private final int[] places;
    private Page page = Page.empty(0);
    private Shape shape = page.shape();
    private int position;

    Cursor(Fields fields) {
        this.fields = fields.names();
        this.places = new int[this.fields.length];
        resolve();
    }

    /** Goes to a page. */
    @SuppressWarnings("ReferenceEquality") // an equal shape that is another object is only resolved again
    void enter(Page next) {
        page = next;
        if (next.shape() != shape) {
            shape = next.shape();
            resolve();
        }
    }

    private void resolve() {
        for (int i = 0; i < fields.length; i++) {
            places[i] = shape.indexOf(fields[i]);
        }
    }

    /** Goes to a position of the page. */
    void move(int to) {
        position = to;
    }

    int position() {
        return position;
    }

    Page page() {
        return page;
    }

    /** The column of a field in this page, or null when no record of it has the field. */
    @Nullable
    Column column(int field) {
        int place = places[field];
        return place < 0 ? null : page.column(place);
    }

    @Nullable
    Object value(int field) {
        Column column = column(field);
        return column == null ? null : column.get(position);
    }

    Row row() {
        return page.row(position);
    }
}
