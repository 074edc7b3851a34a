package io.dictdb.conformance;

import io.dictdb.IndexType;
import io.dictdb.Row;
import io.dictdb.Table;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which fields a case has asked an index for, and for which of them the original may have failed without a word. */
final class IndexBook {
    private static final ValueOrder VALUES = new ValueOrder(true);

    /** By table: the fields in order, and whether the original surely had an index there. */
    private final Map<String, Map<String, Boolean>> sureByField = new HashMap<>();

    void created(Table table, String field, IndexType type) {
        Map<String, Boolean> fields = sureByField.computeIfAbsent(table.name(), name -> new LinkedHashMap<>());
        fields.merge(field, couldIndex(table.all(), field, type), Boolean::logicalOr);
    }

    void dropped(String table) {
        sureByField.remove(table);
    }

    List<String> fields(Table table) {
        return List.copyOf(sureByField.getOrDefault(table.name(), Map.of()).keySet());
    }

    /** What the original gave, if that is our list without some of the fields that it may have failed on. */
    Optional<Outcome> without(Table table, @Nullable Object given) {
        Map<String, Boolean> fields = sureByField.getOrDefault(table.name(), Map.of());
        boolean explained = given instanceof List<?> list
                && list.size() < fields.size()
                && fields.keySet().containsAll(list)
                && fields.keySet().stream().allMatch(field -> !fields.get(field) || list.contains(field));
        return explained ? Optional.of(new Outcome.Result(given)) : Optional.empty();
    }

    /** Python hashes no lists and maps, and sorts no nulls and no mixture. */
    private static boolean couldIndex(List<Row> rows, String field, IndexType type) {
        Stream<Object> values = rows.stream().map(row -> row.get(field));
        if (type == IndexType.HASH) {
            return values.noneMatch(value -> value instanceof List || value instanceof Map);
        }
        Object first = rows.isEmpty() ? null : rows.get(0).get(field);
        return values.allMatch(value -> VALUES.comparable(first, value));
    }
}
