package io.dictdb.internal.index;

import io.dictdb.internal.value.Literals;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Entries of distinct values, in order of value or, if hashes stand beside the values, of hash and then value. A value with one row keeps it here; one
 * with several has {@link #SEVERAL} for its row and a posting, and the array of postings is there only when one is needed.
 */
final class Leaf extends Tree {
    static final int SEVERAL = -1;
    static final int ANY_ROW = -2;
    static final Leaf EMPTY = new Leaf(null, null, new Object[0], new int[0], null, 0);
    static final Leaf EMPTY_HASHED = new Leaf(null, new int[0], new Object[0], new int[0], null, 0);

    private int @Nullable [] hashes;
    private Object values;
    private int[] rows;
    private @Nullable Posting @Nullable [] postings;
    /** Whether hashes and values are another version's too. */
    private boolean shared;

    Leaf(
            @Nullable Edit owner,
            int @Nullable [] hashes,
            Object values,
            int[] rows,
            @Nullable Posting @Nullable [] postings,
            int size) {
        super(owner, size, 0);
        this.hashes = hashes;
        this.values = values;
        this.rows = rows;
        this.postings = postings;
        this.rowCount = rows(0, size);
    }

    /** A copy that shares the arrays. */
    private Leaf(Leaf leaf, Edit edit) {
        super(edit, leaf.size, leaf.rowCount);
        hashes = leaf.hashes;
        values = leaf.values;
        rows = leaf.rows;
        postings = leaf.postings;
        shared = true;
    }

    /** The place of the value, or the complement of where it would be; without hashes, any will do. */
    int find(Object value, int hash) {
        if (hashes == null) {
            return ValueArray.search(values, 0, size, value);
        }
        int at = Arrays.binarySearch(hashes, 0, size, hash);
        return at < 0 ? at : findAmongEquals(hashes, at, value);
    }

    private int findAmongEquals(int[] hashes, int at, Object value) {
        int from = at;
        while (from > 0 && hashes[from - 1] == hashes[at]) {
            from--;
        }
        int to = at + 1;
        while (to < size && hashes[to] == hashes[at]) {
            to++;
        }
        return ValueArray.search(values, from, to, value);
    }

    /** The rows with the value. */
    Posting rowsOf(Object value, int hash) {
        int at = find(value, hash);
        return at < 0 ? Posting.EMPTY : posting(at);
    }

    Object value(int at) {
        return ValueArray.get(values, at);
    }

    /** The only row of the entry, or {@link #SEVERAL}. */
    int row(int at) {
        return rows[at];
    }

    Posting posting(int at) {
        Posting several = postings == null ? null : postings[at];
        return several == null ? Posting.single(rows[at]) : several;
    }

    /** How many rows the entries have from one place to another. */
    int rows(int from, int to) {
        if (postings == null) {
            return to - from;
        }
        int sum = 0;
        for (int i = from; i < to; i++) {
            Posting several = postings[i];
            sum += several == null ? 1 : several.size();
        }
        return sum;
    }

    /** How many entries lie below the value, itself included or not. */
    int rank(Object value, boolean included) {
        int at = find(value, 0);
        return at < 0 ? ~at : included ? at + 1 : at;
    }

    /** Copies the rows of some entries and returns the position behind them. */
    int copyInto(int[] target, int to, int from, int end) {
        if (postings == null) {
            System.arraycopy(rows, from, target, to, end - from);
            return to + end - from;
        }
        int position = to;
        for (int i = from; i < end; i++) {
            position = posting(i).copyInto(target, position);
        }
        return position;
    }

    void forEach(ValueRows consumer, int from, int to) {
        for (int i = from; i < to; i++) {
            consumer.accept(value(i), posting(i));
        }
    }

    @Override
    Leaf with(Object value, int key, int row, Edit edit, boolean rightEdge) {
        int at = find(value, key);
        if (at < 0) {
            Leaf leaf = writable(edit);
            leaf.insert(~at, value, key, row, leaf == this);
            return leaf;
        }
        Posting before = posting(at);
        Posting after = before.with(row, edit);
        if (after == before) {
            throw new IllegalStateException("row " + row + " is already indexed under " + Literals.of(value));
        }
        return withPosting(at, after, 1, edit);
    }

    @Override
    Leaf without(Object value, int key, int row, Edit edit) {
        int at = find(value, key);
        if (at >= 0 && (rows[at] == row || row == ANY_ROW)) {
            Leaf leaf = writable(edit);
            leaf.remove(at, leaf == this);
            return leaf;
        }
        Posting before = at < 0 ? Posting.EMPTY : posting(at);
        Posting after = before.without(row, edit);
        if (after == before) {
            throw new IllegalStateException("row " + row + " is not indexed under " + Literals.of(value));
        }
        return withPosting(at, after, -1, edit);
    }

    private Leaf withPosting(int at, Posting posting, int moreRows, Edit edit) {
        Leaf leaf = writable(edit);
        if (leaf != this) {
            leaf.rows = Slots.slice(rows, 0, size);
            leaf.postings = postings == null ? null : Slots.slice(postings, 0, size);
        }
        leaf.set(at, posting);
        leaf.rowCount += moreRows;
        return leaf;
    }

    /** Itself, or a copy that still shares the arrays. */
    private Leaf writable(Edit edit) {
        return owner == edit ? this : new Leaf(this, edit);
    }

    private void insert(int at, Object value, int hash, int row, boolean ours) {
        if (hashes != null) {
            hashes = Slots.open(hashes, size, at, ours && !shared);
            hashes[at] = hash;
        }
        values = Slots.open(ValueArray.fitting(values, size, value), size, at, ours && !shared);
        ValueArray.set(values, at, value);
        rows = Slots.open(rows, size, at, ours);
        rows[at] = row;
        if (postings != null) {
            postings = Slots.open(postings, size, at, ours);
            postings[at] = null;
        }
        shared = false;
        size++;
        rowCount++;
    }

    private void remove(int at, boolean ours) {
        hashes = hashes == null ? null : Slots.close(hashes, size, at, ours && !shared);
        values = Slots.close(values, size, at, ours && !shared);
        rows = Slots.close(rows, size, at, ours);
        postings = postings == null ? null : Slots.close(postings, size, at, ours);
        shared = false;
        size--;
        rowCount--;
    }

    private void set(int at, Posting posting) {
        boolean single = posting.size() == 1;
        if (postings == null) {
            postings = new Posting[rows.length];
        }
        rows[at] = single ? posting.first() : SEVERAL;
        postings[at] = single ? null : posting;
    }

    @Override
    Leaf owned(Edit edit) {
        return owner == edit ? this : slice(0, size, Slots.slice(values, 0, size), edit);
    }

    private Leaf slice(int from, int to, Object newValues, Edit edit) {
        int[] newHashes = hashes == null ? null : Slots.slice(hashes, from, to);
        return new Leaf(edit, newHashes, newValues, Slots.slice(rows, from, to), postings(from, to), to - from);
    }

    private @Nullable Posting @Nullable [] postings(int from, int to) {
        for (int i = from; postings != null && i < to; i++) {
            if (postings[i] != null) {
                return Arrays.copyOfRange(postings, from, to);
            }
        }
        return null;
    }

    @Override
    Leaf split(int keep, Edit edit) {
        Leaf right = slice(keep, size, ValueArray.slice(values, keep, size), edit);
        hashes = hashes == null ? null : Slots.slice(hashes, 0, keep);
        values = ValueArray.slice(values, 0, keep);
        rows = Slots.slice(rows, 0, keep);
        postings = postings(0, keep);
        size = keep;
        rowCount -= right.rowCount;
        shared = false;
        return right;
    }

    @Override
    void absorb(Tree neighbour, Object separator) {
        Leaf right = (Leaf) neighbour;
        if (hashes != null && right.hashes != null) {
            hashes = Slots.joined(hashes, size, right.hashes, right.size);
        }
        if (postings != null || right.postings != null) {
            postings = Slots.joined(several(), size, right.several(), right.size);
        }
        values = ValueArray.joined(values, size, right.values, right.size);
        rows = Slots.joined(rows, size, right.rows, right.size);
        size += right.size;
        rowCount += right.rowCount;
        shared = false;
    }

    private @Nullable Posting[] several() {
        return postings == null ? new Posting[size] : postings;
    }

    /** Of leaves with hashes: whether the first entry is not above this one. */
    boolean beginsUpTo(Object value, int hash) {
        return hashes != null && hashes[0] == hash && ValueArray.search(values, 0, 1, value) != ~0;
    }

    Leaf emptied() {
        return hashes == null ? EMPTY : EMPTY_HASHED;
    }

    @Override
    Object first() {
        return hashes == null ? value(0) : (Object) hashes[0];
    }

    Object values() {
        return values;
    }
}
