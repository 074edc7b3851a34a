package io.dictdb.internal.page;

import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Shape;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Up to 256 neighbouring records, column by column.
 *
 * <p>A record has a row number for life: the page's number times 256 plus its slot. Row numbers ascend in insertion order and are never
 * used twice. Records stand densely at positions 0, 1, 2 …; while none has been deleted a position is its slot, otherwise {@code slots}
 * tells it. So a deleted record costs nothing, and its neighbours need not be renumbered in any index.
 *
 * <p>A page is immutable: a change copies the columns that it touches and shares the others. One exception is a page that nobody else has yet ({@link Hold}), the other the last page of a table,
 * which grows in place behind the count that its readers know. Only one successor of a page may do so: it claims the position in {@code
 * tail}, and whoever comes second (a change that was given up had claimed it) copies the columns first. A page that is full is sealed:
 * its columns take their smallest form.
 *
 * <p>Records of one page may have different fields, or the same in another order: then {@code rowShapes} has each record's own, and
 * {@code shape} is their union.
 */
public final class Page {
    public static final int BITS = 8;
    public static final int ROWS = 1 << BITS;
    private static final int MASK = ROWS - 1;
    private static final int WIDE = 512;

    private final int number;
    private final int count;
    private final Shape shape;
    private final Column[] columns;
    private final Shape @Nullable [] rowShapes;
    private final byte @Nullable [] slots;
    private final AtomicInteger tail;

    Page(
            int number,
            int count,
            Shape shape,
            Column[] columns,
            Shape @Nullable [] rowShapes,
            byte @Nullable [] slots,
            AtomicInteger tail) {
        this.number = number;
        this.count = count;
        this.shape = shape;
        this.columns = columns;
        this.rowShapes = rowShapes;
        this.slots = slots;
        this.tail = tail;
    }

    /** A page without records. */
    public static Page empty(int number) {
        return new Page(number, 0, Shape.EMPTY, new Column[0], null, null, new AtomicInteger());
    }

    public int number() {
        return number;
    }

    public int count() {
        return count;
    }

    /** The names of the columns: every field that a record of this page has. */
    public Shape shape() {
        return shape;
    }

    public Column column(int place) {
        return columns[place];
    }

    /** The fields of one record, in its own order. */
    public Shape shapeAt(int position) {
        Shape[] shapes = rowShapes;
        return shapes == null ? shape : shapes[position];
    }

    public int rowAt(int position) {
        byte[] taken = slots;
        return (number << BITS) | (taken == null ? position : taken[position] & MASK);
    }

