package io.dictdb.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One list in the total order; each value is held against each other. */
class ValueOrderTest {
    /** Equal values stand in one group; the groups ascend. */
    private static List<List<@Nullable Object>> ascending() {
        List<List<@Nullable Object>> groups = new ArrayList<>();
        List<@Nullable Object> nothing = new ArrayList<>();
        nothing.add(null);
        groups.add(nothing);
        groups.add(List.of(false));
        groups.add(List.of(true));
        groups.add(List.of(Double.NEGATIVE_INFINITY));
        groups.add(List.of(new BigInteger("-1180591620717411303424"), -0x1p70));
        groups.add(List.of(Long.MIN_VALUE, -0x1p63, new BigDecimal("-9223372036854775808.00")));
        groups.add(List.of(-1L, -1.0, new BigDecimal("-1.0")));
        groups.add(List.of(-0.5, new BigDecimal("-0.50")));
        groups.add(List.of(0L, 0.0, -0.0, BigDecimal.ZERO, new BigDecimal("0.000")));
        groups.add(List.of(new BigDecimal("0.1")));
        groups.add(List.of(0.1, new BigDecimal("0.1000000000000000055511151231257827021181583404541015625")));
        groups.add(List.of(1L, 1.0, BigDecimal.ONE));
        groups.add(List.of(1L << 53, 0x1p53));
        groups.add(List.of((1L << 53) + 1, new BigDecimal("9007199254740993")));
        groups.add(List.of(Long.MAX_VALUE));
        groups.add(List.of(0x1p63, new BigInteger("9223372036854775808")));
        groups.add(List.of(new BigInteger("18446744073709551617")));
        groups.add(List.of(1e300));
        groups.add(List.of(new BigDecimal("1e400")));
        groups.add(List.of(Double.POSITIVE_INFINITY));
        groups.add(List.of(Double.NaN));
        for (String text : List.of(
                "",
                "A",
                "Aa",
                "B",
                "a",
                "é",
                "\uD800",
                "\uD800a",
                "\uD800b",
                "\uFFFD",
                "\uFFFF",
                "\uD800\uDC00",
                "😀",
                "😀x")) {
            groups.add(List.of(text));
        }
        groups.add(List.of(LocalDate.of(2026, 1, 1)));
        groups.add(List.of(LocalTime.NOON));
        groups.add(List.of(LocalDateTime.of(2026, 1, 1, 0, 0)));
        groups.add(List.of(Instant.EPOCH));
        groups.add(List.of(new UUID(1, -1)));
        groups.add(List.of(new UUID(-1, 1)));
        groups.add(List.of(new byte[] {1}));
        groups.add(List.of(new byte[] {(byte) 0x80}));
        for (Object nested : List.of(List.of(), List.of(1), List.of(1, 2), List.of(2), List.of("x"))) {
            groups.add(one(nested));
        }
        for (Object nested :
                List.of(Map.of(), Map.of("a", 1), Map.of("a", 1, "b", 0), Map.of("a", 2), Map.of("b", 0))) {
            groups.add(one(nested));
        }
        return groups;
    }

    private static List<@Nullable Object> one(Object nested) {
        List<@Nullable Object> group = new ArrayList<>();
        group.add(Values.in("f", nested));
        return group;
    }

    @Test
    void everyPairIsInOrder() {
        List<List<@Nullable Object>> groups = ascending();
        for (int i = 0; i < groups.size(); i++) {
            for (int j = 0; j < groups.size(); j++) {
                for (Object a : groups.get(i)) {
                    for (Object b : groups.get(j)) {
                        assertThat(Integer.signum(ValueOrder.compare(a, b)))
                                .as("%s against %s", a, b)
                                .isEqualTo(Integer.compare(i, j));
                    }
                }
            }
        }
    }

    @Test
    void equalValuesHaveEqualHashes() {
        for (List<@Nullable Object> group : ascending()) {
            for (Object a : group) {
                for (Object b : group) {
                    assertThat(Values.hash(a)).as("%s and %s", a, b).isEqualTo(Values.hash(b));
                    assertThat(Values.equal(a, b)).isTrue();
                }
            }
        }
    }
}
