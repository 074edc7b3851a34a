package io.dictdb.examples.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void numbersStandToTheRightWithTheirPointsBelowEachOther() {
        assertThat(lines(List.of(row("name", "Ada", "n", 7L, "x", 0.5), row("name", "Bob", "n", 1234L, "x", 12.25))))
                .containsExactly(
                        "name     n      x", //
                        "────  ────  ─────",
                        "Ada      7   0.50",
                        "Bob   1234  12.25");
    }

    @Test
    void largeAmountsHaveTwoPlacesAtMost() {
        assertThat(lines(List.of(row("x", 12345.6789), row("x", 1.0))))
                .containsExactly("       x", "────────", "12345.68", "    1.00");
    }

    @Test
    void numbersWithoutASensiblePlainFormKeepTheirs() {
        List<String> lines = lines(List.of(row("x", 1e300), row("x", Double.NaN), row("x", 1e-9)));
        assertThat(lines).containsExactly("      x", "───────", "1.0E300", "    NaN", " 1.0E-9");
    }

    @Test
    void wideCharactersAreAlignedByCells() {
        assertThat(lines(List.of(row("都市", "東京", "n", 1L), row("都市", "Zürich", "n", 22L))))
                .containsExactly(
                        "都市     n", //
                        "──────  ──",
                        "東京     1",
                        "Zürich  22");
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        assertThat(lines(List.of(row("a\nb", "\u001b[31mred"))))
                .containsExactly("a\\nb", "─────────────", "\\u001b[31mred");
    }

    @Test
    void nullIsShownAsAsked() {
        Map<String, Object> row = row("a", "x");
        row.put("b", null);
        assertThat(TextTable.of(List.of(row), "null").lines(80, Glyphs.UNICODE))
                .last()
                .isEqualTo("x  null");
        assertThat(TextTable.of(List.of(row), "").lines(80, Glyphs.UNICODE))
                .last()
                .isEqualTo("x");
    }

    @Test
    void theWidestColumnGivesWayFirst() {
        List<String> lines = TextTable.of(List.of(row("a", "x".repeat(30), "b", "short")), "")
                .lines(20, Glyphs.UNICODE);
        assertThat(lines).last().isEqualTo("x".repeat(12) + "…  short");
    }

    @Test
    void columnsWithoutRoomAreNamed() {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < 200; i++) {
            row.put("column " + i, "some value of " + i);
        }
        List<String> lines = TextTable.of(List.of(row), "").lines(75, Glyphs.UNICODE);
        assertThat(lines).hasSize(4);
        assertThat(lines).last().asString().startsWith("and 195 columns more: column 5, column 6");
        assertThat(lines).allMatch(line -> Cells.width(line) <= 75);
    }

    @Test
    void noRowsAreAnEmptyTable() {
        assertThat(TextTable.of(List.<Map<String, Object>>of(), "").lines(80, Glyphs.ASCII))
                .containsExactly("", "");
    }

    @Test
    void asciiNeedsNoOtherCharacters() {
        List<String> lines = TextTable.of(Collections.nCopies(3, row("a", "x".repeat(90))), "")
                .lines(10, Glyphs.ASCII);
        assertThat(lines).containsExactly("a", "----------", "xxxxxxx...", "xxxxxxx...", "xxxxxxx...");
    }

    private static List<String> lines(List<Map<String, Object>> rows) {
        return TextTable.of(rows, "null").lines(75, Glyphs.UNICODE);
    }

    private static Map<String, Object> row(Object... fieldsAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            row.put((String) fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return row;
    }
}
