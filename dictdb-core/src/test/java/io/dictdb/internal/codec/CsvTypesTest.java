package io.dictdb.internal.codec;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/* What the cells of a column become. The one rule: nothing is lost. A column of numbers gives every cell's value back exactly; where it could
 * not, the cells stay the strings they were. */
class CsvTypesTest {
    @TempDir
    Path directory;

    /** The values of one column; a second one keeps its empty cells from being blank lines. */
    private List<@Nullable Object> column(List<String> cells) {
        StringBuilder text = new StringBuilder("x,keep\n");
        cells.forEach(cell -> text.append(cell).append(",k\n"));
        List<@Nullable Object> values = new ArrayList<>();
        CsvFile.of(directory, text.toString()).rows().forEach(row -> values.add(row.get(0)));
        return values;
    }

    private List<@Nullable Object> column(String... cells) {
        return column(asList(cells));
    }

    @Test
    void integers() {
        assertThat(column("1", "0", "-5", "9223372036854775807", "-9223372036854775808"))
                .containsExactly(1L, 0L, -5L, Long.MAX_VALUE, Long.MIN_VALUE);
        assertThat(column("999999999999999999", "1000000000000000000", "-999999999999999999"))
                .containsExactly(999999999999999999L, 1000000000000000000L, -999999999999999999L);
    }

    @Test
    void integersOfAnySize() {
        assertThat(column("9223372036854775808", "-9223372036854775809", "1"))
                .containsExactly(new BigInteger("9223372036854775808"), new BigInteger("-9223372036854775809"), 1L);
        String thousand = "9".repeat(1_000);
        assertThat(column(thousand)).containsExactly(new BigInteger(thousand));
    }

