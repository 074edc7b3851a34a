package io.dictdb.examples.csv;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/*
 * Which columns a stranger's file is best questioned by. Groups want text with a handful of values, ranges a number with many, LIKE a text
 * with many that begins with a letter. Each wish falls back on the next best column; only a column of nothing but nulls serves none.
 */
final class Choice {
    private static final int HANDFUL = 20;

    private final List<ColumnProfile> columns;

    Choice(List<ColumnProfile> profiles) {
        this.columns = profiles.stream().filter(column -> column.distinct() > 0).toList();
    }

    /** The column for equality and groups. */
    Optional<ColumnProfile> groups() {
        return most(column -> column.isText() && isHandful(column) && isVaried(column))
                .or(() -> least(column -> column.isText() && column.distinct() > 1 && isVaried(column)))
                .or(() -> most(Choice::isHandful))
                .or(() -> least(column -> true));
    }

    /** The column for ranges and the largest values. */
    Optional<ColumnProfile> range() {
        return most(column -> column.isNumber() && isVaried(column) && column.distinct() < column.rows())
                .or(() -> most(ColumnProfile::isNumber))
                .or(() -> most(column -> true));
    }

    /** The column whose mean is worth knowing. */
    Optional<ColumnProfile> mean() {
        return range().filter(ColumnProfile::isNumber);
    }

    /** The column for LIKE. */
    Optional<ColumnProfile> text() {
        return most(column -> column.isText() && beginsWithLetter(column)).or(() -> most(ColumnProfile::isText));
    }

    private static boolean isHandful(ColumnProfile column) {
        return column.distinct() > 1 && column.distinct() <= HANDFUL;
    }

    /** Whether no value makes up more than half of the rows. */
    private static boolean isVaried(ColumnProfile column) {
        return column.commonest() != null && column.commonest().times() * 2 <= column.rows();
    }

    private static boolean beginsWithLetter(ColumnProfile column) {
        String text = column.commonest() == null ? "" : column.commonest().text();
        return !text.isEmpty() && Character.isLetter(text.codePointAt(0));
    }

    private Optional<ColumnProfile> most(Predicate<ColumnProfile> test) {
        return columns.stream().filter(test).max(Comparator.comparingInt(ColumnProfile::distinct));
    }

    private Optional<ColumnProfile> least(Predicate<ColumnProfile> test) {
        return columns.stream().filter(test).min(Comparator.comparingInt(ColumnProfile::distinct));
    }
}
