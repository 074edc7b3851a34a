package io.dictdb.internal.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The border: what comes in is checked, normalised and copied into immutable forms; what goes out can be handed to anybody.
 *
 * <p>Inside, integers are Long or, past 64 bits, BigInteger; floating numbers are Double; lists are {@link FrozenList}, maps
 * {@link FrozenMap}; a byte[] is ours alone and must pass {@link #out} before a caller sees it.
 */
public final class Values {
    private static final Set<Class<?>> IMMUTABLE = Set.of(
            Long.class,
            Double.class,
            Boolean.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            Instant.class,
            UUID.class);

    private Values() {}

    /** The value of a condition or a default: as {@link #in}, named by its field. */
    public static @Nullable Object constant(String field, @Nullable Object value) {
        return in(field, value, 0);
    }

    /** The values of a condition as a list that keeps nulls. */
    public static List<@Nullable Object> constants(String field, Collection<?> values) {
        @Nullable Object[] copy = values.toArray(new @Nullable Object[0]);
        for (int i = 0; i < copy.length; i++) {
            copy[i] = in(field, copy[i], 0);
        }
        return new FrozenList(copy);
    }

    /** Checks, normalises and copies a value of a record. */
    public static @Nullable Object in(String where, @Nullable Object value) {
        return in(where, value, 0);
    }

    static @Nullable Object in(String where, @Nullable Object value, int depth) {
        if (value == null || IMMUTABLE.contains(value.getClass())) {
            return value;
        }
        if (value instanceof String s) {
            return Limits.check(where, s);
        }
        if (value instanceof Number n) {
            return number(where, n);
        }
        if (value instanceof byte[] bytes) {
            return Limits.check(where, bytes).clone();
        }
        return compound(where, value, depth + 1);
    }

    private static Object number(String where, Number n) {
        if (n instanceof Integer || n instanceof Short || n instanceof Byte) {
            return n.longValue();
        }
        if (n instanceof Float) {
            return n.doubleValue();
        }
        // Subclasses could lie about their value later: only the JDK's own classes are taken as they are.
        if (n.getClass() == BigInteger.class) {
            BigInteger big = (BigInteger) n;
            return big.bitLength() < Long.SIZE ? (Object) big.longValue() : Limits.check(where, big);
        }
        if (n.getClass() == BigDecimal.class) {
            return Limits.check(where, (BigDecimal) n);
        }
        throw refused(where, n);
    }

    private static Object compound(String where, Object value, int depth) {
        if (value instanceof FrozenList || value.getClass() == FrozenMap.class) {
            Limits.checkDepth(where, depth + ((Nested) value).depth() - 1);
            return value;
        }
        Limits.checkDepth(where, depth);
        if (value instanceof List<?> list) {
            return FrozenList.copyOf(where, list, depth);
        }
        if (value instanceof Map<?, ?> map) {
            return FrozenMap.copyOf(where, map, depth);
        }
        throw refused(where, value);
    }

    private static IllegalArgumentException refused(String where, Object value) {
        return new IllegalArgumentException(
                "field '" + where + "': " + value.getClass().getName() + " is not a class of values ("
                        + "null, Boolean, String, integers, Float, Double, BigDecimal, LocalDate, LocalTime, LocalDateTime, Instant, UUID, byte[], List, Map)");
    }

    /** What a caller may see: a byte[] is cloned, everything else is immutable as it is. */
    public static @Nullable Object out(@Nullable Object value) {
        return value instanceof byte[] bytes ? bytes.clone() : value;
    }

    /** A deep copy that a caller may change. */
    public static @Nullable Object thaw(@Nullable Object value) {
        if (value instanceof FrozenList list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(thaw(element)));
            return copy;
        }
        return value instanceof ShapedMap map ? map.thawed() : out(value);
    }

    /** Equal by value, as conditions, keys, groups and distinct see it: 1 equals 1.0, 0.0 equals -0.0, NaN equals NaN. */
    public static boolean equal(@Nullable Object a, @Nullable Object b) {
        return a == b || ValueOrder.compare(a, b) == 0;
    }

    /** Equal as Java objects: of one class and, for a byte[], of equal content. */
    public static boolean identical(@Nullable Object a, @Nullable Object b) {
        return (a instanceof byte[] x && b instanceof byte[] y) ? Arrays.equals(x, y) : Objects.equals(a, b);
    }

    /** A hash that agrees with {@link #identical} and with the contract of {@link List} and {@link Map}. */
    static int identityHash(@Nullable Object value) {
        return value instanceof byte[] bytes ? Arrays.hashCode(bytes) : Objects.hashCode(value);
    }

    /** A hash that agrees with {@link #equal}. */
    public static int hash(@Nullable Object value) {
        if (value instanceof Long n) {
            return Numbers.hash(n.longValue());
        }
        if (value instanceof String || value == null) {
            return Objects.hashCode(value);
        }
        if (value instanceof Number n) {
            return Numbers.hash(n);
        }
        if (value instanceof FrozenList list) {
            return list.valueHash();
        }
        return value instanceof ShapedMap map ? map.valueHash() : identityHash(value);
    }
}
