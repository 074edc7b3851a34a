package io.dictdb.pickle;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Keys as Python's dicts tell them apart: 1, 1.0 and True are one. */
final class PythonKeys {
    private PythonKeys() {}

    /** Whether records can have it as their key. */
    static boolean isKey(@Nullable Object value) {
        boolean number =
                value instanceof Long || value instanceof BigInteger || (value instanceof Double d && !d.isNaN());
        return number || value instanceof String || value instanceof Boolean;
    }

    /** Whether a dict takes one for the other. */
    static boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null || !isKey(a) || !isKey(b)) {
            return false;
        }
        if (a instanceof String || b instanceof String) {
            return a.equals(b);
        }
        return a.equals(b) || number(a).compareTo(number(b)) == 0;
    }

    /** The number that a Boolean or a number is; one of infinite size is larger than any double. */
    private static BigDecimal number(Object value) {
        if (value instanceof Boolean b) {
            return b ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (value instanceof Double d) {
            return Double.isInfinite(d)
                    ? BigDecimal.valueOf(Math.signum(d)).scaleByPowerOfTen(2_000)
                    : new BigDecimal(d);
        }
        return value instanceof BigInteger big ? new BigDecimal(big) : BigDecimal.valueOf((Long) value);
    }
}
