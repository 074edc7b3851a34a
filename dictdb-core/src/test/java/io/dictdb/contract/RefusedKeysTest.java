package io.dictdb.contract;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.DuplicateKeyException;
import io.dictdb.InsertOptions;
import io.dictdb.OnConflict;
import io.dictdb.Schema;
import io.dictdb.SchemaValidationException;
import io.dictdb.Table;
import io.dictdb.Upserted.Action;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key is any value but null, List, Map, byte[] and NaN, compared by value; it never changes. */
class RefusedKeysTest {
    private final DictDB db = DictDB.create();
    private final Table table = db.createTable("t", "key");

    static Stream<Object> refused() {
        return Stream.of(List.of(1), List.of(), Map.of("a", 1), new byte[] {1}, Double.NaN, Float.NaN);
    }

    static Stream<Object> accepted() {
        return Stream.of(
                "",
                "text",
                1L,
                -5L,
                1.5,
                -0.0,
                Double.POSITIVE_INFINITY,
                true,
                new BigInteger("9223372036854775808"),
                new BigDecimal("1.50"),
                LocalDate.EPOCH,
                Instant.EPOCH,
                new UUID(1, 2));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void keysFindTheirRecords(Object key) {
        assertThat(table.insert(Map.of("key", key, "v", 1))).isEqualTo(key);
        assertThat(table.get(key).orElseThrow()).containsEntry("key", key);
        assertThat(table.upsert(Map.of("key", key, "v", 2)).action()).isEqualTo(Action.UPDATED);
        assertThatThrownBy(() -> table.insert(Map.of("key", key))).isInstanceOf(DuplicateKeyException.class);
        assertThat(table.delete(field("key").eq(key))).isEqualTo(1);
        assertThat(table.get(key)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void otherValuesAreNoKeys(Object key) {
        assertRefused(() -> table.insert(Map.of("key", key)));
        assertRefused(() -> table.insert(List.of(Map.of("v", 1), Map.of("key", key))));
        assertRefused(() -> table.insert(
                List.of(Map.of("key", key)), InsertOptions.defaults().skipValidation(true)));
        assertRefused(() -> table.upsert(Map.of("key", key)));
        assertRefused(() -> table.upsert(Map.of("key", key), OnConflict.IGNORE));
        assertThat(table.count()).isZero();
        assertThat(table.insert(Map.of("v", 1))).isEqualTo(1L);
    }

    private static void assertRefused(Runnable call) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining("key");
    }

    @Test
    void keysAreEqualByValue() {
        table.insert(List.of(Map.of("key", 1), Map.of("key", 0.0), Map.of("key", new BigDecimal("2.50"))));
        assertThat(table.get(1.0)).isPresent();
        assertThat(table.get(new BigDecimal("1.000"))).isPresent();
        assertThat(table.get(BigInteger.ONE)).isPresent();
        assertThat(table.get(-0.0)).isPresent();
        assertThat(table.get(2.5)).isPresent();
        assertThat(table.get(true)).isEmpty();
        assertThat(table.get("1")).isEmpty();
    }

    @Test
    void anExplicitIntegerMovesTheCounterPastIt() {
        assertThat(table.insert(Map.of("key", 10))).isEqualTo(10L);
        assertThat(table.insert(Map.of("v", 1))).isEqualTo(11L);
        table.insert(Map.of("key", 5));
        assertThat(table.insert(withNull("key"))).isEqualTo(12L);
        assertThat(table.insert(Arrays.asList(withNull("key"), Map.of("key", 20), Map.of("v", 1))))
                .containsExactly(13L, 20L, 21L);
        assertThat(table.upsert(withNull("key")).key()).isEqualTo(22L);
    }

    @Test
    void aTextualKeyLeavesTheCounter() {
        table.insert(Map.of("key", "text"));
        assertThat(table.insert(Map.of("v", 1))).isEqualTo(1L);
    }

    @Test
    void aFailedCallLeavesTheCounter() {
        table.insert(Map.of("key", 3));
        assertThatThrownBy(() -> table.insert(List.of(Map.of("v", 1), Map.of("key", 90), Map.of("key", 3))))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> table.insert(Map.of("key", 50, "v", new Object())));
        assertThat(table.insert(Map.of("v", 1))).isEqualTo(4L);
    }

    @Test
    void noAutomaticKeyWhereTheSchemasKeyIsNoInteger() {
        Table named = db.createTable(
                "named", "name", Schema.builder().field("name", String.class).build());
        assertThatThrownBy(() -> named.insert(Map.of()))
                .isInstanceOf(SchemaValidationException.class)
                .hasMessageContaining("name");
        assertThatThrownBy(() -> named.insert(withNull("name"))).isInstanceOf(SchemaValidationException.class);
        assertThatThrownBy(() -> named.upsert(Map.of())).isInstanceOf(SchemaValidationException.class);
        assertThatThrownBy(() -> named.insert(List.of(Map.of()))).isInstanceOf(SchemaValidationException.class);
        assertThat(named.count()).isZero();
    }

    @Test
    void aKeyNeverChanges() {
        table.insert(Map.of("key", 1, "v", 1));
        assertThatThrownBy(() -> table.update(Map.of("key", 2), all()))
                .isInstanceOf(SchemaValidationException.class)
                .hasMessageContaining("key");
        assertThatThrownBy(() -> table.update(withNull("key"), all())).isInstanceOf(SchemaValidationException.class);
        assertThatThrownBy(() -> table.update(row -> Map.of("key", "x"), all()))
                .isInstanceOf(SchemaValidationException.class);
        assertThatThrownBy(() -> table.updateIfAny(Map.of("key", 2), all()))
                .isInstanceOf(SchemaValidationException.class);
        assertThat(table.all()).containsExactly(table.get(1).orElseThrow());
    }

    private static Map<String, Object> withNull(String field) {
        Map<String, Object> map = new HashMap<>();
        map.put(field, null);
        return map;
    }
}
