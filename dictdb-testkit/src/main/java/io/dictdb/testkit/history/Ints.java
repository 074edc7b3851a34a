package io.dictdb.testkit.history;

import java.util.Arrays;

/** A list and stack of ints without boxes. */
final class Ints {
    private int[] values = new int[16];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int get(int place) {
        return values[place];
    }

    int pop() {
        return values[--size];
    }

    int top() {
        return values[size - 1];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
