package io.dictdb.internal.mapping;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows to records and back, where all goes well. */
@SuppressWarnings("ArrayRecordComponent") // byte[] is a value
class RecordMapperTest {
    private enum Role {
        ADMIN,
        GUEST {
            @Override
            public String toString() {
                return "a guest";
            }
        }
    }

    private record Address(String street, @Nullable Integer zip) {}

    private record Person(
            Long id, String name, int age, @Nullable Address address, Optional<Role> role, List<String> tags) {}

    private record Values(
            boolean yes,
            Boolean no,
            String text,
            BigDecimal decimal,
            LocalDate date,
            LocalTime time,
            LocalDateTime dateTime,
            Instant instant,
            UUID uuid,
            byte[] bytes,
            List<?> list,
            Map<String, ?> map,
            Object any) {}

    private record Numbers(
            byte b,
            short s,
            int i,
            long l,
            float f,
            double d,
            Byte bb,
            Short ss,
            Integer ii,
            Long ll,
            Float ff,
            Double dd,
            BigInteger big,
            BigDecimal decimal,
            Number number) {}

    private record Node(
            int value, List<Node> children, @Nullable Node next) {}

    private record Generic(
            List<Map<String, List<Integer>>> deep,
            Map<String, Optional<Role>> roles,
            List<? extends Address> addresses,
            Map<? extends String, ?> wild,
            List<Optional<Address>> maybe,
            Optional<List<Short>> shorts) {}

    private record Boxed<T, N extends Number>(T value, N number, List<T> values) {}

    @SuppressWarnings("rawtypes")
    private record Raw(List list, Map map, Optional optional, Boxed boxed) {}

    private record Bytes(byte... bytes) {}

    private record Nothing() {}

    private static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private static <R extends java.lang.Record> R read(Class<R> type, @Nullable Object... namesAndValues) {
        return RecordMapper.of(type).read(fields(namesAndValues));
    }

    @Test
    void fieldsBecomeComponentsOfTheirName() {
        Person ada = read(
                Person.class,
                "extra",
                1L,
                "tags",
                List.of("a"),
                "role",
                "ADMIN",
                "age",
                36L,
                "name",
                "Ada",
                "id",
                7L,
                "address",
                fields("zip", 1000L, "street", "Main"));
        assertThat(ada)
                .isEqualTo(new Person(7L, "Ada", 36, new Address("Main", 1000), Optional.of(Role.ADMIN), List.of("a")));
    }

    @Test
    void aMissingFieldReadsAsNull() {
        assertThat(read(Person.class, "age", 1L)).isEqualTo(new Person(null, null, 1, null, Optional.empty(), null));
    }

    @Test
    void aRecordIsWrittenInTheOrderOfItsComponents() {
        Person ada = new Person(7L, "Ada", 36, new Address("Main", null), Optional.of(Role.GUEST), List.of("a"));
        assertThat(RecordMapper.of(Person.class).write(ada))
                .containsExactly(
                        entry("id", 7L),
                        entry("name", "Ada"),
                        entry("age", 36),
                        entry("address", fields("street", "Main", "zip", null)),
                        entry("role", "GUEST"),
                        entry("tags", List.of("a")));
    }

    @Test
    @SuppressWarnings("NullOptional") // forbidden by taste, not by the language
    void nullsAndEmptyOptionalsAreWrittenAsNull() {
        assertThat(RecordMapper.of(Person.class).write(new Person(null, null, 0, null, Optional.empty(), null)))
                .isEqualTo(fields("id", null, "name", null, "age", 0, "address", null, "role", null, "tags", null));
        assertThat(RecordMapper.of(Person.class).write(new Person(null, null, 0, null, null, null)))
                .containsEntry("role", null);
    }

    @Test
    void allClassesOfValuesPassAsTheyAre() {
        Map<String, @Nullable Object> row = fields(
                "yes",
                true,
                "no",
                false,
                "text",
                "x",
                "decimal",
                new BigDecimal("1.50"),
                "date",
                LocalDate.EPOCH,
                "time",
                LocalTime.NOON,
                "dateTime",
                LocalDateTime.MIN,
                "instant",
                Instant.EPOCH,
                "uuid",
                new UUID(1, 2),
                "bytes",
                new byte[] {1},
                "list",
                asList(1L, null, "x"),
                "map",
                fields("a", null, "b", 2.5),
                "any",
                12L);
        Values values = RecordMapper.of(Values.class).read(row);
        assertThat(RecordMapper.of(Values.class).write(values)).isEqualTo(row);
        assertThat(values.list()).isEqualTo(asList(1L, null, "x"));
    }

    @Test
    void numbersNarrowWhereTheyFit() {
        Map<String, Object> row = new HashMap<>();
        List.of("b", "s", "i", "l", "bb", "ss", "ii", "ll", "big", "decimal", "number")
                .forEach(name -> row.put(name, -7L));
        List.of("f", "d", "ff", "dd").forEach(name -> row.put(name, 0.5));
        assertThat(RecordMapper.of(Numbers.class).read(row))
                .isEqualTo(new Numbers(
                        (byte) -7,
                        (short) -7,
                        -7,
                        -7,
                        0.5f,
                        0.5,
                        (byte) -7,
                        (short) -7,
                        -7,
                        -7L,
                        0.5f,
                        0.5,
                        BigInteger.valueOf(-7),
                        BigDecimal.valueOf(-7),
                        -7L));
    }

