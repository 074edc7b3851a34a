package io.dictdb.internal.mapping;

import io.dictdb.internal.value.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Numbers as narrower or wider numbers.
 *
 * <p>Between integers and decimals nothing is ever lost: a number that does not fit is refused, never rounded or wrapped. To a double an
 * integer widens as it does in Java and in a schema, that is, to the nearest one; a decimal becomes a double only where that double
 * stands for it, exactly or as the one that prints the same. In the other direction a double becomes the decimal it prints (19.99 and
 * not 19.989999999999998436), which turns back into the same double. A Double is no integer, even when it is whole. A float takes
 * the nearest of any double in its range, since that is what it was made for.
 */
final class Narrowing {
    private Narrowing() {}

    static long toInteger(Object value, Class<?> type, long smallest, long largest) {
        long integer = toLong(value, type);
        if (integer < smallest || integer > largest) {
            throw Misfit.outOfRange(value, type);
        }
        return integer;
    }

    private static long toLong(Object value, Class<?> type) {
        if (isSmall(value)) {
            return ((Number) value).longValue();
        }
        BigInteger big = toBigInteger(value, type);
        if (big.bitLength() >= Long.SIZE) {
            throw Misfit.outOfRange(value, type);
        }
        return big.longValue();
    }

    static BigInteger toBigInteger(Object value, Class<?> type) {
        if (value instanceof BigInteger big) {
            return big;
        }
        if (value instanceof BigDecimal decimal) {
            return wholePart(decimal, type);
        }
        if (isSmall(value)) {
            return BigInteger.valueOf(((Number) value).longValue());
        }
        throw Misfit.otherClass(value, type);
    }

    private static BigInteger wholePart(BigDecimal decimal, Class<?> type) {
        if (decimal.signum() != 0 && decimal.stripTrailingZeros().scale() > 0) {
            throw Misfit.outOfRange(decimal, type);
        }
        return decimal.toBigInteger();
    }

    static BigDecimal toBigDecimal(Object value, Class<?> type) {
        if (isFloating(value)) {
            return printed((Number) value, type);
        }
        if (isInteger(value) || value instanceof BigDecimal) {
            return Numbers.decimal((Number) value);
        }
        throw Misfit.otherClass(value, type);
    }

    private static BigDecimal printed(Number floating, Class<?> type) {
        if (!Double.isFinite(floating.doubleValue())) {
            throw Misfit.outOfRange(floating, type);
        }
        return new BigDecimal(floating.toString());
    }

    static double toDouble(Object value, Class<?> type) {
        if (isFloating(value)) {
            return ((Number) value).doubleValue();
        }
        if (!isInteger(value) && !(value instanceof BigDecimal)) {
            throw Misfit.otherClass(value, type);
        }
        double nearest = ((Number) value).doubleValue();
        if (Double.isInfinite(nearest) || !(isInteger(value) || standsFor(nearest, (BigDecimal) value))) {
            throw Misfit.outOfRange(value, type);
        }
        return nearest;
    }

    private static boolean standsFor(double nearest, BigDecimal decimal) {
        return BigDecimal.valueOf(nearest).compareTo(decimal) == 0 || new BigDecimal(nearest).compareTo(decimal) == 0;
    }

    static float toFloat(Object value, Class<?> type) {
        double wide = toDouble(value, type);
        float nearest = (float) wide;
        if (Float.isInfinite(nearest) && !Double.isInfinite(wide)) {
            throw Misfit.outOfRange(value, type);
        }
        return nearest;
    }

    private static boolean isSmall(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
    }

    private static boolean isInteger(Object value) {
        return isSmall(value) || value instanceof BigInteger;
    }

    private static boolean isFloating(Object value) {
        return value instanceof Double || value instanceof Float;
    }
}
