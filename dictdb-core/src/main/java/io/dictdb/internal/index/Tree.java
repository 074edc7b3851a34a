package io.dictdb.internal.index;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A node of a B+tree. All indexes are such trees, of the same branches, and differ in what orders the entries: the value in a sorted index and for
 * numbers everywhere; a hash, then the value, for what else is only looked up; the row in a large posting. Hash and row are passed as the key.
 *
 * <p>A change goes down to a leaf and comes back with the node that takes the place of the old one: itself if the edit owns it, else
 * a copy. A node may come back one element too large, and its parent then splits it; or too small, and its parent then joins it with a
 * neighbour if both fit into one node. Joining starts below a quarter and splitting above full, so that no sequence of changes does either each
 * time. On the right edge a node is split behind its last but one element: what is appended in order leaves full nodes behind.
 */
abstract sealed class Tree permits Leaf, RowLeaf, Branch {
    /** Stands for the value in trees that are ordered by row. */
    static final Object BY_ROW = Tree.class;

    static final int MOST_ENTRIES = 64;
    static final int MOST_CHILDREN = 32;

    /** Under which edit this node may be changed in place. */
    final @Nullable Edit owner;

    /** Entries of a leaf or children of a branch. */
    int size;
    /** The rows of all entries. */
    int rowCount;

    Tree(@Nullable Edit owner, int size, int rowCount) {
        this.owner = owner;
        this.size = size;
        this.rowCount = rowCount;
    }

    final int capacity() {
        return this instanceof Branch ? MOST_CHILDREN : MOST_ENTRIES;
    }

    /** How many distinct values there are, or rows in a posting. */
    final int entries() {
        return this instanceof Branch branch ? branch.entryCount : size;
    }

    /** A lower bound that is above everything to the left; of no use on the left edge. */
    abstract Object first();

    abstract Tree with(Object value, int key, int row, Edit edit, boolean rightEdge);

    abstract Tree without(Object value, int key, int row, Edit edit);

    abstract Tree owned(Edit edit);

    /** Keeps the first elements and returns the others; only for the owner. */
    abstract Tree split(int keep, Edit edit);

    /** Takes all of the neighbour, which begins at the separator; only for the owner. */
    abstract void absorb(Tree right, Object separator);

    final Tree split(Edit edit, boolean rightEdge) {
        return split(rightEdge ? size - 1 : size / 2, edit);
    }

    /** The leaf where the entry is or would be. */
    final Tree leaf(Object value, int key) {
        Tree node = this;
        while (node instanceof Branch branch) {
            node = branch.children[branch.place(value, key)];
        }
        return node;
    }

    /** As a root: {@link #with}, and another level if there is no room. */
    final Tree rootWith(Object value, int key, int row, Edit edit) {
        return grown(with(value, key, row, edit, true), edit, true);
    }

    /** As a root: {@link #without}, and fewer levels if one child is left. */
    final Tree rootWithout(Object value, int key, int row, Edit edit) {
        return shrunk(without(value, key, row, edit));
    }

    /** A root that has become too large gets another level. */
    static Tree grown(Tree root, Edit edit, boolean rightEdge) {
        if (root.size <= root.capacity()) {
            return root;
        }
        Tree right = root.split(edit, rightEdge);
        return Branch.of(edit, root, right);
    }

    /** The outermost leaf: the first for -1, the last for 1. */
    final Tree edge(int direction) {
        Tree node = this;
        while (node instanceof Branch branch) {
            node = branch.children[direction < 0 ? 0 : branch.size - 1];
        }
        return node;
    }

    /** The root over leaves that are in order, all nodes full but the last of each level. */
    static Tree over(Tree[] leaves) {
        Tree[] level = leaves;
        while (level.length > 1) {
            Tree[] above = new Tree[(level.length + MOST_CHILDREN - 1) / MOST_CHILDREN];
            for (int i = 0; i < above.length; i++) {
                int from = i * MOST_CHILDREN;
                above[i] =
                        Branch.of(null, Arrays.copyOfRange(level, from, Math.min(level.length, from + MOST_CHILDREN)));
            }
            level = above;
        }
        return level[0];
    }

    /** Visits the leaves from left to right. */
    final void forEachLeaf(Consumer<Leaf> consumer) {
        if (this instanceof Leaf leaf) {
            consumer.accept(leaf);
        } else if (this instanceof Branch branch) {
            for (int i = 0; i < branch.size; i++) {
                branch.children[i].forEachLeaf(consumer);
            }
        }
    }

    /** A root with a single child loses a level. */
    private static Tree shrunk(Tree root) {
        Tree node = root;
        while (node instanceof Branch branch && branch.size == 1) {
            node = branch.children[0];
        }
        return node instanceof Leaf leaf && leaf.size == 0 ? leaf.emptied() : node;
    }
}
