package io.dictdb.contract;

import static io.dictdb.Dsl.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dictdb.DictDB;
import io.dictdb.InsertOptions;
import io.dictdb.Schema;
import io.dictdb.SchemaValidationException;
import io.dictdb.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schema refuses, and what the exception says about it. */
class SchemaMisuseTest {
    private final DictDB db = DictDB.create();
    private final Table items = db.createTable(
            "items",
            "id",
            Schema.builder()
                    .field("name", String.class)
                    .field("n", Integer.class, 0)
                    .nullable("note", String.class)
                    .build());

    static Stream<Arguments> misfits() {
        return Stream.of(
                Arguments.of(Map.of("name", 5), "name"),
                Arguments.of(Map.of("name", "a", "n", true), "n"),
                Arguments.of(Map.of("name", "a", "n", 1.0), "n"),
                Arguments.of(Map.of("name", "a", "n", new BigDecimal("1")), "n"),
                Arguments.of(Map.of("name", "a", "note", 1), "note"),
                Arguments.of(Map.of("n", 1), "name"),
                Arguments.of(Map.of("name", "a", "other", 1), "other"),
                Arguments.of(Map.of("id", "text", "name", "a"), "id"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void recordsThatDoNotFit(Map<String, Object> record, String field) {
        assertMisfit(field, () -> items.insert(record));
        assertMisfit(field, () -> items.insert(List.of(Map.of("name", "fits"), record)));
        assertMisfit(field, () -> items.upsert(record));
        assertThat(items.count()).isZero();
        assertThat(items.insert(Map.of("name", "first"))).isEqualTo(1L);
    }

    @Test
    void anExceptionSaysWhatWasExpectedAndWhatWasThere() {
        SchemaValidationException e = misfit(() -> items.insert(Map.of("name", "a", "n", "text")));
        assertThat(e.expected()).contains("Long");
        assertThat(e.actual()).contains("String");
        assertThat(misfit(() -> items.insert(Map.of("name", "a", "n", true))).actual())
                .contains("Boolean");
    }

    @Test
    void nullIsForNullableFieldsAndDefaultsOnly() {
        Map<String, Object> record = new HashMap<>();
        record.put("name", null);
        assertMisfit("name", () -> items.insert(record));
        record.put("name", "a");
        record.put("n", null);
        record.put("note", null);
        items.insert(record);
        assertThat(items.all().get(0)).containsEntry("name", "a").containsEntry("n", 0L);
        assertThat(items.all().get(0).get("note")).isNull();
    }

    @Test
    void updatesThatDoNotFit() {
        items.insert(Map.of("name", "a"));
        assertMisfit("name", () -> items.update(Map.of("name", 1), all()));
        assertMisfit("other", () -> items.update(Map.of("other", 1), all()));
        assertMisfit("n", () -> items.update(row -> Map.of("n", 0.5), all()));
        assertMisfit("id", () -> items.update(Map.of("id", 2), all()));
        assertMisfit("n", () -> items.upsert(Map.of("id", 1, "n", false)));
        assertThat(items.all())
                .hasSize(1)
                .allSatisfy(row -> assertThat(row).containsEntry("name", "a").containsEntry("n", 0L));
    }

    private static void assertMisfit(String field, ThrowingCallable call) {
        SchemaValidationException e = misfit(call);
        assertThat(e).hasMessageContaining("items").hasMessageContaining(field);
        assertThat(e.table()).isEqualTo("items");
        assertThat(e.field()).isEqualTo(field);
    }

    private static SchemaValidationException misfit(ThrowingCallable call) {
        SchemaValidationException e = catchThrowableOfType(SchemaValidationException.class, call);
        assertThat(e).as("a schema validation exception").isNotNull();
        return e;
    }

    @Test
    void skippingValidationSkipsTheSchemaAlone() {
        InsertOptions trusting = InsertOptions.defaults().skipValidation(true);
        items.insert(List.of(Map.of("name", 5, "other", true)), trusting);
        assertThat(items.all().get(0)).containsEntry("name", 5L).containsEntry("other", true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> items.insert(List.of(Map.of("name", Locale.ROOT)), trusting));
        assertThatIllegalArgumentException().isThrownBy(() -> items.insert(List.of(Map.of("id", List.of())), trusting));
        assertThat(items.count()).isEqualTo(1);
    }

    @Test
    void anIntegerFieldTakesIntegersOfAnySize() {
        items.insert(Map.of("name", "a", "n", new BigInteger("18446744073709551616")));
        items.insert(Map.of("name", "b", "n", (byte) 1));
        assertThat(items.all())
                .extracting(row -> row.get("n"))
                .containsExactly(new BigInteger("18446744073709551616"), 1L);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Object.class,
                Date.class,
                Thread.State.class,
                Character.class,
                int[].class,
                Optional.class,
                char.class,
                Number.class
            })
    void classesThatAreNoValues(Class<?> type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schema.builder().field("odd", type))
                .withMessageContaining("odd")
                .withMessageContaining(type.getName());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schema.builder().nullable("odd", type))
                .withMessageContaining("odd");
    }

    @Test
    void fieldsNamedTwice() {
        Schema.Builder builder = Schema.builder().field("a", String.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.field("a", Long.class))
                .withMessageContaining("a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.nullable("a", String.class))
                .withMessageContaining("a");
    }

    @Test
    void defaultsThatDoNotFit() {
        Schema.Builder builder = Schema.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.field("when", LocalDate.class, "today"))
                .withMessageContaining("when");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.field("n", Long.class, true))
                .withMessageContaining("true");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.field("at", Instant.class, Locale.ROOT))
                .withMessageContaining("at");
        assertThat(builder.field("price", Double.class, 3).build().defaultValue("price"))
                .contains(3.0);
    }

    @Test
    void fieldsThatTheSchemaDoesNotHave() {
        Schema schema = Schema.builder().field("a", String.class).build();
        assertThatIllegalArgumentException().isThrownBy(() -> schema.type("b")).withMessageContaining("b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema.isNullable("b"))
                .withMessageContaining("b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema.defaultValue("b"))
                .withMessageContaining("b");
    }

    @Test
    void aMissingKeyFieldIsAddedAsAnInteger() {
        assertThat(items.schemaFields()).containsExactly("name", "n", "note", "id");
        assertThat(items.schema().orElseThrow().type("id")).isEqualTo(Long.class);
    }
}
