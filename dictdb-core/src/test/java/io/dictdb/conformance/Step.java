package io.dictdb.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a case with its arguments and what the original gave for it.
 *
 * @param fields the step as it stands in the file
 */
record Step(Map<String, @Nullable Object> fields) {
    String op() {
        return text("op");
    }

    String table() {
        return text("table");
    }

    String text(String name) {
        return (String) fields.get(name);
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    /** A number, clipped to the int range; 0 where there is none. */
    int number(String name) {
        Number number = has(name) ? (Number) fields.get(name) : 0;
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number.longValue()));
    }

    @SuppressWarnings("unchecked")
    @Nullable
    Map<String, @Nullable Object> map(String name) {
        return (Map<String, @Nullable Object>) fields.get(name);
    }

    /** The condition as JSON, or null. */
    @Nullable
    Map<String, @Nullable Object> where() {
        return map("where");
    }

    @SuppressWarnings("unchecked")
    List<Map<String, @Nullable Object>> maps(String name) {
        return (List<Map<String, @Nullable Object>>) fields.get(name);
    }

    /** A list of names, given as a list, as one name, or not at all. */
    @SuppressWarnings("unchecked")
    List<String> names(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return List.of();
        }
        return value instanceof String one ? List.of(one) : (List<String>) value;
    }

    /** The selected columns as alias to field; null means all. */
    @Nullable
    Map<String, String> columns() {
        if (!has("columns")) {
            return null;
        }
        Map<String, String> fieldByAlias = new LinkedHashMap<>();
        for (Object column : (List<?>) fields.get("columns")) {
            boolean pair = column instanceof List<?>;
            fieldByAlias.put((String) (pair ? ((List<?>) column).get(0) : column), (String)
                    (pair ? ((List<?>) column).get(1) : column));
        }
        return fieldByAlias;
    }

    /** Whether columns are given as plain names. */
    boolean plainColumns() {
        return has("columns") && ((List<?>) fields.get("columns")).stream().allMatch(String.class::isInstance);
    }

    Map<String, @Nullable Object> expect() {
        return map("expect");
    }

    boolean expectsError() {
        return expect().containsKey("error");
    }

    /** The same step with another argument. */
    Step with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(fields);
        copy.put(name, value);
        return new Step(copy);
    }

    @Override
    public String toString() {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>(fields);
        arguments.remove("expect");
        return Json.write(arguments);
    }
}
