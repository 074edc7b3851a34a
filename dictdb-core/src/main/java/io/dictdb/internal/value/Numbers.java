package io.dictdb.internal.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Numbers by exact mathematical value across Long, Double, BigInteger and BigDecimal. NaN equals itself and stands above all others,
 * infinity included; 0.0 equals -0.0. No comparison goes through a rounding conversion: 2^53 + 1 is not the double 2^53.
 */
public final class Numbers {
    private static final double TWO_63 = 0x1p63;

    private Numbers() {}

    public static int compare(Number a, Number b) {
        if (a instanceof Long x) {
            return compare(x.longValue(), b);
        }
        if (a instanceof Double x) {
            return compare(x.doubleValue(), b);
        }
        if (b instanceof Long || b instanceof Double) {
            return -compare(b, a);
        }
        return a instanceof BigInteger x && b instanceof BigInteger y
                ? x.compareTo(y)
                : decimal(a).compareTo(decimal(b));
    }

    public static int compare(long a, Number b) {
        if (b instanceof Long y) {
            return Long.compare(a, y);
        }
        if (b instanceof Double y) {
            return compare(a, y.doubleValue());
        }
        return b instanceof BigInteger y
                ? BigInteger.valueOf(a).compareTo(y)
                : BigDecimal.valueOf(a).compareTo(decimal(b));
    }

    public static int compare(double a, Number b) {
        if (b instanceof Double y) {
            return compare(a, y.doubleValue());
        }
        if (b instanceof Long y) {
            return -compare(y.longValue(), a);
        }
        if (Double.isNaN(a) || Double.isInfinite(a)) {
            return a == Double.NEGATIVE_INFINITY ? -1 : 1;
        }
        return new BigDecimal(a).compareTo(decimal(b));
    }

    public static int compare(double a, double b) {
        if (a < b) {
            return -1;
        }
        if (a > b) {
            return 1;
        }
        return a == b ? 0 : Boolean.compare(Double.isNaN(a), Double.isNaN(b));
    }

    public static int compare(long a, double b) {
        if (Double.isNaN(b) || b >= TWO_63) {
            return -1;
        }
        if (b < -TWO_63) {
            return 1;
        }
        int whole = Long.compare(a, (long) b);
        return whole != 0 ? whole : Double.compare(0, b - (long) b + 0.0);
    }

    static int hash(Number n) {
        if (n instanceof Double d) {
            return hash(d.doubleValue());
        }
        if (n instanceof BigDecimal decimal) {
            return hash(decimal);
        }
        return n instanceof Long l ? hash(l.longValue()) : hash(new BigDecimal((BigInteger) n));
    }

    /** Spread over all bits: {@link Long#hashCode} gives every packed pair (i, i) the same. */
    static int hash(long n) {
        long mixed = (n ^ (n >>> 32)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }

    private static int hash(double d) {
        long whole = (long) d;
        return whole == d && d < TWO_63 ? hash(whole) : Double.hashCode(d);
    }

    private static int hash(BigDecimal decimal) {
        double nearest = decimal.doubleValue();
        boolean exact = !Double.isInfinite(nearest) && new BigDecimal(nearest).compareTo(decimal) == 0;
        if (exact) {
            return hash(nearest);
        }
        BigDecimal plain = decimal.stripTrailingZeros();
        boolean whole = plain.scale() <= 0
                && plain.precision() - plain.scale() <= 19
                && plain.toBigInteger().bitLength() < Long.SIZE;
        return whole ? hash(plain.longValue()) : plain.hashCode();
    }

    public static BigDecimal decimal(Number n) {
        if (n instanceof BigDecimal decimal) {
            return decimal;
        }
        return n instanceof BigInteger big
                ? new BigDecimal(big)
                : n instanceof Long l ? BigDecimal.valueOf(l) : new BigDecimal(n.doubleValue());
    }
}
