package io.dictdb.internal.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An inner node: children, where each begins, and how many rows each has. A beginning is a lower bound that stays when the first value of a child
 * goes; that of the first child is never looked at.
 */
final class Branch extends Tree {
    static final int CAPACITY = 32;

    Tree[] children;
    Object firsts;
    int[] counts;
    int size;
    int rows;
    int entries;

    Branch(@Nullable Edit owner, Tree[] children, Object firsts, int[] counts, int size) {
        super(owner);
        this.children = children;
        this.firsts = firsts;
        this.counts = counts;
        this.size = size;
    }

    static Branch of(@Nullable Edit edit, Tree... children) {
        Object[] firsts = new Object[children.length];
        int[] counts = new int[children.length];
        for (int i = 0; i < children.length; i++) {
            firsts[i] = children[i].first();
            counts[i] = children[i].rows();
        }
        boolean byKey = firsts[0] instanceof Integer;
        Object typed = byKey ? keys(firsts) : ValueArray.packed(firsts, 0, firsts.length);
        Branch branch = new Branch(edit, children, typed, counts, children.length);
        branch.count();
        return branch;
    }

    private static int[] keys(Object[] firsts) {
        int[] keys = new int[firsts.length];
        Arrays.setAll(keys, i -> (Integer) firsts[i]);
        return keys;
    }

    private void count() {
        rows = 0;
        entries = 0;
        for (int i = 0; i < size; i++) {
            rows += counts[i];
            entries += children[i].entries();
        }
    }

    /** The child where the entry is or would be. */
    int place(Object value, int key) {
        if (firsts instanceof int[] keys) {
            int at = Arrays.binarySearch(keys, 1, size, key);
            return at < 0 ? ~at - 1 : value == BY_ROW ? at : placeAmongEquals(keys, at, value);
        }
        int at = ValueArray.search(firsts, 1, size, value);
        return at < 0 ? ~at - 1 : at;
    }

    /** Several children may hold entries of one hash: the last that does not begin above the entry. */
    private int placeAmongEquals(int[] hashes, int found, Object value) {
        int at = found;
        while (at + 1 < size && hashes[at + 1] == hashes[found]) {
            at++;
        }
        while (at > 0 && hashes[at] == hashes[found] && !((Leaf) children[at].edge(-1)).beginsUpTo(value, hashes[at])) {
            at--;
        }
        return at;
    }

    @Override
    Branch with(Object value, int key, int row, Edit edit, boolean rightEdge) {
        int at = place(value, key);
        boolean last = rightEdge && at == size - 1;
        int entriesBefore = children[at].entries();
        Tree child = children[at].with(value, key, row, edit, last);
        Branch branch = owned(edit);
        branch.replace(at, child, 1, child.entries() - entriesBefore);
        if (child.size() > child.capacity()) {
            branch.insert(at + 1, child.split(edit, last));
        }
        return branch;
    }

    @Override
    Branch without(Object value, int key, int row, Edit edit) {
        int at = place(value, key);
        int entriesBefore = children[at].entries();
        Tree child = children[at].without(value, key, row, edit);
        Branch branch = owned(edit);
        branch.replace(at, child, -1, child.entries() - entriesBefore);
        if (child.size() == 0) {
            branch.remove(at);
        } else if (child.size() < child.capacity() / 4) {
            branch.join(at, edit);
        }
        return branch;
    }

    private void replace(int at, Tree child, int moreRows, int moreEntries) {
        children[at] = child;
        counts[at] += moreRows;
        rows += moreRows;
        entries += moreEntries;
    }

    /** Puts what was split off from the child before. */
    private void insert(int at, Tree child) {
        Object first = child.first();
        int moved = child.rows();
        children = Slots.open(children, size, at, true);
        firsts = Slots.open(ValueArray.fitting(firsts, size, first), size, at, true);
        counts = Slots.open(counts, size, at, true);
        children[at] = child;
        ValueArray.set(firsts, at, first);
        counts[at] = moved;
        counts[at - 1] -= moved;
        size++;
    }

    private void remove(int at) {
        children = Slots.close(children, size, at, true);
        firsts = Slots.close(firsts, size, at, true);
        counts = Slots.close(counts, size, at, true);
        size--;
    }

    private void join(int at, Edit edit) {
        if (at > 0 && fits(at - 1)) {
            joinWithNext(at - 1, edit);
        } else if (at + 1 < size && fits(at)) {
            joinWithNext(at, edit);
        }
    }

    private boolean fits(int at) {
        return children[at].size() + children[at + 1].size() <= children[at].capacity();
    }

    private void joinWithNext(int at, Edit edit) {
        Tree left = children[at].owned(edit);
        left.absorb(children[at + 1], ValueArray.get(firsts, at + 1));
        children[at] = left;
        counts[at] += counts[at + 1];
        remove(at + 1);
    }

    @Override
    Branch owned(Edit edit) {
        return owner == edit ? this : slice(0, size, edit, rows, entries);
    }

    private Branch slice(int from, int to, Edit edit, int rows, int entries) {
        Branch part = new Branch(
                edit,
                Slots.slice(children, from, to),
                Slots.slice(firsts, from, to),
                Slots.slice(counts, from, to),
                to - from);
        part.rows = rows;
        part.entries = entries;
        return part;
    }

    @Override
    Branch split(int keep, Edit edit) {
        Branch right = slice(keep, size, edit, 0, 0);
        right.count();
        children = Slots.slice(children, 0, keep);
        firsts = ValueArray.slice(firsts, 0, keep);
        counts = Slots.slice(counts, 0, keep);
        size = keep;
        rows -= right.rows;
        entries -= right.entries;
        return right;
    }

    @Override
    void absorb(Tree neighbour, Object separator) {
        Branch right = (Branch) neighbour;
        Object rightFirsts = ValueArray.fitting(Slots.slice(right.firsts, 0, right.size), right.size, separator);
        ValueArray.set(rightFirsts, 0, separator);
        children = Slots.joined(children, size, right.children, right.size);
        firsts = ValueArray.joined(firsts, size, rightFirsts, right.size);
        counts = Slots.joined(counts, size, right.counts, right.size);
        size += right.size;
        rows += right.rows;
        entries += right.entries;
    }

    /** The leaf beside the one where the entry is; direction is 1 or -1. Null behind the last. */
    @Nullable
    Tree neighbour(Object value, int key, int direction) {
        Tree node = this;
        Tree turn = null;
        while (node instanceof Branch branch) {
            int at = branch.place(value, key);
            int beside = at + direction;
            turn = beside >= 0 && beside < branch.size ? branch.children[beside] : turn;
            node = branch.children[at];
        }
        return turn == null ? null : turn.edge(-direction);
    }

    @Override
    int size() {
        return size;
    }

    @Override
    int capacity() {
        return CAPACITY;
    }

    @Override
    int rows() {
        return rows;
    }

    @Override
    int entries() {
        return entries;
    }

    @Override
    Object first() {
        return ValueArray.get(firsts, 0);
    }
}
