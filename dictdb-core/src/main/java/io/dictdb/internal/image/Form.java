package io.dictdb.internal.image;

/** The byte that begins a column. */
final class Form {
    static final int LONGS = 1;
    static final int DOUBLES = 2;
    static final int CODES = 3;
    static final int SPARSE = 4;
    static final int VALUES = 5;

    private Form() {}

    /** How many bytes hold a number without a sign. */
    static int width(long most) {
        return (Long.SIZE - Long.numberOfLeadingZeros(most) + 7) / 8;
    }
}
