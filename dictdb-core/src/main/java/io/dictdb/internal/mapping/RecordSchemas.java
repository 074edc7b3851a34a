package io.dictdb.internal.mapping;

import io.dictdb.Schema;
import io.dictdb.internal.value.Arguments;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The schema of a record class: a field for each component, in order.
 *
 * <p>A component is nullable when it is an Optional or bears an annotation called {@code Nullable}, of whichever library: only the simple name
 * counts, and it must be visible at run time. Some annotations land on the component, some on its type, some on the accessor;
 * all three are looked at. A primitive is required whatever it bears. A boxed key is required too, and null all the same in an
 * object that is inserted: a null key asks for an automatic one before the schema is asked.
 */
public final class RecordSchemas {
    private RecordSchemas() {}

    public static Schema of(Class<? extends java.lang.Record> type) {
        Arguments.require(
                Arguments.notNull(type, "record class").isRecord(), "%s is not a record class", type.getName());
        Schema.Builder schema = Schema.builder();
        for (RecordComponent component : RecordMapper.components(type)) {
            add(schema, component, fieldType(type, component));
        }
        return schema.build();
    }

    private static void add(Schema.Builder schema, RecordComponent component, Class<?> fieldType) {
        if (isNullable(component)) {
            schema.nullable(component.getName(), fieldType);
        } else {
            schema.field(component.getName(), fieldType);
        }
    }

    private static Class<?> fieldType(Class<?> type, RecordComponent component) {
        return Component.form(type, component)
                .fieldType()
                .orElseThrow(() -> new IllegalArgumentException(Component.where(type, component) + ": "
                        + component.getGenericType().getTypeName() + " is not a class that a schema can name"));
    }

    private static boolean isNullable(RecordComponent component) {
        Class<?> type = component.getType();
        return type == Optional.class || (!type.isPrimitive() && isMarked(component));
    }

    private static boolean isMarked(RecordComponent component) {
        Stream<AnnotatedElement> places = Stream.of(
                component,
                component.getAnnotatedType(),
                component.getAccessor(),
                component.getAccessor().getAnnotatedReturnType());
        return places.map(AnnotatedElement::getAnnotations)
                .flatMap(Arrays::stream)
                .map(Annotation::annotationType)
                .anyMatch(annotation -> annotation.getSimpleName().equals("Nullable"));
    }
}
