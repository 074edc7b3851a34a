package io.dictdb.examples.csv;

import static io.dictdb.Dsl.avg;
import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.field;

import io.dictdb.Aggregate;
import io.dictdb.Aggregation;
import io.dictdb.Row;
import io.dictdb.Table;
import io.dictdb.examples.tour.Chapter;
import io.dictdb.examples.tour.Page;
import io.dictdb.examples.tour.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file's rows by groups, and the larger ones as a picture. */
final class GroupChapter implements Chapter {
    private final Subject subject;

    GroupChapter(Subject subject) {
        this.subject = subject;
    }

    @Override
    public String title() {
        return "Groups";
    }

    @Override
    public List<Step> steps() {
        Choice choice = new Choice(subject.profiles());
        Optional<ColumnProfile> by = choice.groups();
        return by.map(column -> List.of(step(column, choice.mean()))).orElse(List.of());
    }

    private Step step(ColumnProfile column, Optional<ColumnProfile> number) {
        String snippet = """
            table.aggregate(count().as(%1$s)%2$s)
                    .groupBy(%3$s)
                    .having(field(%1$s).ge(%4$d)).orderBy("-%5$s").limit(10).list();
            """.formatted(
                Code.literal(n()), number.map(this::mean).orElse(""), Code.literal(column.name()), usual(column), n());
        return new Step("The larger groups of " + column.name(), snippet, page -> group(page, column, number));
    }

    private String mean(ColumnProfile number) {
        return ",\n        avg(" + Code.literal(number.name()) + ").as(" + Code.literal(meanName(number)) + ")";
    }

    private void group(Page page, ColumnProfile column, Optional<ColumnProfile> number) {
        Table table = subject.table();
        List<Aggregate> aggregates = new ArrayList<>(List.of(count().as(n())));
        number.ifPresent(each -> aggregates.add(avg(each.name()).as(meanName(each))));
        Aggregation groups =
                table.aggregate(aggregates.toArray(Aggregate[]::new)).groupBy(column.name());
        Aggregation larger =
                groups.having(field(n()).ge(usual(column))).orderBy("-" + n()).limit(10);
        List<Row> rows = page.answer(larger, table.select());
        page.table(rows);
        page.chart(rows, column.name(), n());
        String n = n();
        long all =
                groups.list().stream().mapToLong(row -> row.get(n, Long.class)).sum();
        page.check("all groups together are all rows", (long) table.count(), all);
    }

    /** How many rows a group has on average. */
    private static long usual(ColumnProfile column) {
        return column.rows() / column.groups();
    }

    private String meanName(ColumnProfile number) {
        return subject.free("mean " + number.name());
    }

    private String n() {
        return subject.free("n");
    }
}
