package io.dictdb.testkit;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.avg;
import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.max;
import static io.dictdb.Dsl.min;
import static io.dictdb.Dsl.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.Aggregate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The model's aggregates, judged by hand-written examples of the contract's section 3, rule 9. */
class NaiveSummaryTest {
    private static final Object MISSING = new Object();

    @Test
    void sums() {
        assertThat(aggregate(sum("a"), 1L, null, "x", 2L, true, MISSING)).isEqualTo(3L);
        assertThat(aggregate(sum("a"), Long.MAX_VALUE, 1L)).isEqualTo(BigInteger.ONE.shiftLeft(63));
        assertThat(aggregate(sum("a"), BigInteger.ONE.shiftLeft(63), -1L)).isEqualTo(Long.MAX_VALUE);
        assertThat(aggregate(sum("a"), null, "x")).isNull();
        assertThat(aggregate(sum("a"))).isNull();
        Object[] tenths = Collections.nCopies(10, 0.1).toArray();
        assertThat(aggregate(sum("a"), tenths)).isEqualTo(1.0);
        assertThat(aggregate(sum("a"), 1e16, 1.0, -1e16)).isEqualTo(1.0);
        assertThat(aggregate(sum("a"), 1L, 0.5)).isEqualTo(1.5);
        assertThat(aggregate(sum("a"), 1L, new BigDecimal("0.50"))).isEqualTo(new BigDecimal("1.50"));
        assertThat(aggregate(sum("a"), Double.POSITIVE_INFINITY, 1.0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(aggregate(sum("a"), Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .isEqualTo(Double.NaN);
    }

    @Test
    void aPlainLoopIsNotNearEnough() {
        NaiveSum sum = NaiveSum.of(List.of(1e16, 1.0, -1e16));
        assertThat(Results.same(sum.sum(), 1.0)).isTrue();
        assertThat(Results.same(sum.sum(), 1e16 + 1.0 - 1e16)).isFalse();
        assertThat(Results.same(sum.sum(), 1L)).isFalse();
    }

    @Test
    void means() {
        assertThat(aggregate(avg("a"), 1L, 2L, "x", null)).isEqualTo(1.5);
        assertThat(aggregate(avg("a"), 1L, 0.5)).isEqualTo(0.75);
        assertThat(aggregate(avg("a"), new BigDecimal("0.1"), new BigDecimal("0.2")))
                .isEqualTo(new BigDecimal("0.15"));
        assertThat(aggregate(avg("a"), "x", null)).isNull();
    }

    @Test
    void countsAndExtremes() {
        assertThat(aggregate(count(), 1L, null, MISSING)).isEqualTo(3L);
        assertThat(aggregate(count("a"), 1L, null, MISSING, "x")).isEqualTo(2L);
        assertThat(aggregate(count())).isEqualTo(0L);
        assertThat(aggregate(min("a"), 2L, null, 1.0, 1L, "x")).isEqualTo(1.0);
        assertThat(aggregate(max("a"), 2L, "x", null, true)).isEqualTo("x");
        assertThat(aggregate(max("a"), 2L, Double.NaN, Double.POSITIVE_INFINITY))
                .isEqualTo(Double.NaN);
        assertThat(aggregate(min("a"), null, MISSING)).isNull();
    }

    /** The one value; where it is near something, that. */
    private static Object aggregate(Aggregate aggregate, Object... values) {
        Object value = table(values)
                .list(Summary.of(aggregate.as("n")))
                .orElseThrow()
                .get(0)
                .get("n");
        return value instanceof Near near ? near.value() : value;
    }

    @Test
    void groupsComeInFirstSeenOrderAndMayBeNull() {
        NaiveTable table = table("b", null, "a", MISSING, "b", 1L, 1.0);
        assertThat(table.list(Summary.of(count()).by("a")))
                .hasValueSatisfying(rows ->
                        assertThat(rows).containsExactly(group("b", 2), group(null, 2), group("a", 1), group(1L, 2)));
        Summary ordered = new Summary(
                List.of(count()), all(), List.of("a"), field("count").ge(2), List.of("-a"), OptionalInt.of(2));
        assertThat(table.list(ordered))
                .hasValueSatisfying(rows -> assertThat(rows).containsExactly(group("b", 2), group(1L, 2)));
        assertThat(new NaiveTable("id", null).list(Summary.of(count()).by("a")))
                .hasValueSatisfying(rows -> assertThat(rows).isEmpty());
    }

    @Test
    void whereRoundingWouldDecideThereIsNoAnswer() {
        NaiveTable table = table(0.1, 0.2);
        Summary having =
                new Summary(List.of(sum("a")), all(), List.of(), field("sum_a").ge(1), List.of(), OptionalInt.empty());
        assertThat(table.list(having)).isEmpty();
    }

    private static Map<String, Object> group(Object value, long n) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("a", value);
        row.put("count", n);
        return row;
    }

    private static NaiveTable table(Object... values) {
        NaiveTable table = new NaiveTable("id", null);
        for (Object value : values) {
            table.insert(List.of(value == MISSING ? Map.of() : Collections.singletonMap("a", value)), false);
        }
        return table;
    }
}
