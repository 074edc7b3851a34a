package io.dictdb.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatTextTest {
    /** What {@code repr} prints, where it is easy to be wrong. */
    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "-2.5, -2.5",
        "100, 100.0",
        "0.1, 0.1",
        "1e15, 1000000000000000.0",
        "9007199254740993, 9007199254740992.0",
        "9999999999999998, 9999999999999998.0",
        "1e16, 1e+16",
        "1.5e16, 1.5e+16",
        "2e-3, 0.002",
        "1e-4, 0.0001",
        "1.25e-4, 0.000125",
        "1e-5, 1e-05",
        "1.5e-7, 1.5e-07",
        "1e22, 1e+22",
        "1e23, 1e+23",
        "2e23, 2e+23",
        "1e100, 1e+100",
        "-1e-300, -1e-300",
        "4.9e-324, 5e-324",
        "1e-323, 1e-323",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "5.684341886080802e-14, 5.684341886080802e-14",
        "0.30000000000000004, 0.30000000000000004",
        "2.98023223876953125E-8, 2.9802322387695312e-08",
        "NaN, nan",
        "Infinity, inf",
        "-Infinity, -inf"
    })
    void isThatOfPython(double d, String text) {
        assertThat(FloatText.of(d)).isEqualTo(text);
    }

    @Test
    void readsBackAndNoFewerDigitsWould() {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double d = Double.longBitsToDouble(random.nextLong() >>> random.nextInt(12));
            String text = FloatText.of(d);
            assertThat(NumberText.floating(text)).as("-Ddictdb.seed=%s", seed).isEqualTo(Double.valueOf(d));
            if (Double.isFinite(d) && d != 0) {
                assertShortest(d, new BigDecimal(text).stripTrailingZeros().precision(), seed);
            }
        }
    }

    private static void assertShortest(double d, int digits, long seed) {
        for (RoundingMode mode :
                digits == 1 ? new RoundingMode[0] : new RoundingMode[] {RoundingMode.UP, RoundingMode.DOWN}) {
            BigDecimal shorter = new BigDecimal(d).round(new MathContext(digits - 1, mode));
            assertThat(shorter.doubleValue())
                    .as("%s, -Ddictdb.seed=%s", shorter, seed)
                    .isNotEqualTo(d);
        }
    }
}
