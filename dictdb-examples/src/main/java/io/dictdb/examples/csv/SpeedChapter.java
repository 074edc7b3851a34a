package io.dictdb.examples.csv;

import static io.dictdb.Dsl.asc;
import static io.dictdb.Dsl.desc;
import static io.dictdb.Dsl.field;

import io.dictdb.IndexType;
import io.dictdb.Row;
import io.dictdb.Select;
import io.dictdb.Table;
import io.dictdb.examples.tour.Chapter;
import io.dictdb.examples.tour.Page;
import io.dictdb.examples.tour.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Equality, a range, the largest values and LIKE on columns that suit them, before and after an index. */
final class SpeedChapter implements Chapter {
    private static final int SHOWN = 5;

    private final Subject subject;

    SpeedChapter(Subject subject) {
        this.subject = subject;
    }

    @Override
    public String title() {
        return "Questions, before and after an index";
    }

    @Override
    public List<Step> steps() {
        Choice choice = new Choice(subject.profiles());
        List<Step> steps = new ArrayList<>();
        choice.groups().ifPresent(column -> steps.add(equality(column)));
        choice.range().ifPresent(column -> steps.addAll(List.of(range(column), largest(column))));
        choice.text().ifPresent(column -> steps.add(like(column)));
        return steps;
    }

    private Step equality(ColumnProfile column) {
        Tally rarest = Objects.requireNonNull(column.rarest());
        Object value = Objects.requireNonNull(rarest.value());
        String snippet = """
            table.select().where(field(%1$s)
                    .eq(%2$s)).list();
            table.createIndex(%1$s);
            """.formatted(Code.literal(column.name()), Code.literal(value));
        return new Step("Equality: the rarest " + column.name(), snippet, page -> {
            Select rare = select(column).where(field(column.name()).eq(value));
            List<Row> rows = page.answer(rare, () -> table().createIndex(column.name()));
            show(page, rows);
            page.check("as many as group-by counted", rarest.times(), (long) rows.size());
        });
    }

    private Step range(ColumnProfile column) {
        Object low = at(column, 0.50);
        Object high = at(column, 0.52);
        String snippet = """
            table.select().where(field(%1$s)
                    .between(%2$s, %3$s)).list();
            table.createIndex(%1$s, IndexType.SORTED);
            """.formatted(Code.literal(column.name()), Code.literal(low), Code.literal(high));
        return new Step("Range: the middle of " + column.name(), snippet, page -> {
            Select middle = select(column).where(field(column.name()).between(low, high));
            show(page, page.answer(middle, () -> table().createIndex(column.name(), IndexType.SORTED)));
        });
    }

    /** The value below which that share of the column's values lies. */
    private Object at(ColumnProfile column, double share) {
        long values = column.rows() - column.nulls();
        Row row = table().select(column.name())
                .where(field(column.name()).isNotNull())
                .orderBy(List.of(asc(column.name())))
                .offset((int) ((values - 1) * share))
                .limit(1)
                .one();
        return Objects.requireNonNull(row.get(column.name()));
    }

    private Step largest(ColumnProfile column) {
        String snippet = """
            table.select().orderBy(List.of(desc(%s)))
                    .limit(5).list();
            """.formatted(Code.literal(column.name()));
        return new Step("The five largest " + column.name(), snippet, page -> {
            List<Row> rows = page.answer(
                    select(column).orderBy(List.of(desc(column.name()))).limit(SHOWN));
            show(page, rows);
            page.check(
                    "the first is the maximum", column.greatest(), rows.get(0).get(column.name()));
        });
    }

    private Step like(ColumnProfile column) {
        Prefix prefix = Prefix.commonest(Tally.of(table(), column.name()));
        String snippet = """
            table.select().where(field(%1$s)
                    .like(%2$s)).list();
            table.createIndex(%1$s, IndexType.SORTED);
            """.formatted(Code.literal(column.name()), prefix.code());
        return new Step("LIKE: the commonest beginning in " + column.name(), snippet, page -> {
            Select alike = select(column).where(prefix.of(field(column.name())));
            List<Row> rows = page.answer(alike, () -> table().createIndex(column.name(), IndexType.SORTED));
            show(page, rows);
            page.check("as many as begin so when counted by hand", prefix.rows(), (long) rows.size());
        });
    }

    /** All columns, that one first. */
    private Select select(ColumnProfile column) {
        Set<String> columns = new LinkedHashSet<>(List.of(column.name()));
        columns.addAll(subject.columns());
        return table().select(columns.toArray(String[]::new));
    }

    private static void show(Page page, List<Row> rows) {
        page.table(rows.subList(0, Math.min(SHOWN, rows.size())));
    }

    private Table table() {
        return subject.table();
    }
}
