package io.dictdb.testkit;

import io.dictdb.Aggregate;
import io.dictdb.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/*
 * Aggregation by the book: records are put into groups in the order in which the groups appear, every group becomes a row, then having, orderBy and limit.
 * Where having or orderBy look at a number that is known up to rounding only, rounding would decide the answer: then there is none to compare with.
 */
final class NaiveSummary {
    private final Summary summary;
    private boolean vague;

    private NaiveSummary(Summary summary) {
        this.summary = summary;
    }

    /** The result rows, or empty when they depend on how sums are rounded. */
    static Optional<List<Map<String, @Nullable Object>>> of(
            List<Map<String, @Nullable Object>> records, Summary summary) {
        NaiveSummary run = new NaiveSummary(summary);
        List<Map<String, @Nullable Object>> rows = run.rows(records);
        return run.vague ? Optional.empty() : Optional.of(rows);
    }

    private List<Map<String, @Nullable Object>> rows(List<Map<String, @Nullable Object>> records) {
        List<Map<String, @Nullable Object>> taken = records.stream()
                .filter(r -> NaiveMatch.holds(summary.where(), r))
                .toList();
        List<Order> orders = summary.orderBy().stream().map(Order::of).toList();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (List<Map<String, @Nullable Object>> group : groups(taken)) {
            Map<String, @Nullable Object> row = row(group);
            if (NaiveMatch.holds(summary.having(), watched(row))) {
                rows.add(row);
            }
        }
        rows.sort(NaiveOrder.by(orders, this::plain));
        return rows.subList(0, Math.min(rows.size(), summary.limit().orElse(rows.size())));
    }

    private List<List<Map<String, @Nullable Object>>> groups(List<Map<String, @Nullable Object>> records) {
        if (summary.groupBy().isEmpty()) {
            return List.of(records);
        }
        List<List<Map<String, @Nullable Object>>> groups = new ArrayList<>();
        Map<Object, List<Map<String, @Nullable Object>>> byKey = new TreeMap<>(NaiveOrder::compare);
        for (Map<String, @Nullable Object> record : records) {
            byKey.computeIfAbsent(keyOf(record), key -> opened(groups)).add(record);
        }
        return groups;
    }

    private List<@Nullable Object> keyOf(Map<String, @Nullable Object> record) {
        List<@Nullable Object> key = new ArrayList<>();
        summary.groupBy().forEach(field -> key.add(record.get(field)));
        return key;
    }

    private static <T> List<T> opened(List<List<T>> groups) {
        List<T> group = new ArrayList<>();
        groups.add(group);
        return group;
    }

    private Map<String, @Nullable Object> row(List<Map<String, @Nullable Object>> group) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        summary.groupBy().forEach(field -> row.put(field, group.get(0).get(field)));
        summary.aggregates().forEach(aggregate -> row.put(aggregate.alias(), value(aggregate, group)));
        return row;
    }

    private static @Nullable Object value(Aggregate aggregate, List<Map<String, @Nullable Object>> group) {
        String field = aggregate.field();
        if (field == null) {
            return (long) group.size();
        }
        List<Object> values = group.stream()
                .map(record -> record.get(field))
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
        return switch (aggregate.function()) {
            case COUNT -> (long) values.size();
            case SUM -> NaiveSum.of(values).sum();
            case AVG -> NaiveSum.of(values).mean();
            case MIN -> first(values, NaiveOrder::compare);
            case MAX -> first(values, (a, b) -> NaiveOrder.compare(b, a));
        };
    }

    private static @Nullable Object first(List<Object> values, Comparator<Object> order) {
        return values.stream().sorted(order).findFirst().orElse(null);
    }

    private Map<String, @Nullable Object> watched(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public @Nullable Object get(@Nullable Object field) {
                return plain(row, String.valueOf(field));
            }
        };
        plain.putAll(row);
        return plain;
    }

    private @Nullable Object plain(Map<String, @Nullable Object> row, String field) {
        @Nullable Object value = row.get(field);
        vague |= value instanceof Near;
        return value instanceof Near near ? near.value() : value;
    }
}
