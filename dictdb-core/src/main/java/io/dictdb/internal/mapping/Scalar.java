package io.dictdb.internal.mapping;

import io.dictdb.internal.value.ValueTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A class whose objects are values themselves, or numbers that become values by widening: written as it stands, since insertion
 * normalises numbers anyway. A raw list or map, and {@code Object}, take their values as the row holds them.
 */
record Scalar(Class<?> type, UnaryOperator<Object> reading) implements Form {
    private static final Map<Class<?>, Scalar> SCALARS = Stream.of(
                    integer(long.class, n -> n, Long.MIN_VALUE, Long.MAX_VALUE),
                    integer(Long.class, n -> n, Long.MIN_VALUE, Long.MAX_VALUE),
                    integer(int.class, n -> (int) n, Integer.MIN_VALUE, Integer.MAX_VALUE),
                    integer(Integer.class, n -> (int) n, Integer.MIN_VALUE, Integer.MAX_VALUE),
                    integer(short.class, n -> (short) n, Short.MIN_VALUE, Short.MAX_VALUE),
                    integer(Short.class, n -> (short) n, Short.MIN_VALUE, Short.MAX_VALUE),
                    integer(byte.class, n -> (byte) n, Byte.MIN_VALUE, Byte.MAX_VALUE),
                    integer(Byte.class, n -> (byte) n, Byte.MIN_VALUE, Byte.MAX_VALUE),
                    new Scalar(double.class, v -> Narrowing.toDouble(v, double.class)),
                    new Scalar(Double.class, v -> Narrowing.toDouble(v, Double.class)),
                    new Scalar(float.class, v -> Narrowing.toFloat(v, float.class)),
                    new Scalar(Float.class, v -> Narrowing.toFloat(v, Float.class)),
                    new Scalar(BigInteger.class, v -> Narrowing.toBigInteger(v, BigInteger.class)),
                    new Scalar(BigDecimal.class, v -> Narrowing.toBigDecimal(v, BigDecimal.class)),
                    new Scalar(boolean.class, v -> instance(v, Boolean.class)),
                    same(Boolean.class),
                    same(String.class),
                    same(LocalDate.class),
                    same(LocalTime.class),
                    same(LocalDateTime.class),
                    same(Instant.class),
                    same(UUID.class),
                    same(byte[].class),
                    same(List.class),
                    same(Map.class),
                    same(Number.class),
                    same(Object.class))
            .collect(Collectors.toUnmodifiableMap(Scalar::type, scalar -> scalar));

    /** How a long becomes a box of the narrower class; the range was checked before. */
    private interface Boxing {
        Object box(long n);
    }

    private static Scalar integer(Class<?> type, Boxing boxing, long smallest, long largest) {
        return new Scalar(type, value -> boxing.box(Narrowing.toInteger(value, type, smallest, largest)));
    }

    private static Scalar same(Class<?> type) {
        return new Scalar(type, value -> instance(value, type));
    }

    private static Object instance(Object value, Class<?> type) {
        if (!type.isInstance(value)) {
            throw Misfit.otherClass(value, type);
        }
        return value;
    }

    static Optional<Form> of(Class<?> type) {
        return Optional.ofNullable(SCALARS.get(type));
    }

    @Override
    public @Nullable Object read(@Nullable Object value) {
        if (value != null) {
            return reading.apply(value);
        }
        if (type.isPrimitive()) {
            throw Misfit.otherClass(null, type);
        }
        return null;
    }

    @Override
    public Object write(Object object, int depth) {
        return object;
    }

    @Override
    public boolean isPlain() {
        return true;
    }

    @Override
    public Optional<Class<?>> fieldType() {
        return ValueTypes.of(type);
    }
}
