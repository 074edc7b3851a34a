package io.dictdb.examples.terminal;

import java.util.List;

/** Horizontal bars, one to a line, each with its label and its number; the longest bar fills the line. */
public final class BarChart {
    private static final int GAP = 2;
    private static final int LABEL = 30;

    private final List<Bar> bars;

    /** A chart of these bars from top to bottom. */
    public BarChart(List<Bar> bars) {
        this.bars = List.copyOf(bars);
    }

    /** The lines of the chart. */
    public List<Line> lines(int width, Glyphs glyphs) {
        int labels =
                bars.stream().mapToInt(bar -> Cells.width(bar.label())).max().orElse(0);
        int numbers =
                bars.stream().mapToInt(bar -> Cells.width(bar.number())).max().orElse(0);
        int label = Math.min(LABEL, labels);
        int room = width - label - numbers - 2 * GAP;
        double most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        return bars.stream()
                .map(bar -> bar.line(label, numbers, most <= 0 ? 0 : room / most, glyphs))
                .toList();
    }

    /**
     * One bar.
     *
     * @param label what it stands for
     * @param value its length; below zero there is no bar
     * @param number the value as text
     */
    public record Bar(String label, double value, String number) {
        /** Makes control characters in the label visible. */
        public Bar {
            label = Cells.visible(label);
        }

        private Line line(int label, int numbers, double scale, Glyphs glyphs) {
            String name = Cells.left(Cells.cut(label(), label, glyphs.ellipsis()), label);
            String gap = " ".repeat(GAP);
            return new Line(name + gap + Cells.right(number, numbers) + gap, glyphs.bar(Math.max(0, value) * scale));
        }
    }

    /**
     * One line of the chart.
     *
     * @param text label and number
     * @param bar the bar behind them
     */
    public record Line(String text, String bar) {}
}
