package io.dictdb.testkit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/*
 * The values behind the kinds: few enough that two draws often meet, chosen so that each one is a trap. The same number in three classes; neighbours that
 * a double cannot tell apart; both zeros; strings that sort one way by code point and another by UTF-16 unit, that change their length when their case
 * changes, that look like patterns; identifiers and bytes whose sign bit is set; lists that differ only in the class of an element.
 */
final class Traps {
    private static final BigInteger TWO_63 = BigInteger.ONE.shiftLeft(63);
    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

    private Traps() {}

    static Gen<Object> longs() {
        return Gen.of(
                -1L,
                255L,
                256L,
                65_536L,
                1L << 31,
                -(1L << 31) - 1,
                1L << 53,
                (1L << 53) + 1,
                -(1L << 53) - 1,
                Long.MAX_VALUE - 1,
                Long.MAX_VALUE,
                Long.MIN_VALUE);
    }

    static Gen<Object> doubles() {
        return Gen.of(
                1.0,
                0.0,
                -0.0,
                2.0,
                1.5,
                0.1,
                0.2,
                0.3,
                -1.5,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MIN_VALUE,
                1e300,
                0x1p53,
                0x1p53 + 2,
                0x1p63,
                -0x1p63,
                0x1p64);
    }

    static Gen<Object> otherNumbers() {
        return Gen.of(
                decimal("0.1"),
                decimal("0.10"),
                NaiveOrder.exact(0.1),
                decimal("1.50"),
                decimal("1.0"),
                decimal("1E+2"),
                decimal("100"),
                decimal("9007199254740993"),
                decimal("9007199254740992.5"),
                TWO_63,
                TWO_64,
                TWO_63.negate().subtract(BigInteger.ONE),
                TWO_64.add(BigInteger.ONE));
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    static Gen<Object> strings() {
        return Gen.of(
                "", "a", "b", "ab", "aB", "A", "abc", "b\na", "a\n", "a%", "a_b", "%", "_", "a\\b", "1", "true",
                "a\"b'c");
    }

    static Gen<Object> letters() {
        return Gen.oneOf(casedLetters(), wideLetters());
    }

    /** Sharp s, dotted and dotless i, the three sigmas, the Kelvin sign, an apostrophe n, a pair beyond sixteen bits. */
    private static Gen<Object> casedLetters() {
        return Gen.of(
                "s",
                "ss",
                "SS",
                "\u00df",
                "\u1e9e",
                "i",
                "I",
                "\u0130",
                "\u0131",
                "i\u0307",
                "\u03c3",
                "\u03c2",
                "\u03a3",
                "a\u03a3",
                "A\u03c2",
                "k",
                "\u212a",
                "\u0149",
                "\ud801\udc00",
                "\ud801\udc28");
    }

    /** Beyond sixteen bits, just below them, and halves of such letters. */
    private static Gen<Object> wideLetters() {
        return Gen.of(
                "\ud83d\ude00", "a\ud83d\ude00b", "\uff5e", "\ufffd", "\ud83d", "\ude00", "\ude00\ud83d", "a\ud83d");
    }

    static Gen<Object> times() {
        return Gen.of(
                LocalDate.of(2024, 2, 29),
                LocalDate.of(1969, 12, 31),
                LocalDate.of(-1, 1, 1),
                LocalTime.MIDNIGHT,
                LocalTime.MAX,
                LocalTime.of(12, 30),
                LocalDateTime.of(2024, 2, 29, 0, 0),
                LocalDateTime.of(1969, 12, 31, 23, 59, 59, 1),
                Instant.EPOCH,
                Instant.ofEpochSecond(-1, 999_999_999),
                Instant.ofEpochSecond(1_700_000_000L, 1));
    }

    static Gen<Object> bits() {
        return Gen.of(
                new UUID(0, 0),
                new UUID(0, 1),
                new UUID(1, 0),
                new UUID(-1, -1),
                new UUID(Long.MIN_VALUE, 0),
                new UUID(0, Long.MIN_VALUE),
                new UUID(Long.MAX_VALUE, 0),
                new byte[0],
                new byte[] {0},
                new byte[] {1},
                new byte[] {-1},
                new byte[] {127},
                new byte[] {-128},
                new byte[] {1, 2},
                "a".getBytes(StandardCharsets.UTF_8));
    }

    static Gen<Object> containers() {
        return Gen.of(
                list(),
                list(1L),
                list(1.0),
                list(2L),
                list((Object) null),
                list("a"),
                list("A"),
                list("a", "b"),
                list(-0.0),
                list(list()),
                list(new byte[] {1}),
                Map.of(),
                Map.of("a", 1L),
                Map.of("a", 1.0),
                Map.of("a", 2L),
                Map.of("b", 1L),
                Map.of("A", 1L),
                Collections.singletonMap("a", null));
    }

    private static List<@Nullable Object> list(@Nullable Object... elements) {
        List<@Nullable Object> list = new ArrayList<>();
        for (@Nullable Object element : elements) {
            list.add(element);
        }
        return Collections.unmodifiableList(list);
    }
}
