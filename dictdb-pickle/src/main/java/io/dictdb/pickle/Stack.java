package io.dictdb.pickle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The machine's stack. A mark is a floor: nothing below it is reached before it has been taken away. */
final class Stack {
    private @Nullable Object[] values = new @Nullable Object[64];
    private int size;
    private int[] marks = new int[16];
    private int marked;

    void push(@Nullable Object value) {
        values = size == values.length ? Arrays.copyOf(values, Room.beyond(size)) : values;
        values[size++] = value;
    }

    @Nullable
    Object top() {
        Require.that(size > floor(), "an instruction needs more than there is on the stack");
        return values[size - 1];
    }

    @Nullable
    Object pop() {
        Object value = top();
        values[--size] = null;
        return value;
    }

    /** Takes away the top, be it a mark. */
    void drop() {
        if (marked > 0 && size == floor()) {
            marked--;
        } else {
            pop();
        }
    }

    void mark() {
        marks = marked == marks.length ? Arrays.copyOf(marks, Room.beyond(marked)) : marks;
        marks[marked++] = size;
    }

    private int floor() {
        return marked == 0 ? 0 : marks[marked - 1];
    }

    /** Takes away the highest mark and what is above it, which is returned. */
    @Nullable
    Object[] popToMark() {
        Require.that(marked > 0, "an instruction needs a mark on the stack");
        return pop(size - marks[--marked]);
    }

    /** Takes away that many values. */
    @Nullable
    Object[] pop(int count) {
        Require.that(size - floor() >= count, "an instruction needs more than there is on the stack");
        @Nullable Object[] taken = Arrays.copyOfRange(values, size - count, size);
        Arrays.fill(values, size - count, size, null);
        size -= count;
        return taken;
    }

    boolean isEmpty() {
        return size == 0 && marked == 0;
    }
}
