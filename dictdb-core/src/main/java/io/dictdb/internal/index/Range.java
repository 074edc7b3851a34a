package io.dictdb.internal.index;

import io.dictdb.internal.value.ValueOrder;
import org.jspecify.annotations.Nullable;

/**
 * Bounds in the total order; a null bound is open, and null lies in no range. The static methods build what a condition means by a comparison: only
 * values of the constant's own class, so {@code above(5)} has an upper end too, the greatest number.
 */
public record Range(
        @Nullable Object low, boolean lowIncluded, @Nullable Object high, boolean highIncluded) {
    public static final Range ALL = new Range(null, false, null, false);
    public static final Range NONE = new Range(false, false, false, false);

    /** All values of the class of a value. */
    public static Range ofClass(Object value) {
        return ClassRanges.of(value);
    }

    public static Range atLeast(Object low) {
        return ofClass(low).from(low, true);
    }

    public static Range above(Object low) {
        return ofClass(low).from(low, false);
    }

    public static Range atMost(Object high) {
        return ofClass(high).upTo(high, true);
    }

    public static Range below(Object high) {
        return ofClass(high).upTo(high, false);
    }

    /** Both ends included; nothing if they are of different classes. */
    public static Range between(Object low, Object high) {
        return ValueOrder.rank(low) == ValueOrder.rank(high) ? new Range(low, true, high, true) : NONE;
    }

    /** The strings that start with a prefix, and perhaps others if half of a surrogate pair is in it. */
    public static Range startingWith(String prefix) {
        boolean half = !prefix.isEmpty() && Character.isHighSurrogate(prefix.charAt(prefix.length() - 1));
        String whole = half ? prefix.substring(0, prefix.length() - 1) : prefix;
        int end = whole.length();
        while (end > 0 && whole.codePointBefore(end) == Character.MAX_CODE_POINT) {
            end -= 2;
        }
        return end == 0 ? atLeast(whole) : atLeast(whole).upTo(following(whole, end), false);
    }

    /** The least string above all that start with the first characters of this one. */
    private static String following(String prefix, int end) {
        int last = prefix.codePointBefore(end);
        return new StringBuilder(prefix.substring(0, end - Character.charCount(last)))
                .appendCodePoint(last + 1)
                .toString();
    }

    private Range from(Object newLow, boolean included) {
        return new Range(newLow, included, high, highIncluded);
    }

    private Range upTo(Object newHigh, boolean included) {
        return new Range(low, lowIncluded, newHigh, included);
    }

    public Range intersect(Range other) {
        Range lower = lowerBound(other) ? other : this;
        Range upper = upperBound(other) ? other : this;
        return new Range(lower.low, lower.lowIncluded, upper.high, upper.highIncluded);
    }

    /** Whether the other begins later. */
    private boolean lowerBound(Range other) {
        if (low == null || other.low == null) {
            return low == null;
        }
        int order = ValueOrder.compare(low, other.low);
        return order < 0 || (order == 0 && lowIncluded);
    }

    /** Whether the other ends earlier. */
    private boolean upperBound(Range other) {
        if (high == null || other.high == null) {
            return high == null;
        }
        int order = ValueOrder.compare(high, other.high);
        return order > 0 || (order == 0 && highIncluded);
    }

    /** Whether the bounds leave room for no value. */
    public boolean isEmpty() {
        if (low == null || high == null) {
            return false;
        }
        int order = ValueOrder.compare(low, high);
        return order > 0 || (order == 0 && !(lowIncluded && highIncluded));
    }

    public boolean contains(@Nullable Object value) {
        return value != null && !startsBehind(value) && !endsBefore(value);
    }

    private boolean startsBehind(Object value) {
        int order = low == null ? -1 : ValueOrder.compare(low, value);
        return order > 0 || (order == 0 && !lowIncluded);
    }

    private boolean endsBefore(Object value) {
        int order = high == null ? 1 : ValueOrder.compare(high, value);
        return order < 0 || (order == 0 && !highIncluded);
    }
}
