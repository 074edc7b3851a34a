package io.dictdb.logging;

/** Text that stays in its line, and does nothing to a terminal, whatever is in it. */
final class OneLine {
    private OneLine() {}

    /** Control characters and line separators become escapes, as in a Java string. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return escaped(text, i);
            }
        }
        return text;
    }

    static boolean isControl(char c) {
        return c < ' ' || c >= '\u007f' && c <= '\u009f' || c == '\u2028' || c == '\u2029';
    }

    private static String escaped(String text, int from) {
        StringBuilder line = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isControl(c)) {
                line.append(escape(c));
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }

    private static String escape(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04x", (int) c);
        };
    }
}
