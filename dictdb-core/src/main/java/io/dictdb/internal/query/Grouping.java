package io.dictdb.internal.query;

import io.dictdb.Aggregate;
import io.dictdb.Condition;
import io.dictdb.Order;
import io.dictdb.Row;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.page.PageTree;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Shape;
import io.dictdb.internal.value.ValueOrder;
import io.dictdb.internal.value.Values;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates over the records of a query, in groups. The result rows are put into pages like records, so that {@code having},
 * {@code orderBy} and {@code limit} are an ordinary query over them.
 *
 * @param aggregates what is computed
 * @param where which records
 * @param groupBy the fields whose values make a group; null for no groups: one row, also of nothing
 * @param having which result rows
 * @param order the order of the result rows; empty for first-seen order
 * @param limit how many result rows at most
 * @param interruptible whether the thread's interrupt ends a run
 */
public record Grouping(
        List<Aggregate> aggregates,
        Condition where,
        @Nullable List<String> groupBy,
        Condition having,
        List<Order> order,
        int limit,
        boolean interruptible) {

    public Grouping where(Condition condition) {
        return new Grouping(aggregates, condition, groupBy, having, order, limit, interruptible);
    }

    public Grouping groupBy(List<String> fields) {
        return new Grouping(aggregates, where, fields, having, order, limit, interruptible);
    }

    public Grouping having(Condition condition) {
        return new Grouping(aggregates, where, groupBy, condition, order, limit, interruptible);
    }

    public Grouping order(List<Order> orders) {
        return new Grouping(aggregates, where, groupBy, having, orders, limit, interruptible);
    }

    public Grouping limit(int n) {
        return new Grouping(aggregates, where, groupBy, having, order, n, interruptible);
    }

    public Grouping interruptible(boolean may) {
        return new Grouping(aggregates, where, groupBy, having, order, limit, may);
    }

    /** In words, for people. */
    @Override
    public String toString() {
        String what = aggregates.stream().map(Aggregate::alias).collect(Collectors.joining(", "));
        return "aggregate " + what
                + Query.words(" where ", where)
                + (groupBy == null ? "" : " group by " + String.join(", ", groupBy))
                + Query.words(" having ", having)
                + Query.words(" order by ", order)
                + (limit == Query.NO_LIMIT ? "" : " limit " + limit);
    }

    /** The query for the records. */
    public Query source() {
        return Query.ALL.where(where).interruptible(interruptible);
    }

    /**
     * The result rows.
     *
     * @param source a run of {@link #source}
     */
    public List<Row> rows(TableView table, Execution source) {
        Query query = Query.ALL.where(having).order(order).limit(limit).interruptible(interruptible);
        return new Execution(results(table, source), query).list();
    }

    private TableView results(TableView table, Execution source) {
        Groups groups = new Groups();
        if (groupBy == null) {
            groups.of(new Key(new @Nullable Object[0]));
        }
        source.forEach(groups);
        PageTree pages = PageTree.EMPTY;
        int row = 0;
        for (Map.Entry<Key, Accumulator[]> group : groups.byKey.entrySet()) {
            Page page = pages.ofRow(row);
            Page base = page == null ? Page.empty(row >>> Page.BITS) : page;
            pages = pages.with(base.append(row & (Page.ROWS - 1), result(group.getKey(), group.getValue())));
            row++;
        }
        return TableView.of(table.name(), pages, row);
    }

    private FrozenMap result(Key key, Accumulator[] accumulators) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < key.values.length; i++) {
            fields.put(groups().get(i), key.values[i]);
        }
        for (int i = 0; i < accumulators.length; i++) {
            fields.put(aggregates.get(i).alias(), accumulators[i].result());
        }
        return new FrozenMap(
                Shape.of(fields.keySet().toArray(new String[0])),
                fields.values().toArray());
    }

    private List<String> groups() {
        return groupBy == null ? List.of() : groupBy;
    }

    /** Finds each record's group; the columns are looked up once a page. */
    private final class Groups implements Execution.RecordVisitor {
        private final Map<Key, Accumulator[]> byKey = new LinkedHashMap<>();
        private final Key probe = new Key(new @Nullable Object[groups().size()]);
        private final int[] keyPlaces = new int[groups().size()];
        private final int[] valuePlaces = new int[aggregates.size()];
        private @Nullable Shape shape;

        @Override
        public void visit(Page page, int position) {
            resolve(page.shape());
            for (int i = 0; i < keyPlaces.length; i++) {
                probe.values[i] =
                        keyPlaces[i] < 0 ? null : page.column(keyPlaces[i]).get(position);
            }
            Accumulator[] accumulators = of(probe);
            for (int i = 0; i < accumulators.length; i++) {
                accumulators[i].add(valuePlaces[i] < 0 ? null : page.column(valuePlaces[i]), position);
            }
        }

        @SuppressWarnings("ReferenceEquality") // an equal shape that is another object is only resolved again
        private void resolve(Shape next) {
            if (next == shape) {
                return;
            }
            shape = next;
            Arrays.setAll(keyPlaces, i -> next.indexOf(groups().get(i)));
            Arrays.setAll(valuePlaces, i -> place(next, aggregates.get(i).field()));
        }

        private int place(Shape next, @Nullable String field) {
            return field == null ? -1 : next.indexOf(field);
        }

        Accumulator[] of(Key key) {
            Accumulator[] known = byKey.get(key);
            if (known == null) {
                known = aggregates.stream().map(Accumulator::of).toArray(Accumulator[]::new);
                byKey.put(new Key(key.values.clone()), known);
            }
            return known;
        }
    }

    /** The values of a group under equality by value. */
    private static final class Key implements Comparable<Key> {
        private final @Nullable Object[] values;

        Key(@Nullable Object[] values) {
            this.values = values;
        }

        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Key other && Arrays.equals(values, other.values, ValueOrder.COMPARATOR);
        }

        @Override
        public int compareTo(Key other) {
            return Arrays.compare(values, other.values, ValueOrder.COMPARATOR);
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (Object value : values) {
                hash = 31 * hash + Values.hash(value);
            }
            return hash;
        }
    }
}
