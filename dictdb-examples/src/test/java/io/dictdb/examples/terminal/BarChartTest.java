package io.dictdb.examples.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.examples.terminal.BarChart.Bar;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarChartTest {
    @Test
    void theLongestBarFillsTheLine() {
        assertThat(draw(20, Glyphs.UNICODE, new Bar("a", 8, "8"), new Bar("bb", 4, "4"), new Bar("c", 0.5, "1")))
                .containsExactly(
                        "a   8  █████████████", //
                        "bb  4  ██████▌",
                        "c   1  ▉");
    }

    @Test
    void asciiHasWholeCellsOnly() {
        assertThat(draw(20, Glyphs.ASCII, new Bar("a", 8, "8"), new Bar("bb", 4, "4")))
                .containsExactly("a   8  #############", "bb  4  #######");
    }

    @Test
    void nothingAndLessThanNothingHaveNoBar() {
        assertThat(draw(20, Glyphs.UNICODE, new Bar("a", 0, "0"), new Bar("b", -5, "-5")))
                .containsExactly("a   0", "b  -5");
    }

    @Test
    void longAndHostileLabelsKeepTheirPlace() {
        List<String> lines = draw(60, Glyphs.UNICODE, new Bar("東京".repeat(20), 2, "2"), new Bar("\u001b[0m", 2, "2"));
        assertThat(lines).allMatch(line -> Cells.width(line) == 60).noneMatch(line -> line.contains("\u001b"));
    }

    @Test
    void noBarsAreNoLines() {
        assertThat(draw(20, Glyphs.UNICODE)).isEmpty();
    }

    private static List<String> draw(int width, Glyphs glyphs, Bar... bars) {
        return new BarChart(List.of(bars))
                .lines(width, glyphs).stream()
                        .map(line -> (line.text() + line.bar()).stripTrailing())
                        .toList();
    }
}
