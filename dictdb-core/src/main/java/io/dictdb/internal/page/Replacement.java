package io.dictdb.internal.page;

import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.OneField;
import io.dictdb.internal.value.Shape;
import org.jspecify.annotations.Nullable;

/** One page with other records at some positions. */
final class Replacement {
    private final Page before;
    private final int[] positions;
    private final FrozenMap[] records;
    private final int n;
    private final Page.Hold hold;

    Replacement(Page before, int[] positions, FrozenMap[] records, int n, Page.Hold hold) {
        this.hold = hold;
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
        if (before.rowShapes() == null && areOfThePage()) {
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

    private boolean areOfThePage() {
        for (int i = 0; i < n; i++) {
            if (!records[i].shape().equals(before.shape())) {
                return false;
            }
        }
        return true;
    }

    private Column column(String name) {
        int place = before.shape().indexOf(name);
        Column column = place < 0 ? null : before.column(place);
        @Nullable Object[] values = values(new OneField(name));
        if (column != null && hold == Page.Hold.OWN && column.overwrite(positions, values, n)) {
            return column;
        }
        int[] changed = new int[n];
        int changes = 0;
        for (int i = 0; i < n; i++) {
            if (column == null || !same(column.get(positions[i]), values[i])) {
                changed[changes] = positions[i];
                values[changes++] = values[i];
            }
        }
        if (column == null) {
            return added(changed, values, changes);
        }
        boolean shared = hold == Page.Hold.SHARED && changes == 0;
        boolean done = shared || (hold == Page.Hold.OWN && column.overwrite(changed, values, changes));
        return done ? column : column.replace(changed, values, changes, before.count());
    }

    private @Nullable Object[] values(OneField field) {
        @Nullable Object[] values = new @Nullable Object[n];
        for (int i = 0; i < n; i++) {
            values[i] = field.in(records[i]);
        }
        return values;
    }

    @SuppressWarnings("ReferenceEquality") // an equal value is as good, and references need no deep comparison
    private static boolean same(@Nullable Object a, @Nullable Object b) {
        return a == b || ((a instanceof Number || a instanceof String) && a.equals(b));
    }

    private Column added(int[] at, @Nullable Object[] values, int changes) {
        @Nullable Object[] all = new @Nullable Object[before.count()];
        for (int i = 0; i < changes; i++) {
            all[at[i]] = values[i];
        }
        return Encoding.of(all, all.length);
    }
}
