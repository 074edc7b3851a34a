package io.dictdb.examples.terminal;

import java.util.Locale;

/** Text measured in the cells of a terminal: a Chinese character takes two, an accent that joins its letter none. */
public final class Cells {
    private Cells() {}

    /** How many cells a text takes. */
    public static int width(String text) {
        return text.codePoints().map(CharacterWidth::of).sum();
    }

    /** The text, or as much of its beginning as fits together with the ellipsis. */
    public static String cut(String text, int width, String ellipsis) {
        if (width(text) <= width) {
            return text;
        }
        int room = width - width(ellipsis);
        return room < 1 ? beginning(text, width) : beginning(text, room).stripTrailing() + ellipsis;
    }

    /** The text with blanks behind it up to a width. */
    public static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** The text with blanks before it up to a width. */
    public static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** As much of a text as fits. */
    static String beginning(String text, int width) {
        int end = 0;
        for (int room = width; end < text.length(); ) {
            int codePoint = text.codePointAt(end);
            room -= CharacterWidth.of(codePoint);
            if (room < 0) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end);
    }

    /**
     * The text with everything made visible that would move the cursor, change the terminal or turn the line around: a tab becomes
     * {@code \t}, an escape {@code \}{@code u001b}.
     */
    public static String visible(String text) {
        if (text.codePoints().allMatch(Cells::isHarmless)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> {
            if (isHarmless(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(escaped(c));
            }
        });
        return shown.toString();
    }

    private static boolean isHarmless(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && !turnsDirection(codePoint);
    }

    private static boolean turnsDirection(int codePoint) {
        return codePoint == 0x61C
                || codePoint == 0x200E
                || codePoint == 0x200F
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static String escaped(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", codePoint);
        };
    }
}
