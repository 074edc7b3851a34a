package io.dictdb.conformance;

import io.dictdb.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates over rows, in the original's sense or in the contract's.
 *
 * @param values says whether Booleans are numbers
 */
record Totals(ValueOrder values) {

    Map<String, @Nullable Object> of(Map<String, @Nullable Object> aggregates, List<Row> rows) {
        Map<String, @Nullable Object> totals = new LinkedHashMap<>();
        aggregates.forEach((alias, json) -> totals.put(alias, one((Map<?, ?>) json, rows)));
        return totals;
    }

    private @Nullable Object one(Map<?, ?> aggregate, List<Row> rows) {
        Object field = aggregate.get("field");
        List<Object> found = rows.stream()
                .map(row -> row.get(field))
                .filter(Objects::nonNull)
                .toList();
        return switch ((String) aggregate.get("fn")) {
            case "count" -> field == null ? (long) rows.size() : (long) found.size();
            case "sum" -> sum(numbers(found));
            case "avg" -> average(numbers(found));
            case "min" ->
                found.stream()
                        .reduce((a, b) -> values.compare(b, a) < 0 ? b : a)
                        .orElse(null);
            default ->
                found.stream()
                        .reduce((a, b) -> values.compare(b, a) > 0 ? b : a)
                        .orElse(null);
        };
    }

    private List<Object> numbers(List<Object> found) {
        return found.stream()
                .filter(value -> value instanceof Number || (value instanceof Boolean && values.booleansAreNumbers()))
                .toList();
    }

    private static @Nullable Object sum(List<Object> numbers) {
        if (numbers.isEmpty()) {
            return null;
        }
        BigDecimal sum = exactSum(numbers);
        return numbers.stream().anyMatch(Double.class::isInstance)
                ? (Object) sum.doubleValue()
                : Json.integer(sum.toBigIntegerExact());
    }

    private static @Nullable Object average(List<Object> numbers) {
        if (numbers.isEmpty()) {
            return null;
        }
        return exactSum(numbers)
                .divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL128)
                .doubleValue();
    }

    private static BigDecimal exactSum(List<Object> numbers) {
        return numbers.stream().map(ValueOrder::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
