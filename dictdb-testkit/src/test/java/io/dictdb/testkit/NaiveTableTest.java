package io.dictdb.testkit;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.asc;
import static io.dictdb.Dsl.desc;
import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DuplicateKeyException;
import io.dictdb.OnConflict;
import io.dictdb.Order;
import io.dictdb.RecordNotFoundException;
import io.dictdb.Schema;
import io.dictdb.SchemaValidationException;
import io.dictdb.Upserted;
import io.dictdb.Upserted.Action;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The model's queries and changes, judged by hand-written examples of the contract's section 3, rules 1, 5, 6, 7 and 10, and section 4. */
class NaiveTableTest {
    private static final Object MISSING = new Object();

    @Test
    void rowsComeInInsertionOrder() {
        NaiveTable table = table(3L, 1L, 2L);
        table.update(Map.of("b", 1), field("a").eq(1), false);
        assertThat(column(table, query())).containsExactly(3L, 1L, 2L);
        table.delete(field("a").eq(3), false);
        table.insert(List.of(Map.of("a", 3)), false);
        assertThat(column(table, query())).containsExactly(1L, 2L, 3L);
    }

    @Test
    void orderIsStableAlsoDescending() {
        NaiveTable table = table(1L, null, 1.0, 0L, "a", MISSING);
        assertThat(keys(table, query(asc("a")))).containsExactly(2L, 6L, 4L, 1L, 3L, 5L);
        assertThat(keys(table, query(desc("a")))).containsExactly(5L, 1L, 3L, 4L, 2L, 6L);
        assertThat(keys(table, query(asc("nowhere"), desc("id")))).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void distinctKeepsTheFirstOfEqualsBeforeOffsetAndLimit() {
        NaiveTable table = table(1L, 1.0, 2L, null, MISSING, 2.0, 3L);
        assertThat(column(
                        table,
                        new Query(named("a"), List.of(), List.of(), true, OptionalInt.empty(), OptionalInt.empty())))
                .containsExactly(1L, 2L, null, 3L);
        assertThat(column(
                        table, new Query(named("a"), List.of(), List.of(), true, OptionalInt.of(1), OptionalInt.of(2))))
                .containsExactly(2L, null);
        assertThat(column(
                        table,
                        new Query(
                                named("a"),
                                List.of(),
                                List.of(desc("id")),
                                true,
                                OptionalInt.empty(),
                                OptionalInt.of(2))))
                .containsExactly(3L, 2.0);
    }

    @Test
    void limitZeroIsEmptyAndOffsetMayBeTooLarge() {
        NaiveTable table = table(1L, 2L);
        assertThat(table.list(
                        new Query(named("a"), List.of(), List.of(), false, OptionalInt.empty(), OptionalInt.of(0))))
                .isEmpty();
        assertThat(table.list(
                        new Query(named("a"), List.of(), List.of(), false, OptionalInt.of(9), OptionalInt.empty())))
                .isEmpty();
    }

    @Test
    void projection() {
        NaiveTable table = table(7L);
        assertThat(table.list(new Query(
                                named("a", "nowhere"),
                                List.of(),
                                List.of(),
                                false,
                                OptionalInt.empty(),
                                OptionalInt.empty()))
                        .get(0))
                .containsExactly(entry("a", 7L), entry("nowhere", null));
        Map<String, String> aliases = new LinkedHashMap<>(Map.of("x", "a"));
        aliases.put("y", "id");
        assertThat(new Query.Columns.Aliased(aliases).of(table.rows().get(0)))
                .containsExactly(entry("x", 7L), entry("y", 1L));
        assertThat(named().of(table.rows().get(0))).isEmpty();
    }

    @Test
    void columnsAreSortedByCodePoint() {
        NaiveTable table = new NaiveTable("id", null);
        assertThat(table.columns()).isEmpty();
        table.insert(List.of(Map.of("\ud83d\ude00", 1), Map.of("\uff5e", 1, "a", 1)), false);
        assertThat(table.columns()).containsExactly("a", "id", "\uff5e", "\ud83d\ude00");
    }

    private static Query query(Order... order) {
        return new Query(
                new Query.Columns.All(), List.of(), List.of(order), false, OptionalInt.empty(), OptionalInt.empty());
    }

    private static Query.Columns named(String... fields) {
        return new Query.Columns.Named(List.of(fields));
    }

    private static List<Object> column(NaiveTable table, Query query) {
        List<Object> column = new ArrayList<>();
        table.list(query).forEach(row -> column.add(row.get("a")));
        return column;
    }

    private static List<Object> keys(NaiveTable table, Query query) {
        return table.list(query).stream().map(row -> row.get("id")).toList();
    }

    private static Map.Entry<String, Object> entry(String field, Object value) {
        return Arrays.asList(Collections.singletonMap(field, value))
                .get(0)
                .entrySet()
                .iterator()
                .next();
    }

    // Section 4.

    @Test
    void automaticKeysFollowTheLargestIntegerKey() {
        NaiveTable table = new NaiveTable("id", null);
        assertThat(table.insert(
                        List.of(
                                Map.of(),
                                Map.of("id", 5),
                                Map.of(),
                                Map.of("id", "x"),
                                Collections.singletonMap("id", null),
                                Map.of("id", -9)),
                        false))
                .containsExactly(1L, 5L, 6L, "x", 7L, -9L);
        table.clear();
        assertThat(table.insert(List.of(Map.of("id", Long.MAX_VALUE), Map.of()), false))
                .containsExactly(Long.MAX_VALUE, BigInteger.ONE.shiftLeft(63));
    }

    @Test
    void aRefusedCallChangesNothing() {
        NaiveTable table = table(1L, 2L);
        assertRefused(
                () -> table.insert(List.of(Map.of("a", 3), Map.of("id", 2.0)), false), DuplicateKeyException.class);
        assertRefused(() -> table.insert(List.of(Map.of(), Map.of("a", 'c')), false), IllegalArgumentException.class);
        assertRefused(() -> table.insert(List.of(Map.of("id", List.of())), false), IllegalArgumentException.class);
        assertRefused(() -> table.update(Map.of("id", 9), field("a").eq(1), false), SchemaValidationException.class);
        assertRefused(() -> table.update(Map.of("a", 9), field("a").eq(7), false), RecordNotFoundException.class);
        assertRefused(() -> table.delete(field("a").eq(7), false), RecordNotFoundException.class);
        assertThat(table.size()).isEqualTo(2);
        assertThat(table.insert(List.of(Map.of()), false)).containsExactly(3L);
    }

    @Test
    void aCallThatIsWrongInTwoWaysMayReportEither() {
        NaiveTable table =
                new NaiveTable("id", Schema.builder().field("a", Long.class).build());
        table.insert(List.of(Map.of("id", 1, "a", 1)), false);
        assertRefused(
                () -> table.insert(List.of(Map.of("id", 1)), false),
                SchemaValidationException.class,
                DuplicateKeyException.class);
    }

    @Test
    void upsertMergesIgnoresOrRefuses() {
        NaiveTable table = table(1L);
        assertThat(table.upsert(Map.of("id", 1, "b", 2), OnConflict.UPDATE))
                .isEqualTo(new Upserted(1L, Action.UPDATED));
        assertThat(table.upsert(Map.of("id", 1, "b", 3), OnConflict.IGNORE))
                .isEqualTo(new Upserted(1L, Action.IGNORED));
        assertRefused(() -> table.upsert(Map.of("id", 1, "b", 4), OnConflict.ERROR), DuplicateKeyException.class);
        assertThat(table.rows()).containsExactly(Map.of("id", 1L, "a", 1L, "b", 2L));
        assertThat(table.upsert(Map.of("b", 5), OnConflict.ERROR)).isEqualTo(new Upserted(2L, Action.INSERTED));
    }

    @Test
    void theSchemaSaysWhatIsStored() {
        NaiveTable table = new NaiveTable(
                "id",
                Schema.builder()
                        .field("d", Double.class)
                        .field("s", String.class, "none")
                        .nullable("n", Integer.class)
                        .build());
        assertThat(table.columns()).containsExactly("d", "s", "n", "id");
        table.insert(List.of(Map.of("d", 1)), false);
        assertThat(table.rows()).containsExactly(Map.of("id", 1L, "d", 1.0, "s", "none"));
        assertRefused(() -> table.insert(List.of(Map.of("d", true)), false), SchemaValidationException.class);
        assertRefused(() -> table.insert(List.of(Map.of("d", 1, "x", 1)), false), SchemaValidationException.class);
        assertRefused(() -> table.insert(List.of(Map.of()), false), SchemaValidationException.class);
        assertRefused(() -> table.insert(List.of(Map.of("d", 1, "n", 1.0)), false), SchemaValidationException.class);
        assertRefused(
                () -> table.update(Collections.singletonMap("d", null), all(), false), SchemaValidationException.class);
        assertThat(table.insert(List.of(Map.of("d", 1, "n", BigInteger.ONE.shiftLeft(64))), false))
                .containsExactly(2L);
        assertThat(table.insert(List.of(Map.of("x", 'c' + 0)), true)).containsExactly(3L);
    }

    @Test
    void thereIsNoAutomaticKeyWhereTheKeyIsNoInteger() {
        NaiveTable table = new NaiveTable(
                "code", Schema.builder().field("code", String.class).build());
        assertRefused(() -> table.insert(List.of(Map.of()), false), SchemaValidationException.class);
        assertThat(table.insert(List.of(Map.of("code", "x")), false)).containsExactly("x");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static void assertRefused(Runnable call, Class<? extends RuntimeException>... classes) {
        RuntimeException thrown = Outcome.of(() -> {
                    call.run();
                    return null;
                })
                .thrown();
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.classes()).isEqualTo(Set.of(classes)));
    }

    private static NaiveTable table(Object... values) {
        NaiveTable table = new NaiveTable("id", null);
        for (Object value : values) {
            table.insert(List.of(value == MISSING ? Map.of() : Collections.singletonMap("a", value)), false);
        }
        return table;
    }
}
