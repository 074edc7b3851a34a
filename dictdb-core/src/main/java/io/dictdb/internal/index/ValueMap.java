package io.dictdb.internal.index;

import io.dictdb.internal.value.Values;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds equal values: numbers in a tree by value, everything else in a tree by hash. A comparison of two numbers costs less than a hash, and keys that are
 * counted up are then appended; strings lie all over memory, so that only the hashes beside them are searched and one string is compared.
 * A hash trie was tried first and needed more memory and more code, and was no faster.
 */
record ValueMap(Tree numbers, Tree others) {
    static final ValueMap EMPTY = new ValueMap(Leaf.EMPTY, Leaf.EMPTY_HASHED);

    static ValueMap build(@Nullable Object[] values, int[] rows, int size) {
        int count = Groups.numbersFirst(values, rows, size);
        Tree numbers = Groups.inOrder(values, rows, 0, count).tree();
        return new ValueMap(numbers, Groups.byHash(values, rows, count, size).hashedTree());
    }

    int entries() {
        return numbers.entries() + others.entries();
    }

    /** The leaf where the value is or would be. */
    Leaf leaf(Object value, int hash) {
        return (Leaf) tree(value).leaf(value, hash);
    }

    /** What orders the value besides itself; numbers need no hash. */
    static int hash(Object value) {
        return value instanceof Number ? 0 : Values.hash(value);
    }

    ValueMap with(Object value, int row, Edit edit) {
        return replace(value, tree(value).rootWith(value, hash(value), row, edit));
    }

    ValueMap without(Object value, int row, Edit edit) {
        return replace(value, tree(value).rootWithout(value, hash(value), row, edit));
    }

    private Tree tree(Object value) {
        return value instanceof Number ? numbers : others;
    }

    private ValueMap replace(Object value, Tree tree) {
        return value instanceof Number ? new ValueMap(tree, others) : new ValueMap(numbers, tree);
    }

    void forEachLeaf(Consumer<Leaf> consumer) {
        numbers.forEachLeaf(consumer);
        others.forEachLeaf(consumer);
    }
}
