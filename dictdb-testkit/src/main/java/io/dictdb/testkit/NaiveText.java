package io.dictdb.testkit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/*
 * Text operators, all of them as patterns over code points: startsWith(s) is s and any run, contains(s) is s between two runs. A pattern is a list in which a
 * literal stands as its code point, "_" as ANY and "%" as RUN. The match is the textbook table: matches[i][j] says whether the first i parts match the first
 * j code points.
 *
 * Without regard to case, every code point is replaced by the lower case of its upper case, one for one, as String.equalsIgnoreCase does: so "_" still means
 * one, and a sharp s is not two.
 */
final class NaiveText {
    private static final int ANY = -1;
    private static final int RUN = -2;

    private NaiveText() {}

    static boolean like(String value, String pattern, @Nullable Character escape, boolean ignoreCase) {
        return matches(parts(pattern, escape), value, ignoreCase);
    }

    static boolean startsWith(String value, String text, boolean ignoreCase) {
        return matches(surrounded(false, text, true), value, ignoreCase);
    }

    static boolean endsWith(String value, String text, boolean ignoreCase) {
        return matches(surrounded(true, text, false), value, ignoreCase);
    }

    static boolean contains(String value, String text, boolean ignoreCase) {
        return matches(surrounded(true, text, true), value, ignoreCase);
    }

    private static List<Integer> surrounded(boolean before, String text, boolean after) {
        List<Integer> parts = new ArrayList<>(before ? List.of(RUN) : List.of());
        text.codePoints().forEach(parts::add);
        parts.addAll(after ? List.of(RUN) : List.of());
        return parts;
    }

    private static List<Integer> parts(String pattern, @Nullable Character escape) {
        int[] points = pattern.codePoints().toArray();
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            boolean escaped = escape != null && points[i] == escape;
            parts.add(escaped ? points[++i] : points[i] == '%' ? RUN : points[i] == '_' ? ANY : points[i]);
        }
        return parts;
    }

    private static boolean matches(List<Integer> parts, String value, boolean ignoreCase) {
        int[] points = value.codePoints().toArray();
        boolean[][] matches = new boolean[parts.size() + 1][points.length + 1];
        matches[0][0] = true;
        for (int i = 1; i <= parts.size(); i++) {
            int part = parts.get(i - 1);
            matches[i][0] = part == RUN && matches[i - 1][0];
            for (int j = 1; j <= points.length; j++) {
                matches[i][j] = part == RUN
                        ? matches[i - 1][j] || matches[i][j - 1]
                        : matches[i - 1][j - 1] && same(part, points[j - 1], ignoreCase);
            }
        }
        return matches[parts.size()][points.length];
    }

    private static boolean same(int part, int point, boolean ignoreCase) {
        return part == ANY || part == point || (ignoreCase && folded(part) == folded(point));
    }

    static String folded(String s) {
        return s.codePoints()
                .map(NaiveText::folded)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int folded(int point) {
        return Character.toLowerCase(Character.toUpperCase(point));
    }
}
