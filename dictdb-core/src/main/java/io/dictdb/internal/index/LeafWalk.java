package io.dictdb.internal.index;

import org.jspecify.annotations.Nullable;

/**
 * The leaves of a tree that a range touches, in either direction, and which of their entries lie in it. The bounds are looked for once in a leaf,
 * not at each entry, and the way to the next leaf goes down from the root: that needs no stack and costs little per entry.
 */
final class LeafWalk {
    private final Tree root;
    private final Range range;
    private final int direction;
    private @Nullable Leaf leaf;
    private @Nullable Leaf following;
    private int from;
    private int to;

    /** Direction is 1 for ascending and -1 for descending. */
    LeafWalk(Tree root, Range range, int direction) {
        this.root = root;
        this.range = range;
        this.direction = direction;
        following = range.isEmpty() ? null : start();
    }

    private Leaf start() {
        Object bound = direction > 0 ? range.low() : range.high();
        return (Leaf) (bound == null ? root.edge(-direction) : root.leaf(bound, 0));
    }

    /** Moves to the next leaf with entries in the range. */
    boolean next() {
        while (following != null) {
            Leaf next = following;
            from = range.low() == null ? 0 : next.rank(range.low(), !range.lowIncluded());
            to = range.high() == null ? next.size : next.rank(range.high(), range.highIncluded());
            boolean ends = direction > 0 ? to < next.size : from > 0;
            following = ends ? null : behind(next);
            leaf = next;
            if (from < to) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Leaf behind(Leaf last) {
        return root instanceof Branch branch ? (Leaf) branch.neighbour(last.value(0), 0, direction) : null;
    }

    Leaf leaf() {
        return leaf == null ? Leaf.EMPTY : leaf;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }
}
