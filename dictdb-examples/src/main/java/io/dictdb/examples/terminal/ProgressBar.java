package io.dictdb.examples.terminal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/*
 * One line that is drawn over itself: label, bar, per cent. It appears only when a step has run for a moment, is drawn at most ten times a
 * second whatever it is told, and wipes itself away at the end and before anything else is printed, so that it leaves no trace in what the
 * user scrolls back to.
 */
final class ProgressBar implements Progress {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int BAR = 36;
    private static final int LABEL = 34;
    private static final String WIPE = "\r\u001b[K";

    private final PrintStream out;
    private final Glyphs glyphs;
    private final LongSupplier ticker;
    private final String label;
    private final long total;
    private long drawn;
    private boolean visible;

    ProgressBar(PrintStream out, Glyphs glyphs, LongSupplier ticker, String label, long total) {
        this.out = out;
        this.glyphs = glyphs;
        this.ticker = ticker;
        this.label = Cells.left(Cells.cut(Cells.visible(label), LABEL, glyphs.ellipsis()), LABEL);
        this.total = Math.max(1, total);
        this.drawn = ticker.getAsLong();
    }

    @Override
    public void to(long done) {
        long now = ticker.getAsLong();
        if (now - drawn >= PAUSE) {
            drawn = now;
            visible = true;
            out.print(WIPE + line(Math.max(0, Math.min(done, total))));
            out.flush();
        }
    }

    private String line(long done) {
        double share = (double) done / total;
        String bar = glyphs.bar(share * BAR);
        return label + " " + bar + glyphs.empty(BAR - Cells.width(bar))
                + String.format(Locale.ROOT, " %3d %%", (int) (share * 100));
    }

    @Override
    public void close() {
        if (visible) {
            visible = false;
            out.print(WIPE);
            out.flush();
        }
    }
}
