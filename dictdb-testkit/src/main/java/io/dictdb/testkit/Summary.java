package io.dictdb.testkit;

import io.dictdb.Aggregate;
import io.dictdb.Aggregation;
import io.dictdb.Condition;
import io.dictdb.Dsl;
import io.dictdb.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * An aggregation as data, so that a model and a database can be asked the same.
 *
 * @param aggregates what is computed
 * @param where which records take part
 * @param groupBy the fields by which they are grouped; none makes one row of all
 * @param having which result rows stay
 * @param orderBy fields of the result, a leading minus descending
 * @param limit how many result rows there are at the most
 */
public record Summary(
        List<Aggregate> aggregates,
        Condition where,
        List<String> groupBy,
        Condition having,
        List<String> orderBy,
        OptionalInt limit) {
    /** Copies the lists. */
    public Summary {
        aggregates = List.copyOf(aggregates);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
    }

    /**
     * Aggregates over all records as one row.
     *
     * @param aggregates what is computed
     * @return the aggregation
     */
    public static Summary of(Aggregate... aggregates) {
        return new Summary(List.of(aggregates), Dsl.all(), List.of(), Dsl.all(), List.of(), OptionalInt.empty());
    }

    /**
     * The same for each group.
     *
     * @param fields the groups' fields
     * @return a copy with these groups
     */
    public Summary by(String... fields) {
        return new Summary(aggregates, where, List.of(fields), having, orderBy, limit);
    }

    /**
     * The aggregation in a table's own words.
     *
     * @param table the table
     * @return what has not been run yet
     */
    public Aggregation on(Table table) {
        Aggregation all = table.aggregate(aggregates.toArray(Aggregate[]::new))
                .where(where)
                .having(having);
        Aggregation grouped = groupBy.isEmpty() ? all : all.groupBy(groupBy.toArray(String[]::new));
        Aggregation ordered = orderBy.isEmpty() ? grouped : grouped.orderBy(orderBy.toArray(String[]::new));
        return limit.isPresent() ? ordered.limit(limit.getAsInt()) : ordered;
    }

    /**
     * The result's columns: the groups' fields, then the aggregates.
     *
     * @return their names; one may come twice
     */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(groupBy);
        aggregates.forEach(aggregate -> columns.add(aggregate.alias()));
        return columns;
    }

    /**
     * Aggregations over the words of a vocabulary.
     *
     * @param words the fields and their values
     * @return a generator
     */
    public static Gen<Summary> over(Vocabulary words) {
        return c -> {
            List<Aggregate> aggregates = aggregate(words).list(1, 3).draw(c);
            List<String> groupBy =
                    words.anyFields().list(0, c.weighted(2, 3, 1)).draw(c);
            Condition where =
                    c.weighted(2, 1) == 0 ? Dsl.all() : Conditions.over(words).draw(c);
            Summary all = new Summary(aggregates, where, groupBy, Dsl.all(), List.of(), OptionalInt.empty());
            return c.weighted(2, 1) == 0 ? all : refined(c, all);
        };
    }

    private static Summary refined(Choices c, Summary all) {
        Condition having =
                c.upTo(1) == 0 ? Dsl.all() : Conditions.having(all.columns()).draw(c);
        Gen<String> columns = Gen.of(all.columns().toArray(String[]::new));
        List<String> orderBy = columns.map(name -> c.upTo(1) == 0 ? name : "-" + name)
                .list(0, 2)
                .draw(c);
        OptionalInt limit = c.weighted(2, 1) == 0 ? OptionalInt.empty() : OptionalInt.of((int) c.upTo(4));
        return new Summary(all.aggregates, all.where, all.groupBy, having, orderBy, limit);
    }

    private static Gen<Aggregate> aggregate(Vocabulary words) {
        return c -> {
            String field = words.anyFields().draw(c);
            Aggregate aggregate = switch ((int) c.upTo(5)) {
                case 0 -> Dsl.count();
                case 1 -> Dsl.count(field);
                case 2 -> Dsl.sum(field);
                case 3 -> Dsl.avg(field);
                case 4 -> Dsl.min(field);
                default -> Dsl.max(field);
            };
            return c.weighted(5, 1) == 0 ? aggregate : aggregate.as("x");
        };
    }
}
