package io.dictdb.pickle;

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
        return value == null ? "None" : cut(value.toString());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
