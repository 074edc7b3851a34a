package io.dictdb.internal.engine;

import io.dictdb.DictDB;
import io.dictdb.internal.index.FieldIndex;
import io.dictdb.internal.index.Posting;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.value.ValueOrder;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds every table against itself: indexes against what a scan would index, counts, row numbers, keys and their counter. */
public final class Integrity {
    private final List<String> complaints = new ArrayList<>();
    private final TableState table;
    private int records;

    private Integrity(TableState table) {
        this.table = table;
    }

    /** What is wrong in a database; empty when all is well. */
    public static List<String> verify(DictDB db) {
        List<String> complaints = new ArrayList<>();
        Root root = ((Engine) db).store().root();
        for (String name : root.names()) {
            complaints.addAll(new Integrity(root.named(name)).complaints());
        }
        return complaints;
    }

    private void require(boolean holds, String complaint) {
        if (!holds) {
            complaints.add("table " + table.definition().name + ": " + complaint);
        }
    }

    private List<String> complaints() {
        int last = -1;
        for (Page page = table.pages().ceiling(0);
                page != null;
                page = table.pages().ceiling(page.number() + 1)) {
            require(page.count() > 0, "page " + page.number() + " is empty");
            for (int i = 0; i < page.count(); i++) {
                require(
                        page.rowAt(i) > last && page.rowAt(i) < table.nextRow(),
                        "row " + page.rowAt(i) + " is out of order");
                last = page.rowAt(i);
                record(page, i);
            }
        }
        require(records == table.count(), records + " records, counted " + table.count());
        require(
                table.keys().size() == records,
                records + " records, " + table.keys().size() + " keys");
        table.indexes().all().forEach(this::index);
        return complaints;
    }

    private void record(Page page, int position) {
        records++;
        int row = page.rowAt(position);
        Object key = page.value(position, table.primaryKey());
        require(page.positionOf(row) == position, "row " + row + " is not found at its position");
        require(key != null && table.keys().find(key) == row, "key " + key + " does not lead to row " + row);
        boolean integer = key instanceof Long || key instanceof BigInteger;
        require(
                !integer || ValueOrder.compare(key, table.highestKey()) <= 0,
                "key " + key + " is above the counter " + table.highestKey());
    }

    private void index(Indexes.Named named) {
        Map<@Nullable Object, List<Integer>> expected = new TreeMap<>(ValueOrder.COMPARATOR);
        for (Page page = table.pages().ceiling(0);
                page != null;
                page = table.pages().ceiling(page.number() + 1)) {
            for (int i = 0; i < page.count(); i++) {
                expected.computeIfAbsent(page.value(i, named.field()), value -> new ArrayList<>())
                        .add(page.rowAt(i));
            }
        }
        FieldIndex index = named.index();
        String name = "index of " + named.field() + " (" + index.type() + ")";
        int nulls = expected.containsKey(null) ? 1 : 0;
        require(index.size() == records, name + " has " + index.size() + " rows of " + records);
        require(
                index.distinct() == expected.size() - nulls,
                name + " has " + index.distinct() + " values of " + (expected.size() - nulls));
        expected.forEach(
                (value, rows) -> require(rows.equals(rows(index.find(value))), name + " is wrong for " + value));
        List<@Nullable Object> met = new ArrayList<>();
        index.forEach((value, rows) -> met.add(value));
        require(met.size() == index.distinct(), name + " enumerates " + met.size() + " values");
    }

    private static List<Integer> rows(Posting posting) {
        List<Integer> rows = new ArrayList<>();
        posting.forEach(rows::add);
        return rows;
    }
}
