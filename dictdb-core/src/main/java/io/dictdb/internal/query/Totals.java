package io.dictdb.internal.query;

import io.dictdb.internal.value.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * The sum of numbers of all classes. Integers are added exactly, in a long until it overflows; decimals exactly; doubles with the
 * compensation of Neumaier (Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, 1974), so that ten times 0.1 is 1.0.
 */
final class Totals {
    private static final long EXACT_IN_DOUBLE = 1L << 53;

    private long count;
    private long doubles;
    private long small;
    private BigInteger large = BigInteger.ZERO;
    private @Nullable BigDecimal decimal;
    private double sum;
    private double lost;

    void add(@Nullable Object value) {
        if (value instanceof Long n) {
            add(n.longValue());
        } else if (value instanceof Double n) {
            add(n.doubleValue());
        } else if (value instanceof BigInteger n) {
            large = large.add(n);
            count++;
        } else if (value instanceof BigDecimal n) {
            decimal = decimal == null ? n : decimal.add(n);
            count++;
        }
    }

    void add(long n) {
        long next = small + n;
        if (((small ^ next) & (n ^ next)) < 0) {
            large = large.add(BigInteger.valueOf(small)).add(BigInteger.valueOf(n));
            next = 0;
        }
        small = next;
        count++;
    }

    void add(double n) {
        double next = sum + n;
        lost += Math.abs(sum) >= Math.abs(n) ? (sum - next) + n : (n - next) + sum;
        sum = next;
        doubles++;
        count++;
    }

    private BigInteger integers() {
        return large.add(BigInteger.valueOf(small));
    }

    private BigDecimal exact() {
        BigDecimal whole = new BigDecimal(integers());
        return decimal == null ? whole : whole.add(decimal);
    }

    private double inexact() {
        Totals all = new Totals();
        all.sum = sum;
        all.lost = lost;
        all.add(decimal == null ? integers().doubleValue() : exact().doubleValue());
        return Double.isFinite(all.lost) ? all.sum + all.lost : all.sum;
    }

    /** The sum, or null of nothing: an integer of integers, a double where a double takes part, else a decimal. */
    @Nullable
    Object sum() {
        if (count == 0) {
            return null;
        }
        if (doubles > 0) {
            return inexact();
        }
        BigInteger whole = integers();
        return decimal != null ? exact() : whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }

    /** The mean, or null of nothing: a decimal where decimals take part without doubles, else a double. */
    @Nullable
    Object average() {
        if (count == 0) {
            return null;
        }
        if (doubles > 0) {
            return inexact() / count;
        }
        BigDecimal n = Numbers.decimal(count);
        if (decimal != null) {
            return exact().divide(n, MathContext.DECIMAL128);
        }
        boolean small = integers().abs().compareTo(BigInteger.valueOf(EXACT_IN_DOUBLE)) <= 0;
        return small
                ? integers().doubleValue() / count
                : exact().divide(n, new MathContext(60)).doubleValue();
    }
}
