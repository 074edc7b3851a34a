package io.dictdb.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
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
import org.junit.jupiter.api.Test;

@SuppressWarnings("ArrayRecordComponent") // byte[] is a value
class RecordSchemasTest {
    private enum Color {
        RED
    }

    private record Inner(int a) {}

    private record Values(
            byte b,
            Short s,
            int i,
            Long l,
            BigInteger big,
            float f,
            Double d,
            boolean yes,
            String text,
            BigDecimal decimal,
            LocalDate date,
            LocalTime time,
            LocalDateTime dateTime,
            Instant instant,
            UUID uuid,
            byte[] bytes,
            List<String> list,
            List<?> anything,
            Map<String, Integer> map,
            Color color,
            Inner inner,
            Optional<Color> maybe,
            Optional<List<Inner>> maybeList) {}

    /** An annotation of a library that knows no type annotations: it lands on the accessor alone. */
    @SuppressWarnings("UnusedNestedClass") // used below, which the check does not see
    private static final class Old {
        @Retention(RetentionPolicy.RUNTIME)
        @Target(ElementType.METHOD)
        private @interface Nullable {}
    }

    /** One without targets lands on the component. */
    private static final class Plain {
        @Retention(RetentionPolicy.RUNTIME)
        private @interface Nullable {}
    }

    private static final class Invisible {
        @Retention(RetentionPolicy.CLASS)
        private @interface Nullable {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    private @interface Other {}

    private record Marked(
            @org.jspecify.annotations.Nullable String type,
            Map.@org.jspecify.annotations.Nullable Entry<String, String> other,
            String none) {}

    private record Nullables(
            @org.jspecify.annotations.Nullable String type,
            byte @org.jspecify.annotations.Nullable [] bytes,
            @org.jspecify.annotations.Nullable Long boxed,
            @Old.Nullable String method,
            @Plain.Nullable String component,
            @Old.Nullable int primitive,
            @Invisible.Nullable String invisible,
            List<@org.jspecify.annotations.Nullable String> elements,
            @Other String other) {}

    private record OfThread(Thread worker) {}

    private record OfObject(Object any) {}

    private record OfNumber(Number any) {}

    private record OfRawOptional(
            @SuppressWarnings("rawtypes") Optional any) {}

    private static Class<?> type(String field) {
        return RecordSchemas.of(Values.class).type(field);
    }

    @Test
    void componentsBecomeFieldsInOrder() {
        assertThat(Schema.of(Values.class).fields())
                .containsExactly(
                        "b",
                        "s",
                        "i",
                        "l",
                        "big",
                        "f",
                        "d",
                        "yes",
                        "text",
                        "decimal",
                        "date",
                        "time",
                        "dateTime",
                        "instant",
                        "uuid",
                        "bytes",
                        "list",
                        "anything",
                        "map",
                        "color",
                        "inner",
                        "maybe",
                        "maybeList");
    }

    @Test
    void eachClassHasItsType() {
        assertThat(List.of("b", "s", "i", "l", "big"))
                .allSatisfy(field -> assertThat(type(field)).isEqualTo(Long.class));
        assertThat(List.of("f", "d"))
                .allSatisfy(field -> assertThat(type(field)).isEqualTo(Double.class));
        assertThat(type("yes")).isEqualTo(Boolean.class);
        assertThat(type("bytes")).isEqualTo(byte[].class);
        assertThat(type("decimal")).isEqualTo(BigDecimal.class);
        assertThat(type("uuid")).isEqualTo(UUID.class);
        assertThat(List.of("text", "color", "maybe"))
                .allSatisfy(field -> assertThat(type(field)).isEqualTo(String.class));
        assertThat(List.of("list", "anything", "maybeList"))
                .allSatisfy(field -> assertThat(type(field)).isEqualTo(List.class));
        assertThat(List.of("map", "inner"))
                .allSatisfy(field -> assertThat(type(field)).isEqualTo(Map.class));
    }

    @Test
    void onlyOptionalsAreNullableWhereNothingIsMarked() {
        Schema schema = RecordSchemas.of(Values.class);
        assertThat(schema.fields()).filteredOn(schema::isNullable).containsExactly("maybe", "maybeList");
    }

    @Test
    void whatIsMarkedNullableIsNullable() {
        Schema schema = RecordSchemas.of(Nullables.class);
        assertThat(schema.fields())
                .filteredOn(schema::isNullable)
                .containsExactly("type", "bytes", "boxed", "method", "component");
    }

    @Test
    void otherClassesAreRefusedByName() {
        assertRefused(OfThread.class, "worker", "java.lang.Thread");
        assertRefused(OfObject.class, "any", "java.lang.Object");
        assertRefused(OfNumber.class, "any", "java.lang.Number");
        assertRefused(OfRawOptional.class, "any", "java.util.Optional");
        assertRefused(Marked.class, "other", "java.util.Map$Entry<java.lang.String, java.lang.String>");
    }

    private static void assertRefused(Class<? extends java.lang.Record> type, String component, String componentClass) {
        assertThatThrownBy(() -> RecordSchemas.of(type))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "record " + type.getName() + ", component '" + component + "': " + componentClass);
    }

    @Test
    void onlyRecordClassesHaveOne() {
        assertThatThrownBy(() -> RecordSchemas.of(null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RecordSchemas.of(java.lang.Record.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
