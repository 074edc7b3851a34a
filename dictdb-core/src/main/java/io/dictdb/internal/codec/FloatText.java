package io.dictdb.internal.codec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Doubles as Python prints them: the fewest digits that read back as the same double, of those the nearest to it; an exponent below 1e-4 and from 1e16 on.
 *
 * <p>{@code Double.toString} gives a digit too many at times before JDK 19, and two digits for the smallest doubles still. But up to 15 digits a normal
 * double has only one spelling, so that what it prints with so few is right on every JDK. The others are rounded from their exact value, to more digits each
 * time, down as well as up, since at a power of two the nearer of these may already belong to the neighbour.
 */
final class FloatText {
    private static final int ALWAYS_UNIQUE = 15;
    private static final int MOST_DIGITS = 17;
    private static final int HIGHEST_PLAIN = 16;
    private static final int LOWEST_PLAIN = -4;

    private FloatText() {}

    static String of(double d) {
        if (Double.isNaN(d)) {
            return "nan";
        }
        String sign = Double.doubleToRawLongBits(d) < 0 ? "-" : "";
        double size = Math.abs(d);
        if (Double.isInfinite(size)) {
            return sign + "inf";
        }
        return sign + (size == 0 ? "0.0" : layout(shortest(size)));
    }

    private static BigDecimal shortest(double size) {
        BigDecimal printed = new BigDecimal(Double.toString(size)).stripTrailingZeros();
        if (printed.precision() <= ALWAYS_UNIQUE && size >= Double.MIN_NORMAL) {
            return printed;
        }
        BigDecimal exact = new BigDecimal(size);
        for (int digits = size < Double.MIN_NORMAL ? 1 : ALWAYS_UNIQUE; digits < MOST_DIGITS; digits++) {
            BigDecimal found = rounded(exact, size, digits);
            if (found != null) {
                return found.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    /** The nearest decimal of so many digits that reads back, or null. */
    private static @Nullable BigDecimal rounded(BigDecimal exact, double size, int digits) {
        BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        if (nearest.doubleValue() == size) {
            return nearest;
        }
        boolean above = nearest.compareTo(exact) > 0;
        BigDecimal other = exact.round(new MathContext(digits, above ? RoundingMode.DOWN : RoundingMode.UP));
        return other.doubleValue() == size ? other : null;
    }

    private static String layout(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        if (exponent >= LOWEST_PLAIN && exponent < HIGHEST_PLAIN) {
            return number.scale() > 0 ? number.toPlainString() : number.toBigIntegerExact() + ".0";
        }
        String digits = number.unscaledValue().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + power;
    }
}
