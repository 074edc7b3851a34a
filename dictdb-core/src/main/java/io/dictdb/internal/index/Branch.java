package io.dictdb.internal.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An inner node: children and where each of them begins. A beginning is a lower bound that stays when the first entry of a child goes; that of the
 * first child is never looked at. The array of beginnings is shared between versions, because a change of one row seldom changes it.
 */
final class Branch extends Tree {
    Tree[] children;
    Object firsts;
    int entryCount;

    private Branch(@Nullable Edit owner, Tree[] children, Object firsts, int size) {
        super(owner, size, 0);
        this.children = children;
        this.firsts = firsts;
    }

    static Branch of(@Nullable Edit edit, Tree... children) {
        Object[] firsts = new Object[children.length];
        Arrays.setAll(firsts, i -> children[i].first());
        boolean byKey = firsts[0] instanceof Integer;
        Object typed = byKey ? keys(firsts) : ValueArray.packed(firsts, 0, firsts.length);
        Branch branch = new Branch(edit, children, typed, children.length);
        branch.count();
        return branch;
    }

    private static int[] keys(Object[] firsts) {
        int[] keys = new int[firsts.length];
        Arrays.setAll(keys, i -> (Integer) firsts[i]);
        return keys;
    }

    private void count() {
        rowCount = 0;
        entryCount = 0;
        for (int i = 0; i < size; i++) {
            rowCount += children[i].rowCount;
            entryCount += children[i].entries();
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
        Tree child = children[at];
        int rowsBefore = child.rowCount;
        int entriesBefore = child.entries();
        boolean last = rightEdge && at == size - 1;
        Tree after = child.with(value, key, row, edit, last);
        if (after.rowCount == rowsBefore) {
            return this;
        }
        Branch branch = replaced(at, after, after.rowCount - rowsBefore, after.entries() - entriesBefore, edit);
        if (after.size > after.capacity()) {
            branch.insert(at + 1, after.split(edit, last));
        }
        return branch;
    }

    @Override
    Branch without(Object value, int key, int row, Edit edit) {
        int at = place(value, key);
        Tree child = children[at];
        int rowsBefore = child.rowCount;
        int entriesBefore = child.entries();
        Tree after = child.without(value, key, row, edit);
        if (after.rowCount == rowsBefore) {
            return this;
        }
        Branch branch = replaced(at, after, after.rowCount - rowsBefore, after.entries() - entriesBefore, edit);
        if (after.size == 0) {
            branch.remove(at);
        } else if (after.size < after.capacity() / 4) {
            branch.join(at, edit);
        }
        return branch;
    }

    private Branch replaced(int at, Tree child, int moreRows, int moreEntries, Edit edit) {
        Branch branch = owned(edit);
        branch.children[at] = child;
        branch.rowCount += moreRows;
        branch.entryCount += moreEntries;
        return branch;
    }

    /** Puts what was split off from the child before. */
    private void insert(int at, Tree child) {
        Object first = child.first();
        children = Slots.open(children, size, at, true);
        children[at] = child;
        firsts = Slots.open(ValueArray.fitting(firsts, size, first), size, at, false);
        ValueArray.set(firsts, at, first);
        size++;
    }

    private void remove(int at) {
        children = Slots.close(children, size, at, true);
        firsts = Slots.close(firsts, size, at, false);
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
        return children[at].size + children[at + 1].size <= children[at].capacity();
    }

    private void joinWithNext(int at, Edit edit) {
        Tree left = children[at].owned(edit);
        left.absorb(children[at + 1], ValueArray.get(firsts, at + 1));
        children[at] = left;
        remove(at + 1);
    }

    @Override
    Branch owned(Edit edit) {
        if (owner == edit) {
            return this;
        }
        Branch copy = new Branch(edit, Slots.slice(children, 0, size), firsts, size);
        copy.rowCount = rowCount;
        copy.entryCount = entryCount;
        return copy;
    }

    @Override
    Branch split(int keep, Edit edit) {
        Branch right =
                new Branch(edit, Slots.slice(children, keep, size), ValueArray.slice(firsts, keep, size), size - keep);
        right.count();
        children = Slots.slice(children, 0, keep);
        firsts = ValueArray.slice(firsts, 0, keep);
        size = keep;
        rowCount -= right.rowCount;
        entryCount -= right.entryCount;
        return right;
    }

    @Override
    void absorb(Tree neighbour, Object separator) {
        Branch right = (Branch) neighbour;
        Object rightFirsts = ValueArray.fitting(Slots.slice(right.firsts, 0, right.size), right.size, separator);
        ValueArray.set(rightFirsts, 0, separator);
        children = Slots.joined(children, size, right.children, right.size);
        firsts = ValueArray.joined(firsts, size, rightFirsts, right.size);
        size += right.size;
        rowCount += right.rowCount;
        entryCount += right.entryCount;
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
    Object first() {
        return ValueArray.get(firsts, 0);
    }
}
