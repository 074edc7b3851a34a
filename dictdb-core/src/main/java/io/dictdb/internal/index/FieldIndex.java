package io.dictdb.internal.index;

import io.dictdb.IndexType;
import org.jspecify.annotations.Nullable;

/** The rows of each value of one field; null stands for null and for a missing field, and lies beside the values, not among them. */
public abstract sealed class FieldIndex permits HashIndex, SortedIndex {
    final Posting nulls;
    private final int size;

    FieldIndex(Posting nulls, int size) {
        this.nulls = nulls;
        this.size = size;
    }

    public static FieldIndex empty(IndexType type) {
        return type == IndexType.HASH
                ? new HashIndex(ValueMap.EMPTY, Posting.EMPTY, 0)
                : new SortedIndex(Leaf.EMPTY, Posting.EMPTY, 0);
    }

    /** All values and their ascending rows at once; may reorder both arrays. */
    public static FieldIndex build(IndexType type, @Nullable Object[] values, int[] rows, int size) {
        Posting nulls = nulls(values, rows, size);
        int present = withoutNulls(values, rows, size);
        if (type == IndexType.HASH) {
            return new HashIndex(ValueMap.build(values, rows, present), nulls, size);
        }
        return new SortedIndex(Groups.inOrder(values, rows, 0, present).tree(), nulls, size);
    }

    private static Posting nulls(@Nullable Object[] values, int[] rows, int size) {
        int[] found = new int[size];
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (values[i] == null) {
                found[n++] = rows[i];
            }
        }
        return Posting.ofSorted(found, 0, n);
    }

    private static int withoutNulls(@Nullable Object[] values, int[] rows, int size) {
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (values[i] != null) {
                values[n] = values[i];
                rows[n++] = rows[i];
            }
        }
        return n;
    }

    public abstract IndexType type();

    /** The rows with the value, none if it is absent; for null the rows where the field is null or missing. */
    public final Posting find(@Nullable Object value) {
        return value == null ? nulls : rowsOf(value);
    }

    /** The rows in all, nulls included. */
    public final int size() {
        return size;
    }

    public final int nulls() {
        return nulls.size();
    }

    /** How many distinct values there are besides null. */
    public abstract int distinct();

    /** Refuses a pair that is there already. */
    public final FieldIndex with(@Nullable Object value, int row, Edit edit) {
        return value == null ? withNulls(nullsWith(row, edit), size + 1) : withPresent(value, row, edit);
    }

    /** Refuses a pair that is not there. */
    public final FieldIndex without(@Nullable Object value, int row, Edit edit) {
        return value == null ? withNulls(nullsWithout(row, edit), size - 1) : withoutPresent(value, row, edit);
    }

    private Posting nullsWith(int row, Edit edit) {
        Posting after = nulls.with(row, edit);
        if (after == nulls) {
            throw new IllegalStateException("row " + row + " is already indexed under null");
        }
        return after;
    }

    private Posting nullsWithout(int row, Edit edit) {
        Posting after = nulls.without(row, edit);
        if (after == nulls) {
            throw new IllegalStateException("row " + row + " is not indexed under null");
        }
        return after;
    }

    /** Visits the values besides null: ascending if the index is sorted, else in no order. */
    public abstract void forEach(ValueRows consumer);

    abstract Posting rowsOf(Object value);

    abstract FieldIndex withPresent(Object value, int row, Edit edit);

    abstract FieldIndex withoutPresent(Object value, int row, Edit edit);

    abstract FieldIndex withNulls(Posting newNulls, int newSize);
}
