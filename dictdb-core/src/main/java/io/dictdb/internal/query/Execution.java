package io.dictdb.internal.query;

import io.dictdb.Dsl;
import io.dictdb.Explanation;
import io.dictdb.Row;
import io.dictdb.internal.index.RowCursor;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.page.PageTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a query over one state of a table: plan, rows, residual test, order where the plan does not give it, projection, distinct,
 * offset, limit.
 */
public final class Execution {
    private final TableView table;
    private final Query query;
    private final Plan plan;
    private final Watch watch;

    /** What finds the records, when it runs. */
    private @Nullable Hits source;

    public Execution(TableView table, Query query) {
        this.table = table;
        this.query = query;
        this.plan = new Planner(table).plan(query);
        this.watch = Watch.over(table, query);
    }

    public List<Row> list() {
        List<Row> rows = new ArrayList<>();
        iterator().forEachRemaining(rows::add);
        return Collections.unmodifiableList(rows);
    }

    public Iterator<Row> iterator() {
        Fields fields = new Fields();
        Matcher residual = Matcher.of(plan.residual(), fields);
        Sorting sorting = new Sorting(query.order(), fields, watch);
        Projection projection = query.projection();
        int[] columns = projection == null ? new int[0] : projection.fields(fields);
        Cursor at = cursor(fields);
        Hits hits = found(plan, at, residual);
        if (!query.order().isEmpty() && !(plan instanceof Plan.Walk)) {
            hits = Hits.fetch(table.pages(), Hits.rows(sorting.rows(hits, at, query.wanted())), at, any -> true);
        }
        return new Results(hits, query, () -> projection == null ? at.row() : projection.row(at, columns));
    }

    private Cursor cursor(Fields fields) {
        watch.look();
        return query.interruptible() ? new WatchedCursor(fields, watch) : new Cursor(fields);
    }

    private Hits found(Plan plan, Cursor at, Matcher residual) {
        Hits hits = hits(plan, at, residual);
        source = hits;
        return hits;
    }

    private Hits hits(Plan plan, Cursor at, Matcher residual) {
        PageTree pages = table.pages();
        if (plan instanceof Plan.Fetch fetch) {
            return Hits.fetch(pages, rows(fetch.access()), at, residual);
        }
        if (plan instanceof Plan.Walk walk) {
            return Hits.fetch(pages, new WalkedRows(walk, this::restOrder), at, residual);
        }
        return Hits.scan(pages, at, residual);
    }

    private static IntSupplier rows(Access access) {
        if (access instanceof Access.Lookup lookup && lookup.postings().size() == 1) {
            RowCursor cursor = lookup.postings().get(0).cursor();
            return () -> {
                int row = cursor.row();
                cursor.next();
                return row == RowCursor.END ? -1 : row;
            };
        }
        return Hits.rows(access.rows());
    }

    /** Orders rows of equal first keys by the remaining fields. */
    private int[] restOrder(int[] rows) {
        Fields fields = new Fields();
        Sorting sorting = new Sorting(query.order().subList(1, query.order().size()), fields, watch);
        Cursor at = cursor(fields);
        return sorting.rows(Hits.fetch(table.pages(), Hits.rows(rows), at, any -> true), at, Long.MAX_VALUE);
    }

    /** How many rows there would be, without going to the records where the indexes can tell. */
    public int count() {
        long all = query.distinct() ? distinct() : matching();
        return (int) Math.min(query.limit(), Math.max(0, all - query.offset()));
    }

    private long distinct() {
        Execution all = new Execution(table, query.offset(0).limit(Query.NO_LIMIT));
        long n = 0;
        for (Iterator<Row> rows = all.iterator(); rows.hasNext(); rows.next()) {
            n++;
        }
        source = all.source;
        return n;
    }

    private long matching() {
        watch.look();
        Plan unordered = new Planner(table).plan(query.order(List.of()));
        if (unordered.residual().equals(Dsl.all())) {
            return unordered instanceof Plan.Fetch fetch ? fetch.access().count() : table.count();
        }
        Fields fields = new Fields();
        Matcher residual = Matcher.of(unordered.residual(), fields);
        Hits hits = found(unordered, cursor(fields), residual);
        long n = 0;
        while (hits.next()) {
            n++;
        }
        return n;
    }

    /** Shows each matching record where it stands, in insertion order; order, projection and limits of the query play no part. */
    public void forEach(RecordVisitor visitor) {
        Fields fields = new Fields();
        Matcher residual = Matcher.of(plan.residual(), fields);
        Cursor at = cursor(fields);
        Hits hits = found(plan, at, residual);
        while (hits.next()) {
            visitor.visit(at.page(), at.position());
        }
    }

    /** How many records the last run has looked at. */
    public long scanned() {
        Hits last = source;
        return last == null ? 0 : last.scanned();
    }

    /** Whether an index or the primary key finds the records. */
    public boolean usesIndex() {
        return plan.kind() != Explanation.Access.SCAN;
    }

    public Explanation explain() {
        return Explaining.of(table, query, plan);
    }

    /** Is shown a record where it stands. */
    public interface RecordVisitor {
        void visit(Page page, int position);
    }
}
