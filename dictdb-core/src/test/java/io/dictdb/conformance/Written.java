package io.dictdb.conformance;

import io.dictdb.Row;
import io.dictdb.Schema;
import io.dictdb.Table;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records that a step would write into a table with a schema, as the schema sees them.
 *
 * @param schema the table's schema
 * @param primaryKey its primary key
 * @param records the whole records, changes merged in
 * @param changesRecords whether they are there already
 */
record Written(Schema schema, String primaryKey, List<Map<String, @Nullable Object>> records, boolean changesRecords) {

    static Written by(Step step, Table table) {
        Schema schema = table.schema().orElseThrow();
        return switch (step.op()) {
            case "insert" -> new Written(schema, table.primaryKey(), List.of(step.map("record")), false);
            case "insert_many" -> new Written(schema, table.primaryKey(), step.maps("records"), false);
            case "upsert" -> upserted(step, table, schema);
            case "update" -> new Written(schema, table.primaryKey(), updated(step, table), true);
            default -> new Written(schema, table.primaryKey(), List.of(), false);
        };
    }

    private static Written upserted(Step step, Table table, Schema schema) {
        Map<String, @Nullable Object> record = step.map("record");
        Object key = record.get(table.primaryKey());
        Optional<Row> there = key == null ? Optional.empty() : table.get(key);
        List<Map<String, @Nullable Object>> records =
                there.isEmpty() || step.text("on_conflict").equals("update")
                        ? List.of(merged(there, record))
                        : List.of();
        return new Written(schema, table.primaryKey(), records, there.isPresent());
    }

    private static List<Map<String, @Nullable Object>> updated(Step step, Table table) {
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        if (new Reading(table, Rule.original()).keys(step) instanceof Outcome.Result keys) {
            ((List<?>) keys.value()).forEach(key -> records.add(merged(table.get(key), step.map("changes"))));
        }
        return records;
    }

    private static Map<String, @Nullable Object> merged(Optional<Row> there, Map<String, @Nullable Object> changes) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        there.ifPresent(record::putAll);
        record.putAll(changes);
        return record;
    }

    /** Whether all records have all fields of the schema with values of its types and no others. */
    boolean fits(Set<Rule> ways) {
        return records.stream()
                .allMatch(record -> schema.fields().containsAll(record.keySet())
                        && schema.fields().stream().allMatch(field -> fits(field, record.get(field), ways)));
    }

    private boolean fits(String field, @Nullable Object value, Set<Rule> ways) {
        if (value == null) {
            return field.equals(primaryKey);
        }
        Class<?> type = schema.type(field);
        boolean integer = value instanceof Long || value instanceof BigInteger;
        if (type == Long.class) {
            return integer || (value instanceof Boolean && ways.contains(Rule.BOOLEAN_FOR_INTEGER));
        }
        boolean widens = integer && !Double.isInfinite(((Number) value).doubleValue());
        return type.isInstance(value) || (type == Double.class && widens && !ways.contains(Rule.INTEGER_FOR_DOUBLE));
    }

    /** The same step with the integers of the schema's Double fields written as Doubles. */
    Step widened(Step step) {
        return switch (step.op()) {
            case "insert_many" ->
                step.with(
                        "records",
                        step.maps("records").stream().map(this::widened).toList());
            case "update" -> step.with("changes", widened(step.map("changes")));
            default -> step.with("record", widened(step.map("record")));
        };
    }

    private Map<String, @Nullable Object> widened(Map<String, @Nullable Object> record) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(record);
        copy.replaceAll((field, value) -> {
            boolean wide =
                    value instanceof Number && schema.fields().contains(field) && schema.type(field) == Double.class;
            return wide ? (Object) ((Number) value).doubleValue() : value;
        });
        return copy;
    }

    /** What the original gives when it changes the records. */
    Outcome originalResult(Step step) {
        return step.op().equals("update")
                ? new Outcome.Result((long) records.size())
                : new Outcome.Result(List.of(records.get(0).get(primaryKey), "updated"));
    }
}
