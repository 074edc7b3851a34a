package io.dictdb.internal.page;

import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One page with other records at some positions: columns in which nothing differs are shared with the page before. */
final class Replacement {
    private final Page before;
    private final int[] positions;
    private final FrozenMap[] records;
    private final int n;

    Replacement(Page before, int[] positions, FrozenMap[] records, int n) {
        this.before = before;
        this.positions = positions;
        this.records = records;
        this.n = n;
    }

    Page page() {
        Shape @Nullable [] shapes = shapes();
        Shape union = shapes == null ? before.shape() : Page.union(shapes);
        Column[] columns = new Column[union.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = column(union.name(i));
        }
        Shape[] own = shapes == null ? null : Page.uniform(shapes, union);
        return new Page(before.number(), before.count(), union, columns, own, before.slots(), before.tail());
    }

    /** Each record's shape, or null when all of them are the page's. */
    private Shape @Nullable [] shapes() {
        if (before.rowShapes() == null
                && Arrays.stream(records, 0, n)
                        .allMatch(record -> record.shape().equals(before.shape()))) {
            return null;
        }
        Shape[] shapes = new Shape[before.count()];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = before.shapeAt(i);
        }
        for (int i = 0; i < n; i++) {
            shapes[positions[i]] = records[i].shape();
        }
        return shapes;
    }

    private Column column(String name) {
        int place = before.shape().indexOf(name);
        Column column = place < 0 ? null : before.column(place);
        int[] changed = new int[n];
        @Nullable Object[] values = new @Nullable Object[n];
        int changes = 0;
        for (int i = 0; i < n; i++) {
            Object value = records[i].inner(name);
            if (column == null || !same(column.get(positions[i]), value)) {
                changed[changes] = positions[i];
                values[changes++] = value;
            }
        }
        if (column == null) {
            return added(changed, values, changes);
        }
        return changes == 0 ? column : column.replace(changed, values, changes, before.count());
    }

    @SuppressWarnings("ReferenceEquality") // an equal value is as good, and references need no deep comparison
    private static boolean same(@Nullable Object a, @Nullable Object b) {
        return a == b || (a instanceof Number && a.equals(b));
    }

    private Column added(int[] at, @Nullable Object[] values, int changes) {
        @Nullable Object[] all = new @Nullable Object[before.count()];
        for (int i = 0; i < changes; i++) {
            all[at[i]] = values[i];
        }
        return Encoding.of(all, all.length);
    }
}
