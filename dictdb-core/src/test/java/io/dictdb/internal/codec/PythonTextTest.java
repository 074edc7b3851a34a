package io.dictdb.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.internal.value.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and maps as text, and back. */
class PythonTextTest {
    private static String text(Object nested) {
        return ValueText.of(Values.in("x", nested));
    }

    private static @Nullable Object read(String text) {
        return ValueText.read(text.startsWith("[") ? List.class : Map.class, text);
    }

    private static void assertBothWays(Object nested, String text) {
        assertThat(text(nested)).isEqualTo(text);
        assertThat(read(text)).isEqualTo(nested);
    }

    @Test
    void wordsAndNumbers() {
        assertBothWays(Arrays.asList(null, true, false), "[None, True, False]");
        assertBothWays(
                List.of(0L, -7L, new BigInteger("18446744073709551617"), 1.0, -0.0, 1e300),
                "[0, -7, 18446744073709551617, 1.0, -0.0, 1e+300]");
        assertBothWays(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY), "[nan, inf, -inf]");
    }

    @Test
    void listsAndMapsInsideEachOther() {
        assertBothWays(List.of(), "[]");
        assertBothWays(Map.of(), "{}");
        assertBothWays(Map.of("a", List.of(Map.of("", List.of()))), "{'a': [{'': []}]}");
    }

    @Test
    void stringsInTheQuotesThatNeedFewerEscapes() {
        assertBothWays(List.of("x", "it's", "\"", "'\""), "['x', \"it's\", '\"', '\\'\"']");
        assertBothWays(List.of("\\ \n\r\t"), "['\\\\ \\n\\r\\t']");
        assertBothWays(List.of("\0\u007f\u00a0\u00ad"), "['\\x00\\x7f\\xa0\\xad']");
        assertBothWays(List.of("ü日\uD83D\uDE00"), "['ü日\uD83D\uDE00']");
        assertBothWays(List.of("\u2028\uD7FF\uE000\uFFFF\uDBFF\uDFFF"), "['\\u2028\\ud7ff\\ue000\\uffff\\U0010ffff']");
        assertBothWays(List.of("\uD83D"), "['\\ud83d']");
    }

    @Test
    void classesThatPythonLacksAreNamed() {
        UUID uuid = new UUID(1, 2);
        assertBothWays(List.of(new BigDecimal("1.50")), "[BigDecimal('1.50')]");
        assertBothWays(
                List.of(LocalDate.of(2024, 2, 29), LocalTime.of(7, 5)),
                "[LocalDate('2024-02-29'), LocalTime('07:05')]");
        assertBothWays(Map.of("t", LocalDateTime.of(2024, 2, 29, 7, 5)), "{'t': LocalDateTime('2024-02-29T07:05')}");
        assertBothWays(List.of(Instant.EPOCH, uuid), "[Instant('1970-01-01T00:00:00Z'), UUID('" + uuid + "')]");
        assertThat(text(List.of(new byte[] {1, 2}))).isEqualTo("[bytes('AQI=')]");
        assertThat(((List<?>) read("[bytes('AQI=')]")).get(0)).isEqualTo(new byte[] {1, 2});
    }

    @Test
    void jsonIsReadToo() {
        assertThat(read("{\"a\":[1,2.5,\"x\\/\\b\\f\\u00fc\\uD83D\\uDE00\",null,true,false],\n\t\"b\":{}}"))
                .isEqualTo(
                        Map.of("a", Arrays.asList(1L, 2.5, "x/\b\fü\uD83D\uDE00", null, true, false), "b", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1]]",
                "[1] x",
                "[x]",
                "['x]",
                "['x\\']",
                "['\\q']",
                "['\\x4']",
                "['\\u12g4']",
                "['\\U00110000']",
                "['\\Uffffffff']",
                "['\\",
                "[--1]",
                "[1e999]",
                "[()]",
                "[(1, 2)]",
                "[set()]",
                "[exec('x')]",
                "[LocalDate('x')]",
                "[LocalDate(2024)]",
                "[LocalDate('2024-02-29'",
                "[UUID()]",
                "{",
                "{'a'}",
                "{'a' 1}",
                "{'a': 1,}",
                "{1: 2}",
                "{'a': 1, 'a': 2}",
                "{'a': 1]"
            })
    void whatIsNoLiteralIsRefused(String text) {
        assertThat(read(text)).isNull();
    }

    @Test
    void aListIsNoMapAndTheOtherWayRound() {
        assertThat(ValueText.read(Map.class, "[]")).isNull();
        assertThat(ValueText.read(List.class, "{}")).isNull();
        assertThat(ValueText.read(List.class, "1")).isNull();
    }

    @Test
    void depthIsBoundedBeforeTheStackIs() {
        String deepest = "[".repeat(500) + "]".repeat(500);
        assertThat(text(read(deepest))).isEqualTo(deepest);
        assertThat(read("[" + deepest + "]")).isNull();
        assertThat(read("[".repeat(1_000_000))).isNull();
        assertThat(read("{'a': ".repeat(1_000_000))).isNull();
    }

    @Test
    void longNumbersAreRefusedQuickly() {
        assertThat(read("[" + "9".repeat(1_000) + "]")).isEqualTo(List.of(new BigInteger("9".repeat(1_000))));
        assertThat(read("[" + "9".repeat(5_000_000) + "]")).isNull();
        assertThat(ValueText.read(BigDecimal.class, "1e999999999")).isNull();
        assertThat(NumberText.floating("0." + "9".repeat(5_000_000))).isNull();
    }

    @Test
    void randomTextIsAValueOrNone() {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        Random random = new Random(seed);
        String alphabet = "[[[]]]{{}}'''\"\",,,:: \\\\xuU01fn-.eE()NoneTrueinfLocalDate";
        int values = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "[" : "{'a':");
            random.ints(random.nextInt(8), 0, alphabet.length()).forEach(c -> text.append(alphabet.charAt(c)));
            text.append(text.charAt(0) == '[' ? ']' : '}');
            try {
                Object value = read(text.toString());
                values += value == null ? 0 : 1;
                assertThat(value == null ? null : read(text(value))).isEqualTo(value);
            } catch (RuntimeException | Error wrong) {
                throw new AssertionError("-Ddictdb.seed=" + seed + ": " + text, wrong);
            }
        }
        assertThat(values).isGreaterThan(1_000);
    }

    @Test
    void aBrokenValueIsNoException() {
        assertThat(ValueText.read(byte[].class, "*")).isNull();
        assertThat(ValueText.read(UUID.class, "1-1-1-1-1")).isNull();
        assertThat(ValueText.read(LocalDate.class, "2023-02-29")).isNull();
        assertThat(ValueText.read(LocalDate.class, "+9999999999-01-01")).isNull();
        assertThat(ValueText.read(Instant.class, "+1000000001-01-01T00:00:00Z")).isNull();
        assertThat(ValueText.read(Instant.class, "-1000000000-01-01T00:00:00+18:00"))
                .isNull();
        assertThat(ValueText.read(LocalDateTime.class, "9".repeat(1_000_000))).isNull();
        assertThatThrownBy(() -> Values.in("x", Collections.singletonMap(1, 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
