package io.dictdb.pickle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a container of the machine holds, in order. Two places may hold one and the same container, even itself. */
abstract sealed class Items permits Sequence, Dict {
    static final @Nullable Object[] NOTHING = {};

    private @Nullable Object[] items;
    private int size;
    private boolean entered;
    private boolean read;

    Items(@Nullable Object[] items) {
        this.items = items;
        this.size = items.length;
    }

    final int length() {
        return size;
    }

    final @Nullable Object item(int index) {
        return items[index];
    }

    final void add(@Nullable Object item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, Room.beyond(size));
        }
        items[size++] = item;
    }

    /** Adds all of an array that is nobody else's. */
    final void addAll(@Nullable Object[] more) {
        if (size == 0) {
            items = more;
            size = more.length;
            return;
        }
        for (Object item : more) {
            add(item);
        }
    }

    final @Nullable Object[] copy() {
        return Arrays.copyOf(items, size);
    }

    /** Called before its items are looked at one by one, with {@link #leave} after it: a container in itself is entered twice. */
    final void enter() {
        Require.that(!entered, "nested in itself: ", this);
        entered = true;
    }

    final void leave() {
        entered = false;
    }

    /** Whether this has been called before. */
    final boolean readAgain() {
        boolean again = read;
        read = true;
        return again;
    }
}
