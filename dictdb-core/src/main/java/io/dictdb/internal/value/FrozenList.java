package io.dictdb.internal.value;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list that nobody can change; byte arrays in it are cloned on each read and compare by content. */
public final class FrozenList extends AbstractList<@Nullable Object> implements RandomAccess, Nested {
    private final @Nullable Object[] elements;
    private final int depth;

    FrozenList(@Nullable Object[] elements) {
        this.elements = elements;
        this.depth = Nested.depthOf(elements);
    }

    /** A list of values in the forms of the inside; the array must not change any more. */
    public static FrozenList of(@Nullable Object[] elements) {
        return new FrozenList(elements);
    }

    static FrozenList copyOf(String where, List<?> list, int depth) {
        @Nullable Object[] copy = list.toArray();
        // toArray of a hostile list may be kept by it, or be an array of another class
        @Nullable Object[] elements = new @Nullable Object[copy.length];
        for (int i = 0; i < copy.length; i++) {
            elements[i] = Values.in(where, copy[i], depth);
        }
        return new FrozenList(elements);
    }

    @Nullable
    Object[] elements() {
        return elements;
    }

    /** Whether an element equals the item by value. */
    public boolean holds(@Nullable Object item) {
        for (Object element : elements) {
            if (Values.equal(element, item)) {
                return true;
            }
        }
        return false;
    }

    /** The element itself, not to be handed out. */
    public @Nullable Object inner(int index) {
        return elements[index];
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public @Nullable Object get(int index) {
        return Values.out(elements[index]);
    }

    @Override
    public int size() {
        return elements.length;
    }

    int valueHash() {
        int hash = 1;
        for (Object element : elements) {
            hash = 31 * hash + Values.hash(element);
        }
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object o) {
        if (!(o instanceof List<?> other) || other.size() != elements.length) {
            return false;
        }
        int i = 0;
        for (Object element : other) {
            if (i == elements.length || !Values.identical(elements[i++], element)) {
                return false;
            }
        }
        return i == elements.length;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (Object element : elements) {
            hash = 31 * hash + Values.identityHash(element);
        }
        return hash;
    }
}
