package io.dictdb.internal.value;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values and conditions as text for people; long ones are cut. */
public final class Literals {
    private static final int LONGEST = 100;
    private static final int MOST = 20;

    private Literals() {}

    public static String of(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        if (value instanceof List<?> list) {
            return "[" + first(list) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            return "{" + first(List.copyOf(map.entrySet())) + "}";
        }
        if (value instanceof Map.Entry<?, ?> entry) {
            return entry.getKey() + "=" + of(entry.getValue());
        }
        return value instanceof String s ? "'" + cut(s).replace("'", "''") + "'" : cut(String.valueOf(value));
    }

    /** The first few elements, and how many more there are. */
    public static String list(List<?> values) {
        return "(" + first(values) + ")";
    }

    private static String first(List<?> values) {
        String first = values.stream().limit(MOST).map(Literals::of).collect(Collectors.joining(", "));
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
