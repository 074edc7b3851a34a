package io.dictdb.examples.csv;

/** What stands between the cells of a CSV file. */
public final class Delimiter {
    private static final String USUAL = ",;\t|";

    private Delimiter() {}

    /** The usual delimiter that the first line has most of outside quotes; a comma when it has none. */
    static char guess(String text) {
        String line = firstLine(text);
        char best = ',';
        for (int i = 0; i < USUAL.length(); i++) {
            char candidate = USUAL.charAt(i);
            best = count(line, candidate) > count(line, best) ? candidate : best;
        }
        return best;
    }

    /**
     * A delimiter as it is typed on the command line: one character, or {@code tab} or {@code \t}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static char parse(String text) {
        if (text.equals("tab") || text.equals("\\t")) {
            return '\t';
        }
        if (text.length() != 1 || "\"\n\r".contains(text)) {
            throw new IllegalArgumentException("the delimiter is one character or 'tab', got '" + text + "'");
        }
        return text.charAt(0);
    }

    /** The first line; a line break inside quotes does not end it. */
    static String firstLine(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r') && i > 0) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    private static long count(String line, char delimiter) {
        boolean quoted = false;
        long n = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            n += !quoted && c == delimiter ? 1 : 0;
        }
        return n;
    }
}
