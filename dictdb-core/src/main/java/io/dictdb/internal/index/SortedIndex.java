package io.dictdb.internal.index;

import io.dictdb.IndexType;
import org.jspecify.annotations.Nullable;

/** Keeps values in the total order: a B+tree whose branches count rows, so that the size of a range is known without visiting it. */
public final class SortedIndex extends FieldIndex {
    private final Tree root;

    SortedIndex(Tree root, Posting nulls, int size) {
        super(nulls, size);
        this.root = root;
    }

    @Override
    public IndexType type() {
        return IndexType.SORTED;
    }

    /** How many rows have a value in the range. */
    public int count(Range range) {
        if (range.isEmpty()) {
            return 0;
        }
        int below = range.low() == null ? 0 : rank(range.low(), !range.lowIncluded());
        int upTo = range.high() == null ? root.rowCount : rank(range.high(), range.highIncluded());
        return upTo - below;
    }

    /** How many rows have a value below this one, itself included or not. */
    private int rank(Object value, boolean included) {
        int rank = 0;
        Tree node = root;
        while (node instanceof Branch branch) {
            int at = branch.place(value, 0);
            for (int i = 0; i < at; i++) {
                rank += branch.children[i].rowCount;
            }
            node = branch.children[at];
        }
        Leaf leaf = (Leaf) node;
        return rank + leaf.rows(0, leaf.rank(value, included));
    }

    /** Visits the values in the range, ascending. */
    public void forEachIn(Range range, ValueRows consumer) {
        LeafWalk walk = new LeafWalk(root, range, 1);
        while (walk.next()) {
            walk.leaf().forEach(consumer, walk.from(), walk.to());
        }
    }

    /** Copies the rows in the range, ordered by value and then by row, and returns the position behind them. */
    public int copyInto(Range range, int[] target, int at) {
        int position = at;
        LeafWalk walk = new LeafWalk(root, range, 1);
        while (walk.next()) {
            position = walk.leaf().copyInto(target, position, walk.from(), walk.to());
        }
        return position;
    }

    /** The values in the range and their rows, ascending. */
    public ValueCursor ascending(Range range) {
        return new RangeCursor(new LeafWalk(root, range, 1), 1);
    }

    /** The values in the range and their rows, descending; the rows of each value still ascend. */
    public ValueCursor descending(Range range) {
        return new RangeCursor(new LeafWalk(root, range, -1), -1);
    }

    /** The smallest value, or null. */
    public @Nullable Object first() {
        Leaf leaf = (Leaf) root.edge(-1);
        return leaf.size == 0 ? null : leaf.value(0);
    }

    /** The largest value, or null. */
    public @Nullable Object last() {
        Leaf leaf = (Leaf) root.edge(1);
        return leaf.size == 0 ? null : leaf.value(leaf.size - 1);
    }

    @Override
    public int distinct() {
        return root.entries();
    }

    @Override
    public void forEach(ValueRows consumer) {
        root.forEachLeaf(leaf -> leaf.forEach(consumer, 0, leaf.size));
    }

    @Override
    Posting rowsOf(Object value) {
        return ((Leaf) root.leaf(value, 0)).rowsOf(value, 0);
    }

    @Override
    SortedIndex withPresent(Object value, int row, Edit edit) {
        return new SortedIndex(root.rootWith(value, 0, row, edit), nulls, size() + 1);
    }

    @Override
    SortedIndex withoutPresent(Object value, int row, Edit edit) {
        return new SortedIndex(root.rootWithout(value, 0, row, edit), nulls, size() - 1);
    }

    @Override
    SortedIndex withNulls(Posting newNulls, int newSize) {
        return new SortedIndex(root, newNulls, newSize);
    }

    Tree root() {
        return root;
    }
}
