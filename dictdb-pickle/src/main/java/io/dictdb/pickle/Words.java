package io.dictdb.pickle;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as short text for messages: of a container only what it is. */
final class Words {
    private static final int LONGEST = 100;

    private Words() {}

    static String of(@Nullable Object value) {
        if (value instanceof String s) {
            return "'" + cut(s) + "'";
        }
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        if (value instanceof List || value instanceof Map) {
            return value instanceof List ? "a list" : "a dict"; // all of it as text could be far more than memory holds
        }
        return value == null ? "None" : cut(value.toString());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