    @Test
    void aRecordClassMayContainItself() {
        Node tree = new Node(1, List.of(new Node(2, List.of(), null)), new Node(3, List.of(), null));
        Map<String, @Nullable Object> row = RecordMapper.of(Node.class).write(tree);
        assertThat(row).containsEntry("children", List.of(fields("value", 2, "children", List.of(), "next", null)));
        assertThat(RecordMapper.of(Node.class).read(row)).isEqualTo(tree);
    }

    @Test
    void genericArgumentsAreFollowedToTheEnd() {
        Map<String, @Nullable Object> row = fields(
                "deep",
                List.of(fields("a", asList(1L, null))),
                "roles",
                fields("x", "ADMIN", "y", null),
                "addresses",
                List.of(fields("street", "S")),
                "wild",
                fields("k", 1L),
                "maybe",
                asList(null, fields("zip", 5L)),
                "shorts",
                List.of(3L));
        Generic generic = RecordMapper.of(Generic.class).read(row);
        assertThat(generic.deep()).isEqualTo(List.of(Map.of("a", asList(1, null))));
        assertThat(generic.roles()).containsExactly(entry("x", Optional.of(Role.ADMIN)), entry("y", Optional.empty()));
        assertThat(generic.addresses().get(0)).isEqualTo(new Address("S", null));
        assertThat(generic.wild()).isEqualTo(Map.of("k", 1L));
        assertThat(generic.maybe()).containsExactly(Optional.empty(), Optional.of(new Address(null, 5)));
        assertThat(generic.shorts()).contains(List.of((short) 3));
    }

    @Test
    void genericArgumentsAreWrittenAsTheyWereRead() {
        Generic generic = new Generic(
                List.of(Map.of("a", asList(1, null))),
                Map.of("x", Optional.of(Role.GUEST)),
                asList(new Address("S", 1), null),
                Map.of("k", 1L),
                List.of(Optional.empty()),
                Optional.of(List.of((short) 3)));
        assertThat(RecordMapper.of(Generic.class).write(generic))
                .isEqualTo(fields(
                        "deep",
                        List.of(Map.of("a", asList(1, null))),
                        "roles",
                        Map.of("x", "GUEST"),
                        "addresses",
                        asList(fields("street", "S", "zip", 1), null),
                        "wild",
                        Map.of("k", 1L),
                        "maybe",
                        asList((Object) null),
                        "shorts",
                        List.of((short) 3)));
    }

    @Test
    void aTypeVariableStandsForItsBoundAndARawTypeForAnything() {
        assertThat(read(Boxed.class, "value", 1L, "number", 2.5, "values", List.of("x")))
                .isEqualTo(new Boxed<>(1L, 2.5, List.of("x")));
        Raw raw = read(
                Raw.class, "list", List.of(1L), "map", Map.of("a", 1L), "optional", 3L, "boxed", fields("value", "x"));
        assertThat(raw).isEqualTo(new Raw(List.of(1L), Map.of("a", 1L), Optional.of(3L), new Boxed<>("x", null, null)));
    }

    @Test
    void whatIsReadCannotBeChanged() {
        Person ada = read(Person.class, "age", 1L, "tags", new ArrayList<>(List.of("a")));
        assertThatThrownBy(() -> ada.tags().add("b")).isInstanceOf(UnsupportedOperationException.class);
        Map<String, Optional<Role>> roles =
                read(Generic.class, "roles", fields("x", "ADMIN")).roles();
        assertThatThrownBy(roles::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatIsReadDoesNotFollowItsSource() {
        List<Object> tags = new ArrayList<>(List.of("a"));
        Person ada = read(Person.class, "age", 1L, "tags", tags);
        tags.add("b");
        assertThat(ada.tags()).containsExactly("a");
    }

    @Test
    void privateAndLocalRecordsAreInReach() {
        record Local(int a, @Nullable String b) {}
        assertThat(read(Local.class, "a", 1L, "b", "x")).isEqualTo(new Local(1, "x"));
        assertThat(RecordMapper.of(Local.class).write(new Local(1, null))).isEqualTo(fields("a", 1, "b", null));
    }

    @Test
    void aComponentOfVariableArityIsAnArrayLikeAnyOther() {
        assertThat(read(Bytes.class, "bytes", new byte[] {1, 2}).bytes()).containsExactly(1, 2);
        assertThat(read(Bytes.class).bytes()).isNull();
    }

    @Test
    void aRecordWithoutComponentsIsAnEmptyRow() {
        assertThat(read(Nothing.class, "a", 1L)).isEqualTo(new Nothing());
        assertThat(RecordMapper.of(Nothing.class).write(new Nothing())).isEmpty();
    }

    @Test
    void aMapperIsMadeOncePerClass() {
        assertThat(RecordMapper.of(Person.class)).isSameAs(RecordMapper.of(Person.class));
    }
}
