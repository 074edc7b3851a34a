package io.dictdb.conformance;

import io.dictdb.Order;
import io.dictdb.Row;
import io.dictdb.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works out by plain scanning what a query must answer on a table as it is now, with any choice of the original's ways. With all of them it
 * says what the original answers, with none what the contract asks for; where the two agree, no departure is at work.
 */
final class Reading {
    private final Table table;
    private final Set<Rule> ways;
    private final ValueOrder values;
    private final Filter filter;

    Reading(Table table, Set<Rule> ways) {
        this.table = table;
        this.ways = ways;
        this.values = new ValueOrder(ways.contains(Rule.BOOLEAN_NUMBER));
        this.filter = new Filter(table, values);
    }

    /** The rows of a select or an aggregate. */
    Outcome answer(Step step) {
        return read(step, () -> step.op().equals("select") ? select(step) : aggregate(step));
    }

    /** The primary keys of the records that an update or a delete means. */
    Outcome keys(Step step) {
        return read(
                step,
                () -> matching(step).stream()
                        .map(row -> row.get(table.primaryKey()))
                        .toList());
    }

    private Outcome read(Step step, Supplier<Object> answer) {
        if (refuses(step)) {
            return Outcome.Failure.of(IllegalArgumentException.class);
        }
        try {
            return new Outcome.Result(answer.get());
        } catch (RuntimeException e) {
            return Outcome.Failure.of(e);
        }
    }

    private boolean refuses(Step step) {
        boolean negative = step.number("limit") < 0 || step.number("offset") < 0;
        return (negative && !ways.contains(Rule.NEGATIVE_LIMIT))
                || (Filter.namesNull(step.where()) && !ways.contains(Rule.NULL_OPERAND));
    }

    private List<Row> matching(Step step) {
        return table.all().stream()
                .filter(row -> filter.holds(step.where(), row))
                .toList();
    }

    private List<Object> select(Step step) {
        List<Object> rows = new ArrayList<>();
        sorted(matching(step), step.names("order_by")).forEach(row -> rows.add(projected(row, step.columns())));
        if (!step.flag("distinct")) {
            return page(rows, step);
        }
        return ways.contains(Rule.DISTINCT_LIMIT) ? distinct(page(rows, step)) : page(distinct(rows), step);
    }

    private List<Row> sorted(List<Row> rows, List<String> fields) {
        return fields.stream()
                .map(this::comparator)
                .reduce(Comparator::thenComparing)
                .map(comparator -> rows.stream().sorted(comparator).toList())
                .orElse(rows);
    }

    private Comparator<Row> comparator(String field) {
        Order order = Order.of(field);
        Comparator<Row> ascending = Comparator.comparing(row -> row.get(order.field()), values);
        return order.descending() ? ascending.reversed() : ascending;
    }

    private static Map<String, @Nullable Object> projected(Row row, @Nullable Map<String, String> columns) {
        if (columns == null) {
            return row;
        }
        Map<String, @Nullable Object> projected = new LinkedHashMap<>();
        columns.forEach((alias, field) -> projected.put(alias, row.get(field)));
        return projected;
    }

    private static List<Object> page(List<Object> rows, Step step) {
        long limit = step.has("limit") && step.number("limit") >= 0 ? step.number("limit") : Long.MAX_VALUE;
        return rows.stream()
                .skip(Math.max(0, step.number("offset")))
                .limit(limit)
                .toList();
    }

    private List<Object> distinct(List<Object> rows) {
        Set<Object> seen = new TreeSet<>(values);
        return rows.stream().filter(row -> seen.add(comparedAs(row))).toList();
    }

    private @Nullable Object comparedAs(@Nullable Object value) {
        if (!ways.contains(Rule.LIST_IS_MAP)) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            return comparedAs(values.entries(map));
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(comparedAs(item)));
            return copy;
        }
        return value;
    }

    private Object aggregate(Step step) {
        Map<String, @Nullable Object> aggregates = step.map("aggs");
        Totals totals = new Totals(values);
        if (!step.has("group_by")) {
            return totals.of(aggregates, matching(step));
        }
        List<Object> rows = new ArrayList<>();
        for (List<Row> group : groups(matching(step), step.names("group_by"))) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            step.names("group_by").forEach(field -> row.put(field, group.get(0).get(field)));
            row.putAll(totals.of(aggregates, group));
            rows.add(row);
        }
        return rows;
    }

    /** The groups in first-seen order. */
    private List<List<Row>> groups(List<Row> rows, List<String> fields) {
        List<List<Row>> groups = new ArrayList<>();
        Map<Object, List<Row>> groupOf = new TreeMap<>(values);
        for (Row row : rows) {
            List<@Nullable Object> key = new ArrayList<>();
            fields.forEach(field -> key.add(row.get(field)));
            groupOf.computeIfAbsent(key, k -> {
                        groups.add(new ArrayList<>());
                        return groups.get(groups.size() - 1);
                    })
                    .add(row);
        }
        return groups;
    }
}
