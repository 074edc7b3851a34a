package io.dictdb.conformance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Equality and order of JSON values, written apart from the engine's own: null, booleans, numbers, strings, lists, maps.
 *
 * @param booleansAreNumbers whether true is the number 1 and false 0, as in the original
 */
record ValueOrder(boolean booleansAreNumbers) implements Comparator<@Nullable Object> {

    /** Whether both are there and of one class, so that one can be said to be below the other. */
    boolean comparable(@Nullable Object a, @Nullable Object b) {
        return a != null && b != null && rank(a) == rank(b);
    }

    boolean equal(@Nullable Object a, @Nullable Object b) {
        return compare(a, b) == 0;
    }

    @Override
    public int compare(@Nullable Object a, @Nullable Object b) {
        int ranks = Integer.compare(rank(a), rank(b));
        return ranks != 0 ? ranks : within(rank(a), a, b);
    }

    private int rank(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Boolean) {
            return booleansAreNumbers ? 2 : 1;
        }
        return value instanceof Number ? 2 : value instanceof String ? 3 : value instanceof List ? 4 : 5;
    }

    private int within(int rank, @Nullable Object a, @Nullable Object b) {
        return switch (rank) {
            case 0 -> 0;
            case 1 -> Boolean.compare((Boolean) a, (Boolean) b);
            case 2 -> number(a).compareTo(number(b));
            case 3 -> compareText((String) a, (String) b);
            case 4 -> compareLists((List<?>) a, (List<?>) b);
            default -> compareLists(entries((Map<?, ?>) a), entries((Map<?, ?>) b));
        };
    }

    static BigDecimal number(Object value) {
        if (value instanceof Boolean b) {
            return b ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (value instanceof BigInteger big) {
            return new BigDecimal(big);
        }
        return value instanceof Double d ? new BigDecimal(d) : BigDecimal.valueOf((Long) value);
    }

    private static int compareText(String a, String b) {
        int[] x = a.codePoints().toArray();
        int[] y = b.codePoints().toArray();
        return Arrays.compare(x, y);
    }

    private int compareLists(List<?> a, List<?> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int items = compare(a.get(i), b.get(i));
            if (items != 0) {
                return items;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    /** A map as the list of its entries, sorted by key. */
    List<?> entries(Map<?, ?> map) {
        Map<Object, List<@Nullable Object>> sorted = new TreeMap<>(this);
        map.forEach((key, value) -> sorted.put(key, Arrays.asList(key, value)));
        return List.copyOf(sorted.values());
    }
}
