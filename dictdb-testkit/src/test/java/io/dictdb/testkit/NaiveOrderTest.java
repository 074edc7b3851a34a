package io.dictdb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The model is the judge of the engine; here it is judged itself: section 2 of the contract by examples written by hand. */
class NaiveOrderTest {
    private static final long TWO_53 = 1L << 53;

    @Test
    void numbersAreEqualByExactValue() {
        assertEqual(1L, 1.0, new BigDecimal("1.00"));
        assertEqual(0.0, -0.0, 0L, BigDecimal.ZERO);
        assertEqual(Double.NaN, Double.NaN);
        assertEqual(TWO_53, 0x1p53, BigInteger.ONE.shiftLeft(53));
        assertEqual(0.1, new BigDecimal("0.1000000000000000055511151231257827021181583404541015625"));
        assertEqual(BigInteger.ONE.shiftLeft(64), 0x1p64);
    }

    @Test
    void theTotalOrderOfValues() {
        assertAscending(
                null,
                false,
                true,
                Double.NEGATIVE_INFINITY,
                BigInteger.ONE.shiftLeft(64).negate(),
                Long.MIN_VALUE,
                -1L,
                -Double.MIN_VALUE,
                0L,
                new BigDecimal("0.1"),
                0.1,
                1L,
                TWO_53,
                TWO_53 + 1,
                0x1p53 + 2,
                Long.MAX_VALUE,
                0x1p63,
                1e300,
                Double.POSITIVE_INFINITY,
                Double.NaN,
                "",
                "A",
                "a",
                "a\n",
                "aa",
                "b",
                "\ud83d",
                "\uff5e",
                "\ud83d\ude00",
                LocalDate.MIN,
                LocalDate.MAX,
                LocalTime.MIN,
                LocalTime.MAX,
                LocalDateTime.MIN,
                LocalDateTime.MAX,
                Instant.MIN,
                Instant.MAX,
                new UUID(0, 0),
                new UUID(0, -1),
                new UUID(1, 0),
                new UUID(-1, 0),
                new byte[0],
                new byte[] {0},
                new byte[] {0, 0},
                new byte[] {127},
                new byte[] {-128},
                new byte[] {-1},
                List.of(),
                Collections.singletonList(null),
                List.of(1L),
                List.of(1.0, 0L),
                List.of(2L),
                List.of("a"),
                List.of(List.of()),
                Map.of(),
                Collections.singletonMap("a", null),
                Map.of("a", 1L),
                Map.of("a", 1.0, "b", 0L),
                Map.of("a", 2L),
                Map.of("b", 0L));
    }

    private static void assertEqual(Object... values) {
        for (Object a : values) {
            assertThat(values).allMatch(b -> NaiveOrder.equal(a, b));
        }
    }

    private static void assertAscending(Object... values) {
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                assertThat(Integer.signum(NaiveOrder.compare(values[i], values[j])))
                        .as("%s and %s", Literal.of(values[i]), Literal.of(values[j]))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void integersBecomeLongFloatsDoubleAndWhatIsNoValueIsRefused() {
        assertThat(Stream.of((byte) 1, (short) 1, 1, 1L, BigInteger.ONE).map(NaiveValues::stored))
                .containsOnly(1L);
        assertThat(NaiveValues.stored(0.5f)).isEqualTo(0.5);
        assertThat(NaiveValues.stored(BigInteger.ONE.shiftLeft(63))).isInstanceOf(BigInteger.class);
        assertThat(Outcome.of(() -> NaiveValues.stored('a')).thrown()).isInstanceOf(Refusal.class);
        assertThat(Outcome.of(() -> NaiveValues.stored(Map.of("a", List.of('a'))))
                        .thrown())
                .isInstanceOf(Refusal.class);
    }
}
