package io.dictdb.internal.index;

import java.util.Arrays;

/** Walks the arrays of a posting; the way from one array to the next, or to one far away, goes down the tree again. */
final class PostingCursor implements RowCursor {
    private final Posting posting;
    private int[] leaf;
    private int at;
    private int row;

    PostingCursor(Posting posting) {
        this.posting = posting;
        leaf = posting.firstLeaf();
        row = leaf.length == 0 ? END : leaf[0];
    }

    @Override
    public int row() {
        return row;
    }

    @Override
    public int next() {
        if (row == END) {
            return END;
        }
        at++;
        return at < leaf.length ? moved() : nextLeaf();
    }

    private int moved() {
        row = leaf[at];
        return row;
    }

    private int nextLeaf() {
        int[] next = posting.leafBehind(leaf);
        if (next == null) {
            row = END;
            return END;
        }
        leaf = next;
        at = 0;
        return moved();
    }

    @Override
    public int advance(int atLeast) {
        if (row >= atLeast) {
            return row;
        }
        if (leaf[leaf.length - 1] < atLeast) {
            leaf = posting.leaf(atLeast);
            at = 0;
        }
        int found = Arrays.binarySearch(leaf, at, leaf.length, atLeast);
        at = found >= 0 ? found : ~found;
        return at < leaf.length ? moved() : nextLeaf();
    }
}
