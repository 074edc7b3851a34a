package io.dictdb.testkit;

import io.dictdb.Condition;
import io.dictdb.Order;
import io.dictdb.Select;
import io.dictdb.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A query as data, so that a model and a database can be asked the same.
 *
 * @param columns what the rows show
 * @param where the conditions, each narrowing the one before; none means all records
 * @param order the order; empty means insertion order
 * @param distinct whether equal rows are dropped
 * @param offset how many rows are skipped
 * @param limit how many rows there are at the most
 */
public record Query(
        Columns columns,
        List<Condition> where,
        List<Order> order,
        boolean distinct,
        OptionalInt offset,
        OptionalInt limit) {
    /** Copies the lists. */
    public Query {
        where = List.copyOf(where);
        order = List.copyOf(order);
    }

    /**
     * All columns of the records for which a condition holds.
     *
     * @param where the condition
     * @return the query
     */
    public static Query where(Condition where) {
        return new Query(new Columns.All(), List.of(where), List.of(), false, OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * The query in a table's own words.
     *
     * @param table the table
     * @return what has not been run yet
     */
    public Select on(Table table) {
        Select select = columns.of(table);
        for (Condition condition : where) {
            select = select.where(condition);
        }
        select = order.isEmpty() ? select : ordered(select);
        select = distinct ? select.distinct() : select;
        select = offset.isPresent() ? select.offset(offset.getAsInt()) : select;
        return limit.isPresent() ? select.limit(limit.getAsInt()) : select;
    }

    /* The two forms mean the same, so both are used. */
    private Select ordered(Select select) {
        String[] texts = order.stream()
                .map(by -> (by.descending() ? "-" : "") + by.field())
                .toArray(String[]::new);
        return order.size() == 1 && !order.get(0).field().startsWith("-")
                ? select.orderBy(texts)
                : select.orderBy(order);
    }

    /**
     * Queries over the words of a vocabulary.
     *
     * @param words the fields and their values
     * @return a generator
     */
    public static Gen<Query> over(Vocabulary words) {
        Gen<Condition> conditions = Conditions.over(words);
        Gen<Order> orders = c -> new Order(words.anyFields().draw(c), c.upTo(1) == 1);
        return c -> new Query(
                columns(c, words.anyFields()),
                c.weighted(9, 1) == 0
                        ? List.of(conditions.draw(c))
                        : conditions.list(0, 2).draw(c),
                orders.list(0, c.weighted(3, 2, 1)).draw(c),
                c.weighted(3, 1) == 1,
                number(c, 3),
                number(c, 2));
    }

    private static OptionalInt number(Choices c, int without) {
        return c.weighted(without, 1) == 0 ? OptionalInt.empty() : OptionalInt.of((int) c.upTo(8));
    }

    private static Columns columns(Choices c, Gen<String> fields) {
        return switch (c.weighted(2, 2, 1)) {
            case 0 -> new Columns.All();
            case 1 -> new Columns.Named(fields.list(0, 3).draw(c));
            default -> new Columns.Aliased(aliases(c, fields));
        };
    }

    private static Map<String, String> aliases(Choices c, Gen<String> fields) {
        Map<String, String> fieldByAlias = new LinkedHashMap<>();
        Gen.of("x", "y", "a").list(0, 3).draw(c).forEach(alias -> fieldByAlias.put(alias, fields.draw(c)));
        return fieldByAlias;
    }

    /** What a query's rows show. */
    public sealed interface Columns {
        /**
         * The start of a query of these columns.
         *
         * @param table the table
         * @return what has not been run yet
         */
        Select of(Table table);

        /**
         * The columns of one record.
         *
         * @param record the record
         * @return the row
         */
        Map<String, @Nullable Object> of(Map<String, ? extends @Nullable Object> record);

        /** The record as it is. */
        record All() implements Columns {
            @Override
            public Select of(Table table) {
                return table.select();
            }

            @Override
            public Map<String, @Nullable Object> of(Map<String, ? extends @Nullable Object> record) {
                return new LinkedHashMap<>(record);
            }
        }

        /**
         * Some fields; one that the record lacks is null.
         *
         * @param fields their names, perhaps none, perhaps one twice
         */
        record Named(List<String> fields) implements Columns {
            /** Copies the list. */
            public Named {
                fields = List.copyOf(fields);
            }

            @Override
            public Select of(Table table) {
                return table.select(fields.toArray(String[]::new));
            }

            @Override
            public Map<String, @Nullable Object> of(Map<String, ? extends @Nullable Object> record) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                fields.forEach(field -> row.put(field, record.get(field)));
                return row;
            }
        }

        /**
         * Some fields under other names.
         *
         * @param fieldByAlias the field for each name
         */
        record Aliased(Map<String, String> fieldByAlias) implements Columns {
            /** Copies the map and keeps its order. */
            public Aliased {
                fieldByAlias = Collections.unmodifiableMap(new LinkedHashMap<>(fieldByAlias));
            }

            @Override
            public Select of(Table table) {
                return table.select(fieldByAlias);
            }

            @Override
            public Map<String, @Nullable Object> of(Map<String, ? extends @Nullable Object> record) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                fieldByAlias.forEach((alias, field) -> row.put(alias, record.get(field)));
                return row;
            }
        }
    }

    @Override
    public String toString() {
        return columns
                + (where.isEmpty() ? "" : " where " + where)
                + (order.isEmpty() ? "" : " order by " + order)
                + (distinct ? " distinct" : "")
                + (offset.isPresent() ? " offset " + offset.getAsInt() : "")
                + (limit.isPresent() ? " limit " + limit.getAsInt() : "");
    }
}
