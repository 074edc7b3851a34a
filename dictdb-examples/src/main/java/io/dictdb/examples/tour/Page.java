package io.dictdb.examples.tour;

import io.dictdb.Aggregation;
import io.dictdb.DictDBException;
import io.dictdb.Explanation;
import io.dictdb.Row;
import io.dictdb.Select;
import io.dictdb.examples.terminal.BarChart;
import io.dictdb.examples.terminal.BarChart.Bar;
import io.dictdb.examples.terminal.Cells;
import io.dictdb.examples.terminal.Glyphs;
import io.dictdb.examples.terminal.Ink;
import io.dictdb.examples.terminal.Ink.Span;
import io.dictdb.examples.terminal.Paragraph;
import io.dictdb.examples.terminal.Progress;
import io.dictdb.examples.terminal.Screen;
import io.dictdb.examples.terminal.TextTable;
import io.dictdb.examples.terminal.Wording;
import io.dictdb.examples.tour.Stopwatch.Timed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a step writes on: times, plans, tables, charts and checks, all in the same form. */
public final class Page {
    static final int INDENT = 5;
    private static final Span MARGIN = Ink.PLAIN.of(" ".repeat(INDENT));
    private static final int PLAN = 37;
    private static final int FEW = 1_000;
    private static final int MOST_ROWS = 10;
    private static final int BRIEF = 200;
    private static final double ROUNDING = 1e-9;

    private final Screen screen;
    private final Stopwatch stopwatch;
    private final Ledger ledger;

    Page(Screen screen, Stopwatch stopwatch, Ledger ledger) {
        this.screen = screen;
        this.stopwatch = stopwatch;
        this.ledger = ledger;
    }

    /** A sentence or two. */
    public void say(String prose) {
        screen.prose(INDENT, Ink.PLAIN, prose);
    }

    /** Runs something that changes the database, once, and times it. */
    public <T> Timed<T> time(Supplier<T> work) {
        return stopwatch.once(work);
    }

    /** Runs something that changes the database, once, and says how many nanoseconds it took. */
    public long time(Runnable work) {
        return stopwatch.once(work);
    }

    /** A progress bar for a long step, where a person watches. */
    public Progress progress(String label, long total) {
        return screen.progress(label, total);
    }

    /** Runs a query and writes how many rows it gave, the time it took, and its plan. */
    public List<Row> answer(Select query) {
        return answer(query::list, query);
    }

    /** Runs an aggregation and writes how many groups it gave, the time, and the plan that finds its records. */
    public List<Row> answer(Aggregation groups, Select records) {
        return answer(groups::list, records);
    }

    private List<Row> answer(Supplier<List<Row>> query, Select records) {
        Timed<List<Row>> rows = stopwatch.often(query);
        result(Wording.count(rows.result().size(), "row"), rows.nanos());
        beside(" ".repeat(INDENT) + "plan  ", records.explain());
        return rows.result();
    }

    /** Runs a query, creates an index, runs it again, writes both, and checks that the answer is the same. */
    public List<Row> answer(Select query, Runnable index) {
        Timed<List<Row>> before = stopwatch.often(query::list);
        run("before", before, query.explain());
        long built = stopwatch.once(index);
        Timed<List<Row>> after = stopwatch.often(query::list);
        run("after", after, query.explain());
        boolean few = query.explain().totalRows() < FEW;
        String ratio = few ? "so few rows need no index" : Wording.ratio(before.nanos(), after.nanos());
        screen.line(MARGIN, Ink.BOLD.of(ratio), Ink.DIM.of("; the index took " + Wording.millis(built) + " to build"));
        check("the same rows in the same order", before.result(), after.result());
        return after.result();
    }

    /** What stands in a file: its name, and lines of it. */
    public void lines(String name, List<String> lines) {
        screen.line(INDENT, Ink.BOLD, name);
        lines.forEach(line -> screen.prose(INDENT + 2, Ink.DIM, line));
    }

    /** What came out and how long it took. */
    public void result(String what, long nanos) {
        screen.line(MARGIN, Ink.BOLD.of(what), Ink.PLAIN.of(" in " + Wording.millis(nanos)));
    }

