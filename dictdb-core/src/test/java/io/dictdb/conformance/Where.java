package io.dictdb.conformance;

import static io.dictdb.Dsl.field;

import io.dictdb.Condition;
import io.dictdb.Dsl;
import io.dictdb.Field;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the conditions of a case into ours. */
final class Where {
    private Where() {}

    static Condition of(@Nullable Map<String, @Nullable Object> json) {
        if (json == null) {
            return Dsl.all();
        }
        return switch ((String) json.get("op")) {
            case "and" -> Dsl.and(arguments(json));
            case "or" -> Dsl.or(arguments(json));
            case "not" -> Dsl.not(arguments(json)[0]);
            default -> leaf((String) json.get("op"), field((String) json.get("field")), json);
        };
    }

    private static Condition[] arguments(Map<String, @Nullable Object> json) {
        return parts(json).stream().map(Where::of).toArray(Condition[]::new);
    }

    /** The conditions inside {@code and}, {@code or} and {@code not}. */
    @SuppressWarnings("unchecked")
    static List<Map<String, @Nullable Object>> parts(Map<String, @Nullable Object> json) {
        return (List<Map<String, @Nullable Object>>) json.get("args");
    }

    private static Condition leaf(String op, Field<Object> field, Map<String, @Nullable Object> json) {
        return switch (op) {
            case "in" -> field.in((List<?>) json.get("values"));
            case "between" -> field.between(json.get("low"), json.get("high"));
            case "is_null" -> field.isNull();
            case "is_not_null" -> field.isNotNull();
            case "like" -> like(field, json);
            case "ilike" -> like(field.ignoreCase(), json);
            default -> comparison(op, field, json.get("value"));
        };
    }

    private static Condition like(Field<Object> field, Map<String, @Nullable Object> json) {
        String pattern = (String) json.get("pattern");
        String escape = (String) json.get("escape");
        return escape == null ? field.like(pattern) : field.like(pattern, escape.charAt(0));
    }

    private static Condition comparison(String op, Field<Object> field, @Nullable Object value) {
        return switch (op) {
            case "eq" -> field.eq(value);
            case "ne" -> field.ne(value);
            case "lt" -> field.lt(value);
            case "le" -> field.le(value);
            case "gt" -> field.gt(value);
            case "ge" -> field.ge(value);
            case "contains" -> field.contains(value);
            case "startswith" -> field.startsWith((String) value);
            case "endswith" -> field.endsWith((String) value);
            case "iequals" -> field.ignoreCase().eq(value);
            case "icontains" -> field.ignoreCase().contains(value);
            case "istartswith" -> field.ignoreCase().startsWith((String) value);
            case "iendswith" -> field.ignoreCase().endsWith((String) value);
            default -> throw new IllegalStateException("unknown condition " + op);
        };
    }
}
