package io.dictdb.internal.query;

/** Parts of strings by code point: half of a surrogate pair is no part, so that evaluator and sorted index agree on every string. */
final class Text {
    private Text() {}

    static boolean startsWith(String value, String part) {
        return value.startsWith(part) && isBoundary(value, part.length());
    }

    static boolean endsWith(String value, String part) {
        return value.endsWith(part) && isBoundary(value, value.length() - part.length());
    }

    static boolean contains(String value, String part) {
        for (int at = value.indexOf(part); at >= 0; at = value.indexOf(part, at + 1)) {
            if (isBoundary(value, at) && isBoundary(value, at + part.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBoundary(String value, int at) {
        return at <= 0 || at >= value.length() || !Character.isSurrogatePair(value.charAt(at - 1), value.charAt(at));
    }

    /** The text in which case makes no difference: folded code point by code point, so that it keeps its length in code points. */
    static String folded(String text, boolean ignoreCase) {
        return ignoreCase
                ? text.codePoints()
                        .map(Text::folded)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    /** As {@link String#equalsIgnoreCase} folds: upper first, for letters that have two lower forms. */
    static int folded(int point) {
        return Character.toLowerCase(Character.toUpperCase(point));
    }
}
