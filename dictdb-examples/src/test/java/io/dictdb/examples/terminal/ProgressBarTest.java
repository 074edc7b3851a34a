package io.dictdb.examples.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private static final String WIPE = "\r\u001b[K";

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private long millis;

    @Test
    void aQuickStepShowsNothing() {
        ProgressBar bar = bar("quick", 100);
        millis = 99;
        bar.to(100);
        bar.close();
        assertThat(shown()).isEmpty();
    }

    @Test
    void aSlowStepIsDrawnOverItselfAndWipedAway() {
        ProgressBar bar = bar("slow", 200);
        millis = 100;
        bar.to(50);
        millis = 200;
        bar.to(200);
        bar.close();
        String label = "slow" + " ".repeat(31);
        assertThat(shown())
                .isEqualTo(WIPE + label + "█".repeat(9) + "░".repeat(27) + "  25 %" //
                        + WIPE + label + "█".repeat(36) + " 100 %" //
                        + WIPE);
    }

    @Test
    void itIsDrawnTenTimesASecondAtMost() {
        ProgressBar bar = bar("many", 1_000);
        for (millis = 0; millis < 1_000; millis++) {
            bar.to(millis);
        }
        assertThat(shown().split(Pattern.quote(WIPE), -1)).hasSize(10);
    }

    @Test
    void whatIsBeyondTheEndsIsDrawnAtTheEnds() {
        ProgressBar bar = bar("odd", 10);
        millis = 100;
        bar.to(-5);
        millis = 200;
        bar.to(500);
        assertThat(shown()).contains("   0 %").contains(" 100 %");
    }

    @Test
    void aTotalOfNothingIsDone() {
        ProgressBar bar = bar("empty file", 0);
        millis = 100;
        bar.to(1);
        assertThat(shown()).contains("100 %");
    }

    @Test
    void aLongLabelLeavesTheLineWithinItsWidth() {
        ProgressBar bar = bar("東京\u001b[2J".repeat(30), 3);
        millis = 100;
        bar.to(1);
        String line = shown().substring(WIPE.length());
        assertThat(Cells.width(line)).isLessThan(Screen.WIDTH);
        assertThat(line).doesNotContain("\u001b");
    }

    @Test
    void aScreenWipesItBeforeItWritesALine() {
        PrintStream out = new PrintStream(terminal, true, StandardCharsets.UTF_8);
        Screen screen = new Screen(out, new Look(true, false, Glyphs.UNICODE), this::nanos);
        Progress bar = screen.progress("step", 2);
        millis = 100;
        bar.to(1);
        screen.line(0, Ink.PLAIN, "done");
        bar.close();
        assertThat(shown()).endsWith("50 %" + WIPE + "done" + System.lineSeparator());
    }

    @Test
    void aPipeHasNone() {
        PrintStream out = new PrintStream(terminal, true, StandardCharsets.UTF_8);
        Screen screen = new Screen(out, new Look(false, false, Glyphs.UNICODE), this::nanos);
        try (Progress none = screen.progress("step", 2)) {
            millis = 1_000;
            none.to(1);
        }
        assertThat(shown()).isEmpty();
    }

    private ProgressBar bar(String label, long total) {
        PrintStream out = new PrintStream(terminal, true, StandardCharsets.UTF_8);
        return new ProgressBar(out, Glyphs.UNICODE, this::nanos, label, total);
    }

    private long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private String shown() {
        return terminal.toString(StandardCharsets.UTF_8);
    }
}