    /** The position of a row number of this page, or a negative number when it has gone. */
    public int positionOf(int row) {
        int slot = row & MASK;
        byte[] taken = slots;
        if (taken == null) {
            return slot < count ? slot : -1;
        }
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = taken[middle] & MASK;
            if (at == slot) {
                return middle;
            }
            low = at < slot ? middle + 1 : low;
            high = at < slot ? high : middle - 1;
        }
        return -1;
    }

    public PageRow row(int position) {
        return new PageRow(this, position);
    }

    /** The value of a field, not to be handed out; null when it is null or missing. */
    public @Nullable Object value(int position, String field) {
        int place = shape.indexOf(field);
        return place < 0 ? null : columns[place].get(position);
    }

    /** This page and one more record; its slot must lie behind all others. */
    public Page append(int slot, FrozenMap record) {
        boolean ours = count < ROWS && tail.compareAndSet(count, count + 1);
        Shape union = shapeWith(record.shape());
        Column[] grown = Arrays.copyOf(columns, union.size());
        for (int i = 0; i < grown.length; i++) {
            grown[i] = appended(i < columns.length ? columns[i] : null, record.inner(union.name(i)), ours);
        }
        Shape[] shapes = shapesWith(record.shape(), union, ours);
        Page page = new Page(
                number, count + 1, union, grown, shapes, slotsWith(slot), ours ? tail : new AtomicInteger(count + 1));
        return slot == MASK ? page.sealed() : page;
    }

    /**
     * Whether one more record would make this page wide and mostly empty: where each record has fields of its own, pages are kept short instead.
     */
    public boolean isCrowdedBy(Shape record) {
        if (count == 0 || shape.equals(record)) {
            return false;
        }
        int union = shape.with(record).size();
        return union > WIDE && union > record.size() * 2;
    }

    private Shape shapeWith(Shape record) {
        return count == 0 || shape.equals(record) ? (count == 0 ? record : shape) : shape.with(record);
    }

    private Column appended(@Nullable Column column, @Nullable Object value, boolean ours) {
        if (column == null) {
            return Encoding.starting(count, value);
        }
        return (ours ? column : column.copy(count, Column.grown(count))).append(count, value);
    }

    private Shape @Nullable [] shapesWith(Shape record, Shape union, boolean ours) {
        Shape[] shapes = rowShapes;
        if (shapes == null && union.equals(record) && (count == 0 || union.equals(shape))) {
            return null;
        }
        if (shapes == null) {
            shapes = new Shape[Column.grown(count)];
            Arrays.fill(shapes, 0, count, shape);
        } else if (!ours || count == shapes.length) {
            shapes = Arrays.copyOf(shapes, Column.grown(count));
        }
        shapes[count] = record;
        return shapes;
    }

    private byte @Nullable [] slotsWith(int slot) {
        byte[] taken = slots;
        if (taken == null && slot == count) {
            return null;
        }
        byte[] copy = taken == null ? identity() : Arrays.copyOf(taken, count + 1);
        copy[count] = (byte) slot;
        return copy;
    }

    private byte[] identity() {
        byte[] copy = new byte[count + 1];
        for (int i = 0; i < count; i++) {
            copy[i] = (byte) i;
        }
        return copy;
    }

    /** This page in its smallest form: nothing more will be put into it. */
    public Page sealed() {
        Column[] small = new Column[columns.length];
        for (int i = 0; i < small.length; i++) {
            small[i] = columns[i].sealed(count);
        }
        return new Page(number, count, shape, small, rowShapes, slots, tail);
    }

    /** This page with other records at some positions, ascending. */
    public Page replace(int[] positions, FrozenMap[] records, int n, Hold hold) {
        return new Replacement(this, positions, records, n, hold).page();
    }

    /** Who else may have a page that is changed. */
    public enum Hold {
        /** Others may: what differs is copied, all else belongs to both. */
        SHARED,
        /** Others may, but not have the new one: all of it is copied. */
        TAKEN,
        /** Nobody: it is changed in place, and of no use afterwards. */
        OWN
    }

    /** This page with the records at some positions, ascending, alone; null when there are none. */
    public @Nullable Page keeping(int[] positions, int n) {
        if (n == 0) {
            return null;
        }
        byte[] kept = new byte[n];
        Shape[] shapes = new Shape[n];
        for (int i = 0; i < n; i++) {
            kept[i] = (byte) rowAt(positions[i]);
            shapes[i] = shapeAt(positions[i]);
        }
        Shape union = rowShapes == null ? shape : union(shapes);
        Column[] gathered = new Column[union.size()];
        for (int i = 0; i < gathered.length; i++) {
            gathered[i] = columns[shape.indexOf(union.name(i))].gather(positions, n);
        }
        return new Page(
                number,
                n,
                union,
                gathered,
                rowShapes == null ? null : uniform(shapes, union),
                kept,
                new AtomicInteger(n));
    }

    static Shape union(Shape[] shapes) {
        return shapes[0].with(Arrays.asList(shapes));
    }

    /** The records' shapes, or null when all are the union. */
    static Shape @Nullable [] uniform(Shape[] shapes, Shape union) {
        for (Shape one : shapes) {
            if (!one.equals(union)) {
                return shapes;
            }
        }
        return null;
    }

    /** Whether a record is the same in this page and in a later or earlier one of the same number. */
    public boolean sameRecord(int position, Page other, int otherPosition) {
        if (this == other && position == otherPosition) {
            return true;
        }
        Shape mine = shapeAt(position);
        if (!mine.equals(other.shapeAt(otherPosition))) {
            return false;
        }
        for (int i = 0; i < mine.size(); i++) {
            String name = mine.name(i);
            Column here = columns[shape.indexOf(name)];
            Column there = other.columns[other.shape.indexOf(name)];
            if ((here != there || position != otherPosition) && !here.sameAt(position, there, otherPosition)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the records of an earlier page of the same number are, or were, at the same positions of this one, with the same fields; more may stand behind them. */
    boolean extendsLayoutOf(Page before) {
        return before.count <= count
                && rowShapes == null
                && before.rowShapes == null
                && shape.equals(before.shape)
                && beginsWith(before.slots, before.count);
    }

    private boolean beginsWith(byte @Nullable [] others, int n) {
        byte[] mine = slots;
        return mine == others || (mine != null && others != null && Arrays.mismatch(mine, 0, n, others, 0, n) < 0);
    }

    /** The positions at which a page, whose layout this one extends, has another record. */
    BitSet changedSince(Page before) {
        BitSet changed = new BitSet(ROWS);
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] != before.columns[i]) {
                columns[i].addDifferences(before.columns[i], before.count, changed);
            }
        }
        return changed;
    }

    Column[] columns() {
        return columns;
    }

    Shape @Nullable [] rowShapes() {
        return rowShapes;
    }

    byte @Nullable [] slots() {
        return slots;
    }

    AtomicInteger tail() {
        return tail;
    }
}
