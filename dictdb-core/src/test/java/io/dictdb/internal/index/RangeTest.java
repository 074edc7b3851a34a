package io.dictdb.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.internal.value.ValueOrder;
import io.dictdb.internal.value.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RangeTest {
    private static final List<Object> EXTREMES = Stream.of(
                    false,
                    true,
                    Double.NEGATIVE_INFINITY,
                    Long.MIN_VALUE,
                    0L,
                    Double.POSITIVE_INFINITY,
                    Double.NaN,
                    "",
                    "\uD7FF",
                    "\uFFFF",
                    new StringBuilder().appendCodePoint(0x10FFFF).toString(),
                    LocalDate.MIN,
                    LocalDate.MAX,
                    LocalTime.MIN,
                    LocalTime.MAX,
                    LocalDateTime.MIN,
                    LocalDateTime.MAX,
                    Instant.MIN,
                    Instant.MAX,
                    new UUID(0, 0),
                    new UUID(-1, -1),
                    new UUID(1, 1),
                    new byte[0],
                    new byte[] {-1, -1},
                    List.of(),
                    List.of(Map.of("z", 1)),
                    Map.of(),
                    Map.of("z", Map.of()),
                    new BigDecimal("1e500"))
            .map(value -> Values.in("f", value))
            .toList();

    @Test
    void aComparisonMeansValuesOfItsClassOnly() {
        for (Object bound : EXTREMES) {
            for (Object value : EXTREMES) {
                boolean same = ValueOrder.rank(bound) == ValueOrder.rank(value);
                int order = ValueOrder.compare(value, bound);
                assertThat(Range.ofClass(bound).contains(value)).isEqualTo(same);
                assertThat(Range.atLeast(bound).contains(value)).isEqualTo(same && order >= 0);
                assertThat(Range.above(bound).contains(value)).isEqualTo(same && order > 0);
                assertThat(Range.atMost(bound).contains(value)).isEqualTo(same && order <= 0);
                assertThat(Range.below(bound).contains(value)).isEqualTo(same && order < 0);
                assertThat(Range.between(bound, value).contains(value)).isEqualTo(same && order >= 0);
                assertThat(Range.ALL.contains(value)).isTrue();
            }
            assertThat(Range.above(bound).contains(null)).isFalse();
        }
        assertThat(Range.ALL.contains(null)).isFalse();
    }

    @Test
    void someRangesAreEmpty() {
        assertThat(Range.NONE.isEmpty()).isTrue();
        assertThat(Range.ALL.isEmpty()).isFalse();
        assertThat(Range.between(2L, 1L).isEmpty()).isTrue();
        assertThat(Range.between(1L, 1.0).isEmpty()).isFalse();
        assertThat(Range.between(1L, "a").isEmpty()).isTrue();
        assertThat(Range.below(Double.NEGATIVE_INFINITY).isEmpty()).isTrue();
        assertThat(Range.above(Double.NaN).isEmpty()).isTrue();
        assertThat(Range.below("").isEmpty()).isTrue();
        assertThat(new Range(1L, true, 1L, false).isEmpty()).isTrue();
        assertThat(new Range(1L, false, 1L, true).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.dictdb.internal.index.Seeds#few")
    void anIntersectionHasWhatBothHave(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            Range a = range(random);
            Range b = range(random);
            Range both = a.intersect(b);
            Object value = RandomValues.MIXED.next(random);
            assertThat(both.contains(value)).as("%s and %s", a, b).isEqualTo(a.contains(value) && b.contains(value));
            assertThat(both.isEmpty() && both.contains(value)).isFalse();
        }
    }

    private static Range range(Random random) {
        Object low = random.nextInt(3) == 0 ? null : RandomValues.MIXED.next(random);
        Object high = random.nextInt(3) == 0 ? null : RandomValues.MIXED.next(random);
        return new Range(low, random.nextBoolean(), high, random.nextBoolean());
    }

    @ParameterizedTest
    @MethodSource("io.dictdb.internal.index.Seeds#few")
    void aPrefixIsARange(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            String prefix = text(random, 3);
            String value = random.nextBoolean() ? prefix + text(random, 2) : text(random, 4);
            boolean half = prefix.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
            boolean contained = Range.startingWith(prefix).contains(value);
            assertThat(contained || !value.startsWith(prefix))
                    .as("'%s' of '%s'", prefix, value)
                    .isTrue();
            assertThat(half || contained == value.startsWith(prefix))
                    .as("'%s' of '%s'", prefix, value)
                    .isTrue();
        }
        assertThat(Range.startingWith("").contains(LocalDate.MIN)).isFalse();
    }

    /** Of the characters where the order of code points is not that of chars, halves of pairs among them. */
    private static String text(Random random, int most) {
        String[] letters = {
            "a",
            "b",
            "\uD7FF",
            "\uD83D",
            "\uDE00",
            "\uDBFF",
            "\uDFFF",
            "\uE000",
            "\uFFFF",
            "\uD83D\uDE00",
            "\uDBFF\uDFFF"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }
}
