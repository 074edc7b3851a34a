package io.dictdb.internal.mapping;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The form of a Java type.
 *
 * <p>A wildcard stands for its upper bound, a type variable for its erasure, a raw list, map or Optional for one of whatever the row holds.
 * A generic record with arguments, such as {@code Pair<Integer, String>}, is refused rather than filled with objects of the
 * wrong classes, which would be found out only much later.
 */
final class Forms {
    private static final Form ANYTHING = of(Object.class);

    private Forms() {}

    static Form of(Type type) {
        if (type instanceof Class<?> plain) {
            return ofClass(plain);
        }
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic, erasure(generic));
        }
        if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof TypeVariable<?>) {
            return ofClass(erasure(type));
        }
        throw refused(type);
    }

    private static Form ofClass(Class<?> type) {
        Optional<Form> scalar = Scalar.of(type);
        if (scalar.isPresent()) {
            return scalar.get();
        }
        if (type.isEnum()) {
            return ofEnum(type);
        }
        if (type.isRecord()) {
            return new Form.OfRecord(type.asSubclass(java.lang.Record.class));
        }
        if (type == Optional.class) {
            return new Form.OfOptional(ANYTHING);
        }
        throw refused(type);
    }

    private static Form ofEnum(Class<?> type) {
        Map<String, Object> constants = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(constant -> ((Enum<?>) constant).name(), constant -> constant));
        return new Form.OfConstant(type, constants);
    }

    private static Form ofGeneric(ParameterizedType type, Class<?> erasure) {
        Type[] arguments = type.getActualTypeArguments();
        if (erasure == Optional.class) {
            return new Form.OfOptional(of(arguments[0]));
        }
        if (erasure == List.class) {
            return new Form.OfList(of(arguments[0]));
        }
        if (erasure == Map.class && erasure(arguments[0]).isAssignableFrom(String.class)) {
            return new Form.OfMap(of(arguments[1]));
        }
        throw refused(type);
    }

    private static Class<?> erasure(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType generic) {
            return erasure(generic.getRawType());
        }
        if (type instanceof WildcardType wildcard) {
            return erasure(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof TypeVariable<?> variable) {
            return erasure(variable.getBounds()[0]);
        }
        throw refused(type);
    }

    private static IllegalArgumentException refused(Type type) {
        return new IllegalArgumentException(
                type.getTypeName() + " is not a class that values can become (value classes, narrower numbers,"
                        + " enums, records without type arguments, Optional, List<…> and Map<String, …> of these)");
    }
}
