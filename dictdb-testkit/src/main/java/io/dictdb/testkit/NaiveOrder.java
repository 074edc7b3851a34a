package io.dictdb.testkit;

import io.dictdb.Order;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/*
 * The total order of the contract, and equality as what the order cannot tell apart. Numbers become BigDecimals, which hold every Long, Double, BigInteger
 * and BigDecimal exactly, so that no case of mixed classes exists; the three doubles that do not become one are placed by hand. Strings become arrays
 * of code points. Nothing here is quick, and nothing needs a second look.
 */
final class NaiveOrder {
    private NaiveOrder() {}

    static boolean equal(@Nullable Object a, @Nullable Object b) {
        return compare(a, b) == 0;
    }

    static int compare(@Nullable Object a, @Nullable Object b) {
        int byClass = Integer.compare(rank(a), rank(b));
        return byClass != 0 || a == null || b == null ? byClass : within(a, b);
    }

    /** Records by fields, one after the other; what reads a field says what a record is. */
    static <R> Comparator<R> by(List<Order> orders, BiFunction<R, String, ? extends @Nullable Object> field) {
        return (a, b) -> orders.stream()
                .mapToInt(by -> sign(by) * compare(field.apply(a, by.field()), field.apply(b, by.field())))
                .filter(byField -> byField != 0)
                .findFirst()
                .orElse(0);
    }

    private static int sign(Order by) {
        return by.descending() ? -1 : 1;
    }

    /** The place of a value's class in the order of classes. */
    static int rank(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return value == null ? 0 : 1;
        }
        if (value instanceof Number || value instanceof String) {
            return value instanceof Number ? 2 : 3;
        }
        List<Class<?>> others = List.of(
                LocalDate.class,
                LocalTime.class,
                LocalDateTime.class,
                Instant.class,
                UUID.class,
                byte[].class,
                List.class,
                Map.class);
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i).isInstance(value)) {
                return 4 + i;
            }
        }
        throw new IllegalArgumentException(value.getClass() + " is not a class of values");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int within(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return numbers(x, y);
        }
        if (a instanceof String x && b instanceof String y) {
            return strings(x, y);
        }
        if (a instanceof UUID) {
            return a.toString().compareTo(b.toString());
        }
        if (a instanceof byte[] x && b instanceof byte[] y) {
            return lists(unsigned(x), unsigned(y));
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            return lists(x, y);
        }
        return a instanceof Map<?, ?> x && b instanceof Map<?, ?> y
                ? lists(entries(x), entries(y))
                : ((Comparable) a).compareTo(b);
    }

    private static int numbers(Number a, Number b) {
        int byPlace = Integer.compare(place(a), place(b));
        return byPlace != 0 || place(a) != 0 ? byPlace : exact(a).compareTo(exact(b));
    }

    /** -1 below every finite number, 0 finite, 1 above, 2 above even that. */
    private static int place(Number n) {
        if (n instanceof Double d && !Double.isFinite(d)) {
            return d.isNaN() ? 2 : d > 0 ? 1 : -1;
        }
        return 0;
    }

    static BigDecimal exact(Number n) {
        if (n instanceof Double d) {
            return new BigDecimal(d);
        }
        if (n instanceof Long l) {
            return BigDecimal.valueOf(l);
        }
        return n instanceof BigInteger i ? new BigDecimal(i) : (BigDecimal) n;
    }

    static int strings(String a, String b) {
        int[] x = a.codePoints().toArray();
        int[] y = b.codePoints().toArray();
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            if (x[i] != y[i]) {
                return Integer.compare(x[i], y[i]);
            }
        }
        return Integer.compare(x.length, y.length);
    }

    private static int lists(List<?> a, List<?> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int byElement = compare(a.get(i), b.get(i));
            if (byElement != 0) {
                return byElement;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static List<Long> unsigned(byte[] bytes) {
        List<Long> unsigned = new ArrayList<>();
        for (byte b : bytes) {
            unsigned.add((long) Byte.toUnsignedInt(b));
        }
        return unsigned;
    }

    /** Key, value, key, value, by key. */
    private static List<@Nullable Object> entries(Map<?, ?> map) {
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>(NaiveOrder::strings);
        map.forEach((key, value) -> sorted.put((String) key, value));
        List<@Nullable Object> entries = new ArrayList<>();
        sorted.forEach((key, value) -> {
            entries.add(key);
            entries.add(value);
        });
        return entries;
    }
}
