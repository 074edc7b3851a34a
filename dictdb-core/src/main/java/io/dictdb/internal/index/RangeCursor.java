package io.dictdb.internal.index;

/** The entries of a walk over leaves, one by one. */
final class RangeCursor implements ValueCursor {
    private final LeafWalk walk;
    private final int direction;
    private Leaf leaf = Leaf.EMPTY;
    private int at;
    private int left;

    RangeCursor(LeafWalk walk, int direction) {
        this.walk = walk;
        this.direction = direction;
    }

    @Override
    public boolean next() {
        if (left > 1) {
            left--;
            at += direction;
            return true;
        }
        return nextLeaf();
    }

    private boolean nextLeaf() {
        left = 0;
        if (!walk.next()) {
            leaf = Leaf.EMPTY;
            return false;
        }
        leaf = walk.leaf();
        left = walk.to() - walk.from();
        at = direction > 0 ? walk.from() : walk.to() - 1;
        return true;
    }

    @Override
    public Object value() {
        return leaf.value(at);
    }

    @Override
    public Posting rows() {
        return leaf.posting(at);
    }
}
