package io.dictdb.examples.terminal;

/** The colours and weights of text, as the terminal's own codes: they follow the user's theme. */
public enum Ink {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    RED("1;31"),
    GREEN("32"),
    CYAN("36"),
    HEADING("1;36");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    /** The text between this ink's code and the code that ends it. */
    public String paint(String text) {
        return code.isEmpty() || text.isBlank() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }

    /** A piece of a line in this ink. */
    public Span of(String text) {
        return new Span(this, text);
    }

    /**
     * A piece of a line in one ink.
     *
     * @param ink its ink
     * @param text its text, without line breaks
     */
    public record Span(Ink ink, String text) {}
}
