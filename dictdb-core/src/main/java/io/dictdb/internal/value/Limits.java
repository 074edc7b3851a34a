package io.dictdb.internal.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/** How large a value may be. The same limits hold on entry and on loading, so that whatever was stored can be loaded again. */
public final class Limits {
    public static final int DEPTH = 500;
    public static final int NAME_CHARS = 50_000;
    public static final int STRING_CHARS = 20_000_000;
    /** What Base64 turns into a string of the largest length. */
    public static final int BYTES = STRING_CHARS / 4 * 3;

    public static final int DIGITS = 1_000;
    /** Bounds the cost of comparing a decimal with other numbers. */
    public static final int SCALE = 10_000;

    /** Each index has a number for every record, also where none has its field: this many cost a few times what short records take. */
    public static final int INDEXES = 64;

    /** The highest number of a commit in a file: no database gets there, and behind it there is room for all that will ever follow. */
    public static final long COMMIT = Long.MAX_VALUE / 2;

    private static final int BITS_OF_DIGITS = 3_323;

    private Limits() {}

    public static String checkName(String name) {
        Arguments.require(
                name.length() <= NAME_CHARS, "a name has %s characters, more than %s", name.length(), NAME_CHARS);
        return name;
    }

    public static long checkCommit(long number) {
        Arguments.require(
                number >= 0 && number <= COMMIT,
                "the number of a commit is not negative and at most %s, got %s",
                COMMIT,
                number);
        return number;
    }

    public static void checkIndexes(String table, int count) {
        Arguments.require(count <= INDEXES, "table '%s': %s indexes are more than %s", table, count, INDEXES);
    }

    static void checkDepth(String where, int depth) {
        Arguments.require(depth <= DEPTH, "field '%s': nested deeper than %s", where, DEPTH);
    }

    static String check(String where, String value) {
        Arguments.require(
                value.length() <= STRING_CHARS,
                "field '%s': a string of %s characters is longer than %s",
                where,
                value.length(),
                STRING_CHARS);
        return value;
    }

    static byte[] check(String where, byte[] value) {
        Arguments.require(value.length <= BYTES, "field '%s': %s bytes are more than %s", where, value.length, BYTES);
        return value;
    }

    static BigInteger check(String where, BigInteger value) {
        boolean fits = value.bitLength() < BITS_OF_DIGITS && new BigDecimal(value).precision() <= DIGITS;
        Arguments.require(fits, "field '%s': an integer of more than %s digits", where, DIGITS);
        return value;
    }

    static BigDecimal check(String where, BigDecimal value) {
        Arguments.require(
                value.unscaledValue().bitLength() < BITS_OF_DIGITS && value.precision() <= DIGITS,
                "field '%s': a decimal of more than %s digits",
                where,
                DIGITS);
        Arguments.require(
                Math.abs((long) value.scale()) <= SCALE,
                "field '%s': a decimal of scale %s, beyond %s",
                where,
                value.scale(),
                SCALE);
        return value;
    }
}
