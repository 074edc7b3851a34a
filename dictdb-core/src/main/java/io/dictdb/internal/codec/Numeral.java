package io.dictdb.internal.codec;

import io.dictdb.internal.value.Limits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Which cells may become numbers without losing anything.
 *
 * <p>An integer is written in the one way in which it prints: digits without a leading zero, a minus if need be, not {@code -0}. A decimal is
 * such digits, a point and more digits; its value must be the one that the double prints. Zeros at its end may go, as in a price of
 * 2.50, since the value stays. Up to 15 significant digits a double always prints them back. With 16 or 17 it does when it rounds to
 * just these digits and to no fewer; {@code Double.toString} is not asked, because before JDK 19 it printed a digit too many at
 * times, and then the same file would have other types on another JDK. Integers among decimals are allowed up to 15 digits.
 * Exponents are not numbers here: 1E5 is as likely a code, and the same value has many spellings.
 *
 * <p>Only ASCII digits count: {@code Long.parseLong} would take those of every script.
 */
final class Numeral {
    private static final int ALWAYS_PRINTED_BACK = 15;
    private static final int LONGEST_IN_DOUBLE = 17;
    /** Keeps a decimal between 1e-300 and 1e300, where a double has its full precision. */
    private static final int DECIMAL_CHARS = 300;

    private static final int DIGITS_OF_LONG = 18;

    private Numeral() {}

    static boolean isInteger(char[] chars, int offset, int length) {
        int end = offset + length;
        return length <= Limits.DIGITS && afterWhole(chars, offset, end) == end && !isMinusZero(chars, offset, length);
    }

    static boolean isDecimal(char[] chars, int offset, int length) {
        int end = offset + length;
        int point = afterWhole(chars, offset, end);
        if (point == end) {
            return end - afterSign(chars, offset, end) <= ALWAYS_PRINTED_BACK && !isMinusZero(chars, offset, length);
        }
        boolean fraction =
                point >= 0 && chars[point] == '.' && point + 1 < end && afterDigits(chars, point + 1, end) == end;
        return fraction && length <= DECIMAL_CHARS && isPrintedBack(chars, offset, length);
    }

    static Object integer(char[] chars, int offset, int length) {
        if (length <= DIGITS_OF_LONG) {
            return small(chars, offset, offset + length);
        }
        BigInteger big = new BigInteger(new String(chars, offset, length));
        return big.bitLength() < Long.SIZE ? (Object) big.longValue() : big;
    }

    private static long small(char[] chars, int offset, int end) {
        int first = afterSign(chars, offset, end);
        long n = 0;
        for (int i = first; i < end; i++) {
            n = 10 * n + (chars[i] - '0');
        }
        return first > offset ? -n : n;
    }

    static Double decimal(char[] chars, int offset, int length) {
        return Double.valueOf(new String(chars, offset, length));
    }

    private static int afterSign(char[] chars, int offset, int end) {
        return offset < end && chars[offset] == '-' ? offset + 1 : offset;
    }

    private static int afterDigits(char[] chars, int offset, int end) {
        int i = offset;
        while (i < end && chars[i] >= '0' && chars[i] <= '9') {
            i++;
        }
        return i;
    }

    /** The end of a sign and digits without a leading zero, or -1. */
    private static int afterWhole(char[] chars, int offset, int end) {
        int first = afterSign(chars, offset, end);
        int after = afterDigits(chars, first, end);
        boolean canonical = after == first + 1 || (after > first && chars[first] != '0');
        return canonical ? after : -1;
    }

    private static boolean isMinusZero(char[] chars, int offset, int length) {
        return length == 2 && chars[offset] == '-' && chars[offset + 1] == '0';
    }

    private static boolean isPrintedBack(char[] chars, int offset, int length) {
        int digits = significantDigits(chars, offset, offset + length);
        if (digits <= ALWAYS_PRINTED_BACK || digits > LONGEST_IN_DOUBLE) {
            return digits <= ALWAYS_PRINTED_BACK;
        }
        BigDecimal decimal = new BigDecimal(chars, offset, length);
        double nearest = decimal.doubleValue();
        return rounded(nearest, digits).compareTo(decimal) == 0
                && rounded(nearest, digits - 1).doubleValue() != nearest;
    }

    private static BigDecimal rounded(double d, int digits) {
        return new BigDecimal(d).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    /** From the first digit that is not zero to the last. */
    private static int significantDigits(char[] chars, int offset, int end) {
        int digits = 0;
        int upToLast = 0;
        for (int i = afterSign(chars, offset, end); i < end; i++) {
            boolean nonZero = chars[i] >= '1' && chars[i] <= '9';
            digits += nonZero || (digits > 0 && chars[i] == '0') ? 1 : 0;
            upToLast = nonZero ? digits : upToLast;
        }
        return upToLast;
    }
}
