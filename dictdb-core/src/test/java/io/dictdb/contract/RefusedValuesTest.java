package io.dictdb.contract;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.InsertOptions;
import io.dictdb.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes and sizes that no record can hold are refused wherever a value comes in, naming field and class; the table stays as it was. */
class RefusedValuesTest {
    private final Table table = DictDB.create().createTable("t");

    @SuppressWarnings("JavaUtilDate") // the best known class that is no value
    static Stream<Object> refused() {
        return Stream.of(
                new Object(),
                new Date(0),
                IndexType.HASH,
                'c',
                new int[] {1},
                Optional.of(1),
                Set.of(1),
                new AtomicInteger(1),
                Locale.ROOT,
                RefusedValuesTest.class,
                Map.of(1, "x"));
    }

    static Stream<Object> accepted() {
        return Stream.of(
                true,
                "text",
                1L,
                1.5,
                new BigInteger("9223372036854775808"),
                new BigDecimal("1.50"),
                LocalDate.EPOCH,
                LocalTime.NOON,
                LocalDateTime.MIN,
                Instant.EPOCH,
                new UUID(1, 2),
                List.of(1L, List.of()),
                Map.of("a", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void valueClassesComeBackAsTheyWentIn(Object value) {
        Object key = table.insert(Map.of("v", value));
        Object back = table.get(key).orElseThrow().get("v");
        assertThat(back).isEqualTo(value);
        assertThat(table.select(field("v").eq(value)).count()).isEqualTo(1);
    }

    /** Only a map that goes by identity can hold equal names twice. */
    @ParameterizedTest
    @ValueSource(ints = {2, 9, 100})
    @SuppressWarnings("StringOperationCanBeSimplified") // another object is the point
    void aNameThatComesTwice(int fields) {
        IdentityHashMap<String, Object> record = new IdentityHashMap<>();
        for (int i = 1; i < fields; i++) {
            record.put("f" + i, i);
        }
        record.put(new String("f1"), 0);
        assertThat(record).hasSize(fields);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.insert(record))
                .withMessageContaining("'f1' comes twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.insert(Map.of("v", record)))
                .withMessageContaining("'f1' comes twice");
        assertThat(table.size()).isZero();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void otherClassesAreRefusedInEveryCall(Object value) {
        table.insert(Map.of("v", 1));
        assertRefused(value, () -> table.insert(Map.of("v", value)));
        assertRefused(value, () -> table.insert(List.of(Map.of("v", 2), Map.of("v", value))));
        assertRefused(
                value,
                () -> table.insert(
                        List.of(Map.of("v", value)), InsertOptions.defaults().skipValidation(true)));
        assertRefused(value, () -> table.upsert(Map.of("id", 1, "v", value)));
        assertRefused(value, () -> table.update(Map.of("v", value), all()));
        assertRefused(value, () -> table.update(row -> Map.of("v", value), all()));
        assertThat(table.all()).hasSize(1).allSatisfy(row -> assertThat(row).containsEntry("v", 1L));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void otherClassesAreRefusedInsideListsAndMaps(Object value) {
        assertRefused(value, () -> table.insert(Map.of("v", List.of(1, value))));
        assertRefused(value, () -> table.insert(Map.of("v", Map.of("k", List.of(value)))));
        assertThat(table.count()).isZero();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void otherClassesAreRefusedInConditions(Object value) {
        assertRefused(value, () -> field("v").eq(value));
        assertRefused(value, () -> field("v").in(List.of(1, value)));
        assertRefused(value, () -> field("v").between(1, value));
        assertRefused(value, () -> field("v").contains(value));
    }

    private static void assertRefused(Object value, Runnable call) {
        String culprit = value instanceof Map ? "Integer" : value.getClass().getName();
        assertThatIllegalArgumentException()
                .isThrownBy(call::run)
                .withMessageContaining("v")
                .withMessageContaining(culprit);
    }

    @Test
    void fieldNamesAreStrings() {
        Map<Object, Object> raw = new HashMap<>(Map.of(1, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> table.insert(unchecked(raw)));
        raw.clear();
        raw.put(null, "x");
        assertThatIllegalArgumentException().isThrownBy(() -> table.insert(unchecked(raw)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.insert(Map.of("v", raw)))
                .withMessageContaining("v");
        assertThat(table.count()).isZero();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> unchecked(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    @Test
    void nestingEndsAtFiveHundred() {
        table.insert(Map.of("v", nested(500)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.insert(Map.of("v", nested(501))))
                .withMessageContaining("500");
        assertThatIllegalArgumentException().isThrownBy(() -> table.insert(Map.of("v", Map.of("k", nested(500)))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> field("v").eq(nested(501)))
                .withMessageContaining("v");
        assertThat(table.count()).isEqualTo(1);
    }

    private static List<Object> nested(int depth) {
        List<Object> list = List.of();
        for (int i = 1; i < depth; i++) {
            list = List.of(list);
        }
        return list;
    }

    @Test
    void aListThatHoldsItselfIsRefused() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.insert(Map.of("v", list)))
                .withMessageContaining("v");
        Map<String, Object> map = new HashMap<>();
        map.put("self", map);
        assertThatIllegalArgumentException().isThrownBy(() -> table.insert(map));
        assertThat(table.count()).isZero();
    }

    @Test
    void numbersEndAtAThousandDigits() {
        BigInteger largest = BigInteger.TEN.pow(1_000).subtract(BigInteger.ONE);
        table.insert(Map.of("v", largest));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.insert(Map.of("v", largest.add(BigInteger.ONE))))
                .withMessageContaining("v");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.insert(Map.of("v", new BigDecimal(largest.add(BigInteger.TWO), 5))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> field("v").lt(largest.negate().subtract(BigInteger.ONE)));
        assertThat(table.all()).hasSize(1);
    }

    @Test
    void bytesAreClonedOnTheWayInAndOnEachRead() {
        byte[] mine = {1, 2};
        table.insert(Map.of("v", mine));
        mine[0] = 9;
        ((byte[]) table.all().get(0).get("v"))[1] = 9;
        assertThat((byte[]) table.all().get(0).get("v")).containsExactly(1, 2);
        assertThat(table.all().get(0)).isEqualTo(table.get(1).orElseThrow());
        assertThat(table.select(field("v").eq(new byte[] {1, 2})).count()).isEqualTo(1);
    }

    @Test
    void aChangeThatIsNoMapIsRefused() {
        table.insert(Map.of("v", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> table.update(row -> null, all()));
        assertThat(table.all().get(0)).containsEntry("v", 1L);
    }
}
