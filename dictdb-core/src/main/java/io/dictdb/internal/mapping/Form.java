package io.dictdb.internal.mapping;

import io.dictdb.internal.value.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Java type, generic arguments included, and how its objects and the values of a row become each other. A tree of forms is built once
 * per record class ({@link Forms}) and then read from and written to without reflection on types.
 *
 * <p>A nested record stands for its class alone and is looked up when a value arrives: only so can a class contain itself, as the nodes of a
 * tree do. What is read is immutable; it keeps nulls in lists and maps, and a map's order. What is written may share lists with
 * the object, since insertion copies.
 *
 * <p>Writing counts the depth, as a list may contain the very record it belongs to; reading need not, because a row's values have been
 * counted before.
 */
sealed interface Form permits Scalar, Form.OfConstant, Form.OfOptional, Form.OfList, Form.OfMap, Form.OfRecord {
    /** The object of a value. Throws a {@link Misfit} where there is none. */
    @Nullable
    Object read(@Nullable Object value);

    /** The value of an object that stands at a depth below the row. */
    @Nullable
    Object write(Object object, int depth);

    /** The class of a field that holds such values, or empty when no schema can name it. */
    Optional<Class<?>> fieldType();

    /** Whether objects are written as they stand. */
    default boolean isPlain() {
        return false;
    }

    /** The record classes inside. */
    default Stream<Class<? extends java.lang.Record>> records() {
        return Stream.empty();
    }

    private static @Nullable Object written(Form form, @Nullable Object object, int depth) {
        return object == null ? null : form.write(object, depth);
    }

    private static void checkDepth(int depth) {
        if (depth > Limits.DEPTH) {
            throw Misfit.tooDeep(Limits.DEPTH);
        }
    }

    /** A constant of an enum, by its name. */
    record OfConstant(Class<?> type, Map<String, Object> constants) implements Form {
        @Override
        public @Nullable Object read(@Nullable Object value) {
            if (value == null) {
                return null;
            }
            if (!(value instanceof String name)) {
                throw Misfit.otherClass(value, type);
            }
            Object constant = constants.get(name);
            if (constant == null) {
                throw Misfit.noConstant(name, type);
            }
            return constant;
        }

        @Override
        public Object write(Object object, int depth) {
            return ((Enum<?>) object).name();
        }

        @Override
        public Optional<Class<?>> fieldType() {
            return Optional.of(String.class);
        }
    }

    /** Null or missing is empty. */
    record OfOptional(Form inner) implements Form {
        @Override
        public Object read(@Nullable Object value) {
            return Optional.ofNullable(inner.read(value));
        }

        @Override
        public @Nullable Object write(Object object, int depth) {
            return written(inner, ((Optional<?>) object).orElse(null), depth);
        }

        @Override
        public Optional<Class<?>> fieldType() {
            return inner.fieldType();
        }

        @Override
        public Stream<Class<? extends java.lang.Record>> records() {
            return inner.records();
        }
    }

    /** Each element in its own form. */
    record OfList(Form element) implements Form {
        @Override
        public @Nullable Object read(@Nullable Object value) {
            if (value == null) {
                return null;
            }
            if (!(value instanceof List<?> list)) {
                throw Misfit.otherClass(value, List.class);
            }
            List<@Nullable Object> objects = new ArrayList<>(list.size());
            list.forEach(item -> objects.add(element.read(item)));
            return Collections.unmodifiableList(objects);
        }

        @Override
        public Object write(Object object, int depth) {
            checkDepth(depth);
            if (element.isPlain()) {
                return object;
            }
            List<@Nullable Object> values = new ArrayList<>();
            ((List<?>) object).forEach(item -> values.add(written(element, item, depth + 1)));
            return values;
        }

        @Override
        public Optional<Class<?>> fieldType() {
            return Optional.of(List.class);
        }

        @Override
        public Stream<Class<? extends java.lang.Record>> records() {
            return element.records();
        }
    }

    /** Each entry's value in its own form. */
    record OfMap(Form entry) implements Form {
        @Override
        public @Nullable Object read(@Nullable Object value) {
            if (value == null) {
                return null;
            }
            if (!(value instanceof Map<?, ?> map)) {
                throw Misfit.otherClass(value, Map.class);
            }
            Map<@Nullable Object, @Nullable Object> objects = new LinkedHashMap<>();
            map.forEach((key, item) -> objects.put(key, entry.read(item)));
            return Collections.unmodifiableMap(objects);
        }

        @Override
        public Object write(Object object, int depth) {
            checkDepth(depth);
            if (entry.isPlain()) {
                return object;
            }
            Map<@Nullable Object, @Nullable Object> values = new LinkedHashMap<>();
            ((Map<?, ?>) object).forEach((key, item) -> values.put(key, written(entry, item, depth + 1)));
            return values;
        }

        @Override
        public Optional<Class<?>> fieldType() {
            return Optional.of(Map.class);
        }

        @Override
        public Stream<Class<? extends java.lang.Record>> records() {
            return entry.records();
        }
    }

    /** A record inside a record, from a map. */
    record OfRecord(Class<? extends java.lang.Record> type) implements Form {
        @Override
        @SuppressWarnings("unchecked")
        public @Nullable Object read(@Nullable Object value) {
            if (value == null) {
                return null;
            }
            if (!(value instanceof Map<?, ?> map)) {
                throw Misfit.otherClass(value, type);
            }
            try {
                return RecordMapper.of(type).read((Map<String, @Nullable Object>) map);
            } catch (IllegalArgumentException fault) {
                throw Misfit.inside(fault);
            }
        }

        @Override
        public Object write(Object object, int depth) {
            checkDepth(depth);
            try {
                return RecordMapper.of(type).writeAny(object, depth + 1);
            } catch (IllegalArgumentException fault) {
                throw Misfit.inside(fault);
            }
        }

        @Override
        public Optional<Class<?>> fieldType() {
            return Optional.of(Map.class);
        }

        @Override
        public Stream<Class<? extends java.lang.Record>> records() {
            return Stream.of(type);
        }
    }
}
