package io.dictdb.internal.value;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values and conditions as text for people; long ones are cut. */
public final class Literals {
    private static final int LONGEST = 100;
    private static final int MOST = 20;
    private static final int DEEPEST = 10;

    private Literals() {}

    public static String of(@Nullable Object value) {
        return of(value, DEEPEST);
    }

    private static String of(@Nullable Object value, int depth) {
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        if (value instanceof List<?> list) {
            return "[" + inside(list, depth) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            return "{" + inside(List.copyOf(map.entrySet()), depth) + "}";
        }
        if (value instanceof Map.Entry<?, ?> entry) {
            return entry.getKey() + "=" + of(entry.getValue(), depth);
        }
        return value instanceof String s ? "'" + cut(s).replace("'", "''") + "'" : cut(String.valueOf(value));
    }

    /** The first few elements, and how many more there are. */
    public static String list(List<?> values) {
        return "(" + first(values, DEEPEST) + ")";
    }

    private static String inside(List<?> values, int depth) {
        return depth == 0 ? "…" : first(values, depth - 1);
    }

    private static String first(List<?> values, int depth) {
        String first =
                values.stream().limit(MOST).map(value -> of(value, depth)).collect(Collectors.joining(", "));
        return values.size() > MOST ? first + ", and " + (values.size() - MOST) + " more" : first;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    public static String ignoringCase(boolean ignoreCase) {
        return ignoreCase ? " ignoring case" : "";
    }

    /** The parts with a word between them, in parentheses; of many parts the first. */
    public static String join(List<?> parts, String word) {
        String first = parts.stream().limit(MOST).map(Object::toString).collect(Collectors.joining(word));
        return "(" + first + (parts.size() > MOST ? word + (parts.size() - MOST) + " more)" : ")");
    }
}
