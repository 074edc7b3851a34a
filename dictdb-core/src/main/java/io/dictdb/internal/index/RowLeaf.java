package io.dictdb.internal.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A leaf of a large posting. Its array is never changed, so that a cursor may hold it. */
final class RowLeaf extends Tree {
    int[] rows;

    RowLeaf(@Nullable Edit owner, int[] rows) {
        super(owner, rows.length, rows.length);
        this.rows = rows;
    }

    /** The same array if it has the row. */
    static int[] with(int[] rows, int row) {
        int at = Arrays.binarySearch(rows, row);
        if (at >= 0) {
            return rows;
        }
        int[] more = Slots.open(rows, rows.length, ~at, false);
        more[~at] = row;
        return more;
    }

    /** The same array if it does not have the row. */
    static int[] without(int[] rows, int row) {
        int at = Arrays.binarySearch(rows, row);
        if (at < 0) {
            return rows;
        }
        int[] fewer = Arrays.copyOf(rows, rows.length - 1);
        System.arraycopy(rows, at + 1, fewer, at, fewer.length - at);
        return fewer;
    }

    @Override
    RowLeaf with(Object value, int key, int row, Edit edit, boolean rightEdge) {
        return changed(with(rows, row), edit);
    }

    @Override
    RowLeaf without(Object value, int key, int row, Edit edit) {
        return changed(without(rows, row), edit);
    }

    private RowLeaf changed(int[] newRows, Edit edit) {
        if (newRows == rows) {
            return this;
        }
        RowLeaf leaf = owned(edit);
        leaf.set(newRows);
        return leaf;
    }

    private void set(int[] newRows) {
        rows = newRows;
        size = newRows.length;
        rowCount = newRows.length;
    }

    @Override
    RowLeaf owned(Edit edit) {
        return owner == edit ? this : new RowLeaf(edit, rows);
    }

    @Override
    RowLeaf split(int keep, Edit edit) {
        RowLeaf right = new RowLeaf(edit, Arrays.copyOfRange(rows, keep, rows.length));
        set(Arrays.copyOf(rows, keep));
        return right;
    }

    @Override
    void absorb(Tree right, Object separator) {
        int[] others = ((RowLeaf) right).rows;
        set(Slots.joined(rows, rows.length, others, others.length));
    }

    @Override
    Object first() {
        return rows[0];
    }
}
