package io.dictdb.examples.csv;

import io.dictdb.CsvOptions;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values and options as a Java program would write them, for the snippets that depend on the user's file. */
final class Code {
    private Code() {}

    static String literal(@Nullable Object value) {
        if (value instanceof String s) {
            return string(s);
        }
        return value instanceof Long n && n != n.intValue() ? n + "L" : String.valueOf(value);
    }

    private static String string(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(c -> literal.append(escaped((char) c)));
        return literal.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> Character.isISOControl(c) ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c);
        };
    }

    static String options(CsvOptions options) {
        StringBuilder code = new StringBuilder("CsvOptions.defaults()");
        code.append(".primaryKey(").append(string(options.primaryKey())).append(')');
        if (options.delimiter() != ',') {
            code.append("\n        .delimiter('")
                    .append(escaped(options.delimiter()))
                    .append("')");
        }
        if (!options.header()) {
            code.append("\n        .header(false)");
        }
        if (!options.charset().equals(StandardCharsets.UTF_8)) {
            code.append("\n        .charset(Charset.forName(\"")
                    .append(options.charset())
                    .append("\"))");
        }
        return code.toString();
    }
}
