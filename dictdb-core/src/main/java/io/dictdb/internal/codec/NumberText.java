package io.dictdb.internal.codec;

import io.dictdb.internal.value.Limits;
import io.dictdb.internal.value.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in the spellings that a schema allows: who names the class has said that {@code 007} is a seven. Each reading gives null where the text is no such
 * number, and refuses by its length what would take long to read.
 */
final class NumberText {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]++");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]{1,9})?");
    private static final int LONGEST = 2 * Limits.DIGITS;

    private NumberText() {}

    static @Nullable Object integer(String text) {
        boolean fits =
                text.length() <= Limits.DIGITS + 1 && INTEGER.matcher(text).matches();
        return fits ? Values.in("integer", new BigInteger(text)) : null;
    }

    static @Nullable Double floating(String text) {
        if (!isDecimal(text)) {
            return notFinite(text);
        }
        double nearest = Double.parseDouble(text);
        return Double.isInfinite(nearest) ? null : (Double) nearest;
    }

    static @Nullable Object decimal(String text) {
        return isDecimal(text) ? Values.in("decimal", new BigDecimal(text)) : null;
    }

    private static boolean isDecimal(String text) {
        return text.length() <= LONGEST && DECIMAL.matcher(text).matches();
    }

    private static @Nullable Double notFinite(String text) {
        if (text.length() > "-infinity".length()) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "infinity", "+inf", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> null;
        };
    }
}
