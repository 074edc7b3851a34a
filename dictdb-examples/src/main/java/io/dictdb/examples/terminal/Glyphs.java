package io.dictdb.examples.terminal;

import java.nio.charset.Charset;

/** The few characters beyond letters that the output uses, and what stands in for them where the output cannot hold them. */
public enum Glyphs {
    /** For terminals and files that hold all of Unicode. */
    UNICODE("█", "▏▎▍▌▋▊▉", "░", "─", "…", "✓", "✗"),
    /** For everything else. */
    ASCII("#", "", ".", "-", "...", "ok", "FAILED");

    private final String full;
    private final String parts;
    private final String empty;
    private final String rule;
    private final String ellipsis;
    private final String held;
    private final String failed;

    Glyphs(String full, String parts, String empty, String rule, String ellipsis, String held, String failed) {
        this.full = full;
        this.parts = parts;
        this.empty = empty;
        this.rule = rule;
        this.ellipsis = ellipsis;
        this.held = held;
        this.failed = failed;
    }

    /** The glyphs that a character set can hold. */
    public static Glyphs of(Charset charset) {
        boolean fits = charset.canEncode() && charset.newEncoder().canEncode("█▏▉░─…✓✗");
        return fits ? UNICODE : ASCII;
    }

    /** A bar as long as a number of cells, to an eighth of a cell where there are such characters. */
    public String bar(double cells) {
        int steps = parts.length() + 1;
        int eighths = (int) Math.round(cells * steps);
        int part = eighths % steps;
        return full.repeat(eighths / steps) + (part == 0 ? "" : parts.substring(part - 1, part));
    }

    /** The part of a progress bar that is still to come. */
    public String empty(int cells) {
        return empty.repeat(cells);
    }

    /** A horizontal line. */
    public String rule(int cells) {
        return rule.repeat(cells);
    }

    /** Stands for what was cut off. */
    public String ellipsis() {
        return ellipsis;
    }

    /** Before a check that held. */
    public String held() {
        return held;
    }

    /** Before a check that failed. */
    public String failed() {
        return failed;
    }
}
