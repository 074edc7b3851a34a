package io.dictdb.examples.terminal;

import io.dictdb.examples.terminal.Ink.Span;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Where the tour is written: lines of at most 80 cells, painted where the output takes colours. */
public final class Screen {
    /** The width that every terminal has. */
    public static final int WIDTH = 80;

    private final PrintStream out;
    private final Look look;
    private final LongSupplier ticker;
    private Progress progress = Progress.NONE;
    private boolean empty;

    /**
     * A screen.
     *
     * @param out where the lines go
     * @param look what the output can show
     * @param ticker a clock in nanoseconds, for the pace of the progress bar
     */
    public Screen(PrintStream out, Look look, LongSupplier ticker) {
        this.out = out;
        this.look = look;
        this.ticker = ticker;
    }

    /** An empty line, unless the last one is empty. */
    public void gap() {
        if (!empty) {
            progress.close();
            out.println();
            empty = true;
        }
    }

    /** A line of pieces; control characters are made visible, what does not fit is cut off. */
    public void line(Span... spans) {
        StringBuilder line = new StringBuilder();
        int room = WIDTH;
        for (Span span : spans) {
            String text = Cells.cut(Cells.visible(span.text()), room, glyphs().ellipsis());
            room -= Cells.width(text);
            line.append(look.colored() ? span.ink().paint(text) : text);
        }
        progress.close();
        out.println(line.toString().stripTrailing());
        empty = line.toString().isBlank();
    }

    /** A line in one ink, so many cells from the left. */
    public void line(int indent, Ink ink, String text) {
        line(Ink.PLAIN.of(" ".repeat(indent)), ink.of(text));
    }

    /** Prose, so many cells from the left, on as many lines as it takes. */
    public void prose(int indent, Ink ink, String text) {
        Paragraph.lines(text, WIDTH - indent).forEach(line -> line(indent, ink, line));
    }

    /** The characters that the output can hold. */
    public Glyphs glyphs() {
        return look.glyphs();
    }

    /** A progress bar where a person watches, otherwise nothing. */
    public Progress progress(String label, long total) {
        progress = look.terminal() ? new ProgressBar(out, glyphs(), ticker, label, total) : Progress.NONE;
        return progress;
    }

    /** Whether the reader has gone, as the one of a pipe that is closed. */
    public boolean isAbandoned() {
        return out.checkError();
    }
}
