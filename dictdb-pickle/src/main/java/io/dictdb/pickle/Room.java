package io.dictdb.pickle;

/** How arrays grow that hold what a file says. */
final class Room {
    /** What every virtual machine can allocate, by the bound that the JDK's own collections keep to. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private Room() {}

    /** The next length of an array that is full. One that cannot grow is damage like any other, not an overflow. */
    static int beyond(int length) {
        Require.that(length < MOST, "it holds more values in one place than ", MOST);
        return (int) Math.min(MOST, 4L + length + (length >> 1));
    }
}
