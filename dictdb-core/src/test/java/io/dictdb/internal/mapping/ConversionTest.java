package io.dictdb.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single values, as the typed getters give them. */
class ConversionTest {
    private record Point(int x, int y) {}

    private static <T> @Nullable T to(Class<T> type, @Nullable Object value) {
        return Conversion.to(type, value, "f");
    }

    @Test
    void aValueOfTheClassIsTheValue() {
        String text = "x";
        assertThat(to(String.class, text)).isSameAs(text);
        assertThat(to(Object.class, 1L)).isEqualTo(1L);
        assertThat(to(Number.class, 1L)).isEqualTo(1L);
        assertThat((Object) to(Comparable.class, 1L)).isEqualTo(1L);
        assertThat((Object) to(List.class, List.of(1L))).isEqualTo(List.of(1L));
        assertThat(to(LocalDate.class, LocalDate.EPOCH)).isEqualTo(LocalDate.EPOCH);
        assertThat(to(byte[].class, new byte[] {1})).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                int.class,
                Integer.class,
                boolean.class,
                double.class,
                String.class,
                Point.class,
                DayOfWeek.class,
                Object.class,
                Number.class
            })
    void nullStaysNull(Class<?> type) {
        assertThat(to(type, null)).isNull();
    }

    @Test
    void primitiveClassesStandForTheirBoxes() {
        assertThat(to(int.class, 7L)).isEqualTo(7);
        assertThat(to(long.class, 7L)).isEqualTo(7L);
        assertThat(to(boolean.class, true)).isTrue();
        assertThat(to(double.class, 7L)).isEqualTo(7.0);
    }

    @Test
    void integersNarrowExactly() {
        assertThat(to(Byte.class, -128L)).isEqualTo(Byte.MIN_VALUE);
        assertThat(to(Short.class, 32767L)).isEqualTo(Short.MAX_VALUE);
        assertThat(to(Integer.class, new BigDecimal("7.00"))).isEqualTo(7);
        assertThat(to(Long.class, new BigDecimal("1E+3"))).isEqualTo(1000L);
        assertThat(to(BigInteger.class, 5L)).isEqualTo(BigInteger.valueOf(5));
        assertThat(to(BigInteger.class, new BigDecimal("0E-9"))).isZero();
        assertThat(to(Integer.class, (short) 5)).isEqualTo(5);
    }

    @Test
    void integersWidenToTheNearestDouble() {
        assertThat(to(Double.class, (1L << 53) + 1)).isEqualTo(0x1p53);
        assertThat(to(Double.class, BigInteger.TWO.pow(64))).isEqualTo(0x1p64);
        assertThat(to(Float.class, 16_777_217L)).isEqualTo(0x1p24f);
    }

    @Test
    void decimalsBecomeDoublesThatStandForThem() {
        assertThat(to(Double.class, new BigDecimal("0.10"))).isEqualTo(0.1);
        assertThat(to(Double.class, new BigDecimal("0.1000000000000000055511151231257827021181583404541015625")))
                .isEqualTo(0.1);
        assertThat(to(Double.class, new BigDecimal("1E300"))).isEqualTo(1e300);
        assertThatThrownBy(() -> to(Double.class, new BigDecimal("0.1000000000000000001")))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void doublesBecomeTheDecimalsTheyPrint() {
        assertThat(to(BigDecimal.class, 19.99)).isEqualTo(new BigDecimal("19.99"));
        assertThat(to(BigDecimal.class, BigInteger.TEN)).isEqualTo(BigDecimal.TEN);
        assertThat(to(BigDecimal.class, 3L)).isEqualTo(BigDecimal.valueOf(3));
    }

    @Test
    void floatsTakeTheNearestOfADouble() {
        assertThat(to(Float.class, 0.1)).isEqualTo(0.1f);
        assertThat(to(Float.class, Double.NEGATIVE_INFINITY)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(to(Float.class, Double.NaN)).isNaN();
        assertThatThrownBy(() -> to(Float.class, -1e39)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void enumsRecordsAndOptionals() {
        assertThat(to(DayOfWeek.class, "MONDAY")).isEqualTo(DayOfWeek.MONDAY);
        assertThat(to(Point.class, Map.of("x", 1L, "y", 2L))).isEqualTo(new Point(1, 2));
        assertThat((Object) to(Optional.class, 1L)).isEqualTo(Optional.of(1L));
        assertThat((Object) to(Optional.class, null)).isEqualTo(Optional.empty());
    }

    @Test
    void anotherKindIsAClassCastException() {
        assertThatThrownBy(() -> Conversion.to(Integer.class, "7", "age"))
                .isExactlyInstanceOf(ClassCastException.class)
                .hasMessage("field 'age': String '7' is not of class Integer");
        assertThatThrownBy(() -> to(int.class, 7.0)).isExactlyInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> to(String.class, 7L)).isExactlyInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> to(Number.class, "7")).isExactlyInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> to(Boolean.class, 1L)).isExactlyInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> to(DayOfWeek.class, 1L)).isExactlyInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> to(Point.class, "x")).isExactlyInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> to(List.class, Map.of())).isExactlyInstanceOf(ClassCastException.class);
    }

    @Test
    void aNumberThatDoesNotFitIsAnArithmeticException() {
        assertThatThrownBy(() -> Conversion.to(Byte.class, 300L, "age"))
                .isExactlyInstanceOf(ArithmeticException.class)
                .hasMessage("field 'age': Long 300 does not fit into Byte");
        assertThatThrownBy(() -> to(Long.class, BigInteger.TWO.pow(63))).isExactlyInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> to(Integer.class, new BigDecimal("0.5")))
                .isExactlyInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> to(Double.class, BigInteger.TEN.pow(309)))
                .isExactlyInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> to(BigDecimal.class, Double.POSITIVE_INFINITY))
                .isExactlyInstanceOf(ArithmeticException.class);
    }

    @Test
    void namesWithoutConstantAndMapsWithoutRecordAreIllegalArguments() {
        assertThatThrownBy(() -> Conversion.to(DayOfWeek.class, "Montag", "day"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("field 'day': String 'Montag' is no constant of java.time.DayOfWeek");
        assertThatThrownBy(() -> Conversion.to(Point.class, Map.of("x", 1L), "p"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "field 'p': record " + Point.class.getName() + ", component 'y': null is not of class int");
    }

    @Test
    void aClassThatNoValueCanBecomeIsAnIllegalArgument() {
        assertThatThrownBy(() -> to(Thread.class, 1L))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Thread");
        assertThatThrownBy(() -> to(null, 1L)).isExactlyInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void randomNumbersLoseNothingBetweenIntegersAndDecimals() {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal decimal = new BigDecimal(new BigInteger(random.nextInt(70), random), random.nextInt(12) - 6);
            for (Class<? extends Number> type :
                    List.of(Byte.class, Short.class, Integer.class, Long.class, BigInteger.class)) {
                BigDecimal back = backFrom(type, decimal);
                boolean same = back == null ? !fits(type, decimal) : back.compareTo(decimal) == 0;
                assertThat(same)
                        .as("-Ddictdb.seed=%s: %s as %s", seed, decimal, type)
                        .isTrue();
            }
        }
    }

    private static @Nullable BigDecimal backFrom(Class<? extends Number> type, BigDecimal decimal) {
        try {
            return new BigDecimal(String.valueOf(to(type, decimal)));
        } catch (ArithmeticException expected) {
            return null;
        }
    }

    private static boolean fits(Class<?> type, BigDecimal decimal) {
        int bits = Map.of(Byte.class, 8, Short.class, 16, Integer.class, 32, Long.class, 64)
                .getOrDefault(type, Integer.MAX_VALUE);
        return decimal.remainder(BigDecimal.ONE).signum() == 0
                && decimal.toBigInteger().bitLength() < bits;
    }
}
