package io.dictdb.internal.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one total order over all values: null, booleans, numbers, strings (by code point), LocalDate, LocalTime, LocalDateTime, Instant, UUID
 * (as its text sorts, unlike {@link UUID#compareTo}), byte[] (unsigned), lists (element by element), maps (by their entries sorted by key).
 * Indexes, orderBy, min and max, and every condition read this class, and nothing else compares values.
 */
public final class ValueOrder {
    public static final Comparator<@Nullable Object> COMPARATOR = ValueOrder::compare;

    private ValueOrder() {}

    /** The place of a value's class in the total order. */
    public static int rank(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Number) {
            return 2;
        }
        if (value instanceof String) {
            return 3;
        }
        return value instanceof Boolean ? 1 : rareRank(value);
    }

    private static int rareRank(Object value) {
        if (value instanceof LocalDate) {
            return 4;
        }
        if (value instanceof LocalTime) {
            return 5;
        }
        if (value instanceof LocalDateTime) {
            return 6;
        }
        if (value instanceof Instant) {
            return 7;
        }
        if (value instanceof UUID) {
            return 8;
        }
        return value instanceof byte[] ? 9 : value instanceof FrozenList ? 10 : 11;
    }

    public static int compare(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (a instanceof String x && b instanceof String y) {
            return compare(x, y);
        }
        int rank = rank(a);
        int byRank = Integer.compare(rank, rank(b));
        return byRank != 0 || rank == 0 ? byRank : within(rank, Objects.requireNonNull(a), Objects.requireNonNull(b));
    }

    private static int within(int rank, Object a, Object b) {
        return switch (rank) {
            case 1 -> Boolean.compare((Boolean) a, (Boolean) b);
            case 2 -> Numbers.compare((Number) a, (Number) b);
            case 3 -> compare((String) a, (String) b);
            case 4 -> ((LocalDate) a).compareTo((LocalDate) b);
            case 5 -> ((LocalTime) a).compareTo((LocalTime) b);
            case 6 -> ((LocalDateTime) a).compareTo((LocalDateTime) b);
            case 7 -> ((Instant) a).compareTo((Instant) b);
            case 8 -> compare((UUID) a, (UUID) b);
            case 9 -> Arrays.compareUnsigned((byte[]) a, (byte[]) b);
            case 10 -> Arrays.compare(((FrozenList) a).elements(), ((FrozenList) b).elements(), COMPARATOR);
            default -> compare((ShapedMap) a, (ShapedMap) b);
        };
    }

    /** By code point; UTF-16 order, which {@link String#compareTo} has, puts surrogate pairs before U+E000. */
    public static int compare(String a, String b) {
        int common = Math.min(a.length(), b.length());
        int i = 0;
        while (i < common && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        if (i == common) {
            return Integer.compare(a.length(), b.length());
        }
        boolean inPair = i > 0
                && (Character.isSurrogatePair(a.charAt(i - 1), a.charAt(i))
                        || Character.isSurrogatePair(b.charAt(i - 1), b.charAt(i)));
        int start = inPair ? i - 1 : i;
        return Integer.compare(a.codePointAt(start), b.codePointAt(start));
    }

    private static int compare(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }

    private static int compare(ShapedMap a, ShapedMap b) {
        String[] left = a.shape().sorted();
        String[] right = b.shape().sorted();
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int byKey = compare(left[i], right[i]);
            int order = byKey != 0 ? byKey : compare(a.inner(left[i]), b.inner(right[i]));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }
}
