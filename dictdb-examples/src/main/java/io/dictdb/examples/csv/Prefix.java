package io.dictdb.examples.csv;

import io.dictdb.Condition;
import io.dictdb.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many values of a column begin alike.
 *
 * @param text the beginning
 * @param rows how many rows have it
 */
record Prefix(String text, long rows) {
    private static final char ESCAPE = '\\';
    private static final int LENGTH = 3;

    /** The beginning of up to three characters that most rows share. */
    static Prefix commonest(List<Tally> tallies) {
        Map<String, Long> rows = new LinkedHashMap<>();
        tallies.forEach(tally -> rows.merge(beginning(tally.text()), tally.times(), Long::sum));
        rows.remove("");
        String text = rows.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        return new Prefix(text, alike(tallies, text));
    }

    private static long alike(List<Tally> tallies, String text) {
        return tallies.stream()
                .filter(tally -> tally.value() instanceof String s && s.startsWith(text))
                .mapToLong(Tally::times)
                .sum();
    }

    private static String beginning(String text) {
        int length = Math.min(LENGTH, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, length));
    }

    /** The arguments of like as a program would write them. */
    String code() {
        return Code.literal(pattern()) + (isEscaped() ? ", '\\\\'" : "");
    }

    private String pattern() {
        return (isEscaped() ? text.replaceAll("[%_\\\\]", "\\\\$0") : text) + "%";
    }

    /** Whether the beginning holds characters that would mean something else in a pattern. */
    private boolean isEscaped() {
        return text.contains("%") || text.contains("_");
    }

    /** The condition that a field begins so. */
    Condition of(Field<Object> field) {
        return isEscaped() ? field.like(pattern(), ESCAPE) : field.like(pattern());
    }
}