    @Test
    void integersBeyondTheLimitOfDigitsStayText() {
        assertThat(column("9".repeat(1_001))).containsExactly("9".repeat(1_001));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00501",
                "007",
                "01",
                "00",
                "-01",
                "-00",
                "-0",
                "+1",
                "1_000",
                " 1",
                "1 ",
                "\t1",
                "1,000",
                "0x10",
                "1L",
                "--1",
                "-",
                "١٢٣",
                "１２",
                "1e5",
                "1E5",
                "true",
                "n/a",
                "2020-01-02"
            })
    void whatIsNoCanonicalIntegerMakesTheColumnText(String cell) {
        String quoted = "\"" + cell + "\"";
        assertThat(column("1", quoted, "2")).containsExactly("1", cell, "2");
        assertThat(column(quoted)).containsExactly(cell);
    }

    @Test
    void decimals() {
        assertThat(column("1.5", "-0.25", "0.1", "100.0", "-0.0", "0.00001234"))
                .containsExactly(1.5, -0.25, 0.1, 100.0, -0.0, 0.00001234);
    }

    @Test
    void integersAmongDecimalsBecomeDecimals() {
        assertThat(column("1", "2.5", "999999999999999", "-3", "0"))
                .containsExactly(1.0, 2.5, 999999999999999.0, -3.0, 0.0);
    }

    @Test
    void longIntegersAmongDecimalsMakeTheColumnText() {
        assertThat(column("1000000000000000", "2.5")).containsExactly("1000000000000000", "2.5");
        assertThat(column("2.5", "-9007199254740993")).containsExactly("2.5", "-9007199254740993");
        assertThat(column("2.5", "-0")).containsExactly("2.5", "-0");
    }

    @Test
    void zerosAtTheEndOfADecimalMayGo() {
        assertThat(column("2.50", "10.00", "0.000000000000000000000")).containsExactly(2.5, 10.0, 0.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3.14159265358979312",
                "0.1234567890123456789",
                "0.10000000000000001",
                "1234567890123456.7",
                "12345678901234567890.5",
                "01.5",
                "00.5",
                "-00.5",
                ".5",
                "5.",
                "-.5",
                ".",
                "-.",
                "+1.5",
                " 1.5",
                "1.5 ",
                "1_0.5",
                "1.5.2",
                "1.-5",
                "1,5",
                "1.5e3",
                "1.5E-3",
                "NaN",
                "nan",
                "inf",
                "Infinity",
                "-Infinity",
                "1.5d",
                "1.5f",
                "0x1.8p1",
                "١.٥"
            })
    void whatIsNoPlainDecimalMakesTheColumnText(String cell) {
        assertThat(column("1.5", "\"" + cell + "\"", "2")).containsExactly("1.5", cell, "2");
    }

    @Test
    void sixteenAndSeventeenDigitsAreDecimalsWhenTheDoublePrintsThem() {
        assertThat(column("0.30000000000000004", "3.141592653589793", "9007199254740992.0"))
                .containsExactly(0.30000000000000004, Math.PI, 9007199254740992.0);
        assertThat(column("0.000000000000056843418860808015")).containsExactly(0x1p-44);
    }

    @Test
    void ofTwoEquallyCloseSpellingsTheEvenOneIsTheDoubles() {
        assertThat(column("1452487390650233.2")).containsExactly(1452487390650233.2);
        assertThat(column("1452487390650233.3")).containsExactly("1452487390650233.3");
    }

    @Test
    void decimalsThatADoubleCannotReachStayText() {
        String tiny = "0." + "0".repeat(400) + "1";
        String huge = "1" + "0".repeat(400) + ".0";
        assertThat(column("1.5", tiny)).containsExactly("1.5", tiny);
        assertThat(column("1.5", huge)).containsExactly("1.5", huge);
    }

    @Test
    void quotesDoNotMakeTextOfANumber() {
        assertThat(column("\"1\"", "2")).containsExactly(1L, 2L);
    }

    @Test
    void emptyCellsAreNullExceptInText() {
        assertThat(column("1", "", "\"\"")).containsExactly(1L, null, null);
        assertThat(column("", "1.5")).containsExactly(null, 1.5);
        assertThat(column("", "x", "\"\"")).containsExactly("", "x", "");
    }

    @Test
    void aColumnOfEmptyCellsIsNull() {
        assertThat(column("", "\"\"", "")).containsExactly(null, null, null);
    }

    @Test
    void oneCellInTheLastLineMakesTextOfTheColumn() {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            cells.add(String.valueOf(i));
        }
        cells.add("n/a");
        assertThat(column(cells)).hasSize(20_001).startsWith("0", "1").endsWith("19999", "n/a");
    }

    @Test
    void nothingIsLostInRandomColumns() {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            List<String> cells = cells(random);
            List<@Nullable Object> values = column(cells);
            for (int row = 0; row < cells.size(); row++) {
                String what = "-Ddictdb.seed=" + seed + ": column " + cells + ", cell " + cells.get(row);
                assertThat(written(values.get(row))).as(what).isEqualTo(written(values.get(row), cells.get(row)));
            }
        }
    }

    private static List<String> cells(Random random) {
        int shape = random.nextInt(4);
        List<String> cells = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            cells.add(cell(random, shape));
        }
        return cells;
    }

    private static String cell(Random random, int shape) {
        return switch (random.nextInt(8) == 0 ? random.nextInt(4) : shape) {
            case 0 -> new BigInteger(random.nextInt(80), random).toString();
            case 1 -> new BigDecimal(new BigInteger(random.nextInt(60), random), random.nextInt(20)).toPlainString();
            case 2 ->
                new BigDecimal(random.nextDouble() * 1000)
                        .setScale(random.nextInt(20), RoundingMode.DOWN)
                        .toPlainString();
            default -> Double.toString(Double.longBitsToDouble(random.nextLong()));
        };
    }

    private static String written(@Nullable Object value) {
        return value instanceof Double d ? canonical(printed(d)) : String.valueOf(value);
    }

    /** A cell in the way its value is written: numerically where it became a Double, else character by character. */
    private static String written(@Nullable Object value, String cell) {
        return value instanceof Double ? canonical(new BigDecimal(cell)) : cell;
    }

    /** The fewest digits that give the double back, whatever Double.toString of this JDK prints. */
    private static BigDecimal printed(double d) {
        int digits = 1;
        while (rounded(d, digits).doubleValue() != d) {
            digits++;
        }
        return rounded(d, digits);
    }

    private static BigDecimal rounded(double d, int digits) {
        return new BigDecimal(d).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    private static String canonical(BigDecimal decimal) {
        return decimal.stripTrailingZeros().toPlainString();
    }
}
