package io.dictdb.internal.codec;

import io.dictdb.internal.value.Limits;
import io.dictdb.internal.value.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link PythonText} writes, and JSON with it: the words {@code true false null}, strings in double quotes and their escapes mean the same there. Whatever
 * else stands in the text, at its end too, is an {@link IllegalArgumentException}.
 */
final class PythonReader {
    private static final Map<String, Class<?>> NAMED = Map.of(
            "BigDecimal", BigDecimal.class,
            "LocalDate", LocalDate.class,
            "LocalTime", LocalTime.class,
            "LocalDateTime", LocalDateTime.class,
            "Instant", Instant.class,
            "UUID", UUID.class,
            "bytes", byte[].class);

    private final String text;
    private int at;
    private int depth;

    private PythonReader(String text) {
        this.text = text;
    }

    static @Nullable Object list(String text) {
        return text.startsWith("[") ? new PythonReader(text).whole() : null;
    }

    static @Nullable Object map(String text) {
        return text.startsWith("{") ? new PythonReader(text).whole() : null;
    }

    private @Nullable Object whole() {
        Object value = value();
        skipBlanks();
        require(at == text.length());
        return Values.in("cell", value);
    }

    private void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("not a literal, at character " + at);
        }
    }

    private char peek() {
        require(at < text.length());
        return text.charAt(at);
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean accepts(char c) {
        skipBlanks();
        boolean there = peek() == c;
        at += there ? 1 : 0;
        return there;
    }

    private @Nullable Object value() {
        skipBlanks();
        return switch (peek()) {
            case '[' -> elements();
            case '{' -> entries();
            case '\'', '"' -> string();
            default -> word();
        };
    }

    private void enter() {
        at++;
        require(++depth <= Limits.DEPTH);
    }

    private List<@Nullable Object> elements() {
        List<@Nullable Object> list = new ArrayList<>();
        enter();
        while (!accepts(']')) {
            require(list.isEmpty() || accepts(','));
            list.add(value());
        }
        depth--;
        return list;
    }

    private Map<String, @Nullable Object> entries() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        enter();
        while (!accepts('}')) {
            require(map.isEmpty() || accepts(','));
            skipBlanks();
            String name = string();
            require(accepts(':') && !map.containsKey(name));
            map.put(name, value());
        }
        depth--;
        return map;
    }

    private String string() {
        char quote = peek();
        require(quote == '\'' || quote == '"');
        StringBuilder out = new StringBuilder();
        for (at++; peek() != quote; ) {
            char c = text.charAt(at++);
            if (c == '\\') {
                escape(out);
            } else {
                out.append(c);
            }
        }
        at++;
        return out.toString();
    }

    private void escape(StringBuilder out) {
        char c = peek();
        at++;
        switch (c) {
            case '\\', '\'', '"', '/' -> out.append(c);
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'x' -> out.appendCodePoint(hexadecimal(2));
            case 'u' -> out.appendCodePoint(hexadecimal(4));
            case 'U' -> out.appendCodePoint(hexadecimal(8));
            default -> require(false);
        }
    }

    private int hexadecimal(int digits) {
        require(text.length() - at >= digits);
        int c = 0;
        for (int end = at + digits; at < end; at++) {
            int digit = Character.digit(text.charAt(at), 16);
            require(digit >= 0 && text.charAt(at) < 0x80 && c >>> 24 == 0);
            c = c << 4 | digit;
        }
        return c;
    }

    /** A number, one of the words that stand for values, or the name of a class with its text. */
    private @Nullable Object word() {
        int start = at;
        while (at < text.length() && " \t\r\n,:]}(".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (at < text.length() && text.charAt(at) == '(') {
            return named(word);
        }
        return switch (word) {
            case "None", "null" -> null;
            case "True", "true" -> true;
            case "False", "false" -> false;
            default -> number(word);
        };
    }

    private Object number(String word) {
        Object integer = NumberText.integer(word);
        Object number = integer == null ? NumberText.floating(word) : integer;
        require(number != null);
        return Objects.requireNonNull(number);
    }

    private Object named(String name) {
        at++;
        Class<?> type = NAMED.get(name);
        require(type != null);
        Object value = ValueText.read(Objects.requireNonNull(type), string());
        require(value != null && accepts(')'));
        return Objects.requireNonNull(value);
    }
}
