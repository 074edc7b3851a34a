package io.dictdb.internal.value;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values and conditions as text for people; long ones are cut. */
public final class Literals {
    private static final int LONGEST = 100;

    private Literals() {}

    public static String of(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        return value instanceof String s ? "'" + cut(s).replace("'", "''") + "'" : cut(String.valueOf(value));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    public static String ignoringCase(boolean ignoreCase) {
        return ignoreCase ? " ignoring case" : "";
    }

    public static String join(List<?> parts, String word) {
        return parts.stream().map(Object::toString).collect(Collectors.joining(word, "(", ")"));
    }
}
