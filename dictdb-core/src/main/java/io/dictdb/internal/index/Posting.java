package io.dictdb.internal.index;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A sorted set of row numbers: one array while it is small, else a tree of such arrays. A change copies one array and the branches above it, so
 * a value that a million rows share costs no more to change than one that a thousand share.
 */
public final class Posting {
    private static final int[] NONE = {};
    public static final Posting EMPTY = new Posting(NONE, null);

    private final int[] rows;
    private final @Nullable Branch tree;

    private Posting(int[] rows, @Nullable Branch tree) {
        this.rows = rows;
        this.tree = tree;
    }

    public static Posting single(int row) {
        return new Posting(new int[] {row}, null);
    }

    /** The rows of a part of an array, which ascend and are distinct. */
    public static Posting ofSorted(int[] rows, int from, int to) {
        if (to - from <= Tree.MOST_ENTRIES) {
            return from == to ? EMPTY : new Posting(Arrays.copyOfRange(rows, from, to), null);
        }
        Tree[] leaves = new Tree[(to - from + Tree.MOST_ENTRIES - 1) / Tree.MOST_ENTRIES];
        for (int i = 0; i < leaves.length; i++) {
            int start = from + i * Tree.MOST_ENTRIES;
            leaves[i] = new RowLeaf(null, Arrays.copyOfRange(rows, start, Math.min(to, start + Tree.MOST_ENTRIES)));
        }
        return of(Tree.over(leaves));
    }

    private static Posting of(Tree root) {
        return root instanceof Branch branch ? new Posting(NONE, branch) : new Posting(((RowLeaf) root).rows, null);
    }

    public int size() {
        return tree == null ? rows.length : tree.rowCount;
    }

    public boolean contains(int row) {
        return Arrays.binarySearch(leaf(row), row) >= 0;
    }

    /** The array where the row is or would be. */
    int[] leaf(int row) {
        return tree == null ? rows : ((RowLeaf) tree.leaf(Tree.BY_ROW, row)).rows;
    }

    /** The array behind this one, or null. */
    int @Nullable [] leafBehind(int[] leaf) {
        Tree next = tree == null ? null : tree.neighbour(Tree.BY_ROW, leaf[leaf.length - 1], 1);
        return next == null ? null : ((RowLeaf) next).rows;
    }

    public int first() {
        if (this == EMPTY) {
            throw new IllegalStateException("no rows");
        }
        return firstLeaf()[0];
    }

    int[] firstLeaf() {
        return tree == null ? rows : ((RowLeaf) tree.edge(-1)).rows;
    }

    /** Itself if it has the row. */
    public Posting with(int row, Edit edit) {
        if (tree != null) {
            return changed(tree.rowCount, tree.rootWith(Tree.BY_ROW, row, row, edit));
        }
        int[] more = RowLeaf.with(rows, row);
        if (more.length <= Tree.MOST_ENTRIES) {
            return more == rows ? this : new Posting(more, null);
        }
        return of(Tree.grown(new RowLeaf(edit, more), edit, more[Tree.MOST_ENTRIES] == row));
    }

    /** Itself if it does not have the row. */
    public Posting without(int row, Edit edit) {
        if (tree != null) {
            return changed(tree.rowCount, tree.rootWithout(Tree.BY_ROW, row, row, edit));
        }
        int[] fewer = RowLeaf.without(rows, row);
        if (fewer.length == 0) {
            return EMPTY;
        }
        return fewer == rows ? this : new Posting(fewer, null);
    }

    private Posting changed(int sizeBefore, Tree after) {
        return after.rowCount == sizeBefore ? this : of(after);
    }

    /** Copies the rows, ascending, and returns the position behind them. */
    public int copyInto(int[] target, int at) {
        int position = at;
        for (int[] leaf = firstLeaf(); leaf != null; leaf = leafBehind(leaf)) {
            System.arraycopy(leaf, 0, target, position, leaf.length);
            position += leaf.length;
        }
        return position;
    }

    /** Visits the rows, ascending. */
    public void forEach(IntConsumer consumer) {
        for (int[] leaf = firstLeaf(); leaf != null; leaf = leafBehind(leaf)) {
            for (int row : leaf) {
                consumer.accept(row);
            }
        }
    }

    /** Visits the rows, ascending. */
    public RowCursor cursor() {
        return new PostingCursor(this);
    }

    @Nullable
    Branch tree() {
        return tree;
    }

    @Override
    public String toString() {
        return Objects.toString(size()) + " rows";
    }
}
