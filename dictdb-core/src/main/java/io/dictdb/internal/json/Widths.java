package io.dictdb.internal.json;

import java.util.Arrays;

/** At which bytes the characters of one read call stand. Only those that are more than one byte are kept, with what all of them so far have more. */
final class Widths {
    private int[] wide = new int[16];
    private int[] more = new int[16];
    private int count;
    private long chars;
    private long bytes;

    /** Begins at a character, which stands at a byte. */
    void begin(long atChar, long atByte) {
        chars = atChar;
        bytes = atByte;
        count = 0;
    }

    /** The first character. */
    long begin() {
        return chars;
    }

    /** A character, counted from the first, that is so many bytes more than one. */
    void add(int index, int moreThanOne) {
        if (count == wide.length) {
            wide = Arrays.copyOf(wide, 2 * count);
            more = Arrays.copyOf(more, 2 * count);
        }
        wide[count] = index;
        more[count] = moreThanOne + (count == 0 ? 0 : more[count - 1]);
        count++;
    }

    /** The byte of a character; of one before the first, that of the first. */
    long byteOf(long atChar) {
        int index = (int) Math.max(0, Math.min(atChar - chars, Integer.MAX_VALUE));
        int found = Arrays.binarySearch(wide, 0, count, index);
        int before = found < 0 ? -1 - found : found;
        return bytes + index + (before == 0 ? 0 : more[before - 1]);
    }
}
