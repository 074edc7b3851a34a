package io.dictdb.conformance;

import io.dictdb.Row;
import io.dictdb.Table;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates conditions row by row, in the original's sense or in the contract's. Both agree on text, so the operators on text are
 * answered by the table itself; all that compares values is worked out here.
 */
final class Filter {
    private static final Set<String> COMPARISONS =
            Set.of("eq", "ne", "lt", "le", "gt", "ge", "in", "between", "contains", "is_null", "is_not_null");
    private static final Set<String> REFUSE_NULL = Set.of("lt", "le", "gt", "ge", "between", "contains");

    private final Table table;
    private final ValueOrder values;
    private final IdentityHashMap<Object, Set<Object>> keysOfText = new IdentityHashMap<>();

    Filter(Table table, ValueOrder values) {
        this.table = table;
        this.values = values;
    }

    /** Whether a condition names null where our words refuse it. */
    static boolean namesNull(@Nullable Map<String, @Nullable Object> json) {
        if (json == null) {
            return false;
        }
        if (json.containsKey("args")) {
            return Where.parts(json).stream().anyMatch(Filter::namesNull);
        }
        return REFUSE_NULL.contains((String) json.get("op")) && json.containsValue(null);
    }

    boolean holds(@Nullable Map<String, @Nullable Object> json, Row row) {
        if (json == null) {
            return true;
        }
        return switch ((String) json.get("op")) {
            case "and" -> Where.parts(json).stream().allMatch(part -> holds(part, row));
            case "or" -> Where.parts(json).stream().anyMatch(part -> holds(part, row));
            case "not" -> !holds(Where.parts(json).get(0), row);
            default -> leaf(json, row);
        };
    }

    private boolean leaf(Map<String, @Nullable Object> json, Row row) {
        return COMPARISONS.contains((String) json.get("op"))
                ? compares(json, row.get((String) json.get("field")))
                : keysOfText(json).contains(row.get(table.primaryKey()));
    }

    private Set<Object> keysOfText(Map<String, @Nullable Object> json) {
        return keysOfText.computeIfAbsent(json, j -> {
            Set<Object> keys = new HashSet<>();
            table.select(Where.of(json)).list().forEach(row -> keys.add(row.get(table.primaryKey())));
            return keys;
        });
    }

    private boolean compares(Map<String, @Nullable Object> json, @Nullable Object found) {
        Object value = json.get("value");
        return switch ((String) json.get("op")) {
            case "eq" -> values.equal(found, value);
            case "ne" -> !values.equal(found, value);
            case "lt" -> values.comparable(found, value) && values.compare(found, value) < 0;
            case "le" -> notAbove(found, value);
            case "gt" -> values.comparable(found, value) && values.compare(found, value) > 0;
            case "ge" -> notAbove(value, found);
            case "in" -> ((List<?>) json.get("values")).stream().anyMatch(one -> values.equal(found, one));
            case "between" -> notAbove(json.get("low"), found) && notAbove(found, json.get("high"));
            case "contains" -> contains(found, value);
            case "is_null" -> found == null;
            default -> found != null;
        };
    }

    private boolean notAbove(@Nullable Object low, @Nullable Object high) {
        return values.comparable(low, high) && values.compare(low, high) <= 0;
    }

    private boolean contains(@Nullable Object found, @Nullable Object item) {
        if (found instanceof List<?> list) {
            return list.stream().anyMatch(one -> values.equal(one, item));
        }
        if (found instanceof Map<?, ?> map) {
            return item instanceof String && map.containsKey(item);
        }
        return found instanceof String text && item instanceof String part && text.contains(part);
    }
}