    /** What came out, how long it took, and what that means. */
    public void result(String what, long nanos, String meaning) {
        screen.line(MARGIN, Ink.BOLD.of(what), Ink.PLAIN.of(" in " + Wording.millis(nanos) + ", " + meaning));
    }

    private void run(String when, Timed<List<Row>> rows, Explanation plan) {
        String count = Cells.right(Wording.count(rows.result().size(), "row"), 12);
        String head = " ".repeat(INDENT) + Cells.left(when, 7) + count + Cells.right(Wording.millis(rows.nanos()), 11);
        beside(Cells.left(head, PLAN), plan);
    }

    /** A plan to the right of a text, on as many lines as it takes. */
    private void beside(String head, Explanation plan) {
        String margin = head;
        for (String line : Paragraph.lines(plan.toString(), Screen.WIDTH - head.length())) {
            screen.line(Ink.PLAIN.of(margin), Ink.DIM.of(line));
            margin = " ".repeat(head.length());
        }
    }

    /** The first rows as a table. */
    public void table(List<? extends Map<String, ? extends @Nullable Object>> rows) {
        table(TextTable.of(rows.subList(0, Math.min(MOST_ROWS, rows.size())), "null"));
    }

    /** All rows as a table, in which nothing stands for null. */
    public void overview(List<? extends Map<String, ? extends @Nullable Object>> rows) {
        table(TextTable.of(rows, ""));
    }

    private void table(TextTable table) {
        List<String> lines = table.lines(Screen.WIDTH - INDENT, glyphs());
        screen.gap();
        lines.subList(0, 2).forEach(line -> screen.line(INDENT, Ink.DIM, line));
        lines.subList(2, lines.size()).forEach(line -> screen.line(INDENT, Ink.PLAIN, line));
        screen.gap();
    }

    /** Bars for the rows of a group-by. */
    public void chart(List<Row> rows, String label, String value) {
        List<Bar> bars = rows.stream().map(row -> bar(row, label, value)).toList();
        screen.gap();
        new BarChart(bars)
                .lines(Screen.WIDTH - INDENT, glyphs())
                .forEach(line -> screen.line(MARGIN, Ink.PLAIN.of(line.text()), Ink.CYAN.of(line.bar())));
        screen.gap();
    }

    private static Bar bar(Row row, String label, String value) {
        Double length = row.getDouble(value);
        String number = length == null ? "null" : Wording.count(Math.round(length));
        return new Bar(String.valueOf(row.get(label)), length == null ? 0 : length, number);
    }

    /** A claim that holds when both are equal. */
    public void check(String claim, @Nullable Object expected, @Nullable Object actual) {
        verdict(claim, Objects.equals(expected, actual), expected, actual);
    }

    /** A claim that holds when both are equal but for the rounding of sums. */
    public void checkSum(String claim, double expected, double actual) {
        verdict(claim, Math.abs(expected - actual) <= ROUNDING * Math.max(1, Math.abs(expected)), expected, actual);
    }

    private void verdict(String claim, boolean holds, @Nullable Object expected, @Nullable Object actual) {
        if (holds) {
            ledger.held();
            screen.line(MARGIN, Ink.GREEN.of(glyphs().held() + " "), Ink.PLAIN.of(claim));
        } else {
            fail(claim + ": expected " + brief(expected) + ", got " + brief(actual));
        }
    }

    private String brief(@Nullable Object value) {
        return Cells.cut(String.valueOf(value), BRIEF, glyphs().ellipsis());
    }

    /** Runs what should be refused, and writes the message that the caller gets. */
    public void refused(Class<? extends DictDBException> expected, Runnable work) {
        @Nullable DictDBException refusal = null;
        try {
            work.run();
        } catch (DictDBException e) {
            refusal = e;
            screen.prose(INDENT, Ink.BOLD, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        check(
                "it was refused with a " + expected.getSimpleName(),
                expected,
                refusal == null ? null : refusal.getClass());
    }

    /** Something that should have held and did not. */
    void fail(String what) {
        ledger.failed(what);
        screen.prose(INDENT, Ink.RED, glyphs().failed() + " " + what);
    }

    private Glyphs glyphs() {
        return screen.glyphs();
    }
}
