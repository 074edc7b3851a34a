package io.dictdb.internal.engine;

import io.dictdb.internal.page.Page;
import io.dictdb.internal.page.PageTree;
import org.jspecify.annotations.Nullable;

/**
 * The values of one field in all records, and their rows, in insertion order: what an index is built from.
 *
 * @param values null where a record has none
 * @param rows the row numbers, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FieldValues(@Nullable Object[] values, int[] rows) {
    static FieldValues of(PageTree pages, int count, String field) {
        @Nullable Object[] values = new @Nullable Object[count];
        int[] rows = new int[count];
        int n = 0;
        for (Page page = pages.ceiling(0); page != null; page = pages.ceiling(page.number() + 1)) {
            for (int i = 0; i < page.count(); i++) {
                values[n] = page.value(i, field);
                rows[n++] = page.rowAt(i);
            }
        }
        return new FieldValues(values, rows);
    }
}
