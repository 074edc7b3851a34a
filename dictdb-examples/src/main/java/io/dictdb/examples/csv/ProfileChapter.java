package io.dictdb.examples.csv;

import io.dictdb.Table;
import io.dictdb.examples.terminal.Progress;
import io.dictdb.examples.terminal.Wording;
import io.dictdb.examples.tour.Chapter;
import io.dictdb.examples.tour.Page;
import io.dictdb.examples.tour.Step;
import io.dictdb.examples.tour.Stopwatch.Timed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A profile of each column: class, nulls, range and mean, and how many different values, the commonest first. */
final class ProfileChapter implements Chapter {
    private final Subject subject;

    ProfileChapter(Subject subject) {
        this.subject = subject;
    }

    @Override
    public String title() {
        return "What each column holds";
    }

    @Override
    public List<Step> steps() {
        if (subject.columns().isEmpty()) {
            return List.of();
        }
        return List.of(
                new Step("Classes, nulls and ranges", """
                    for (String c : columns)
                        table.aggregate(count(c), min(c), max(c), avg(c)).row();
                    """, this::ranges),
                new Step("Different values and the commonest", """
                    table.aggregate(count().as("n")).groupBy(c).orderBy("-n").list();
                    """, this::values));
    }

    private void ranges(Page page) {
        Timed<List<ColumnProfile>> profiles = page.time(() -> profile(page));
        subject.profiles(profiles.result());
        page.result(Wording.count(profiles.result().size(), "profile"), profiles.nanos());
        page.overview(profiles.result().stream().map(ProfileChapter::range).toList());
    }

    private List<ColumnProfile> profile(Page page) {
        List<String> columns = subject.columns();
        List<ColumnProfile> profiles = new ArrayList<>();
        try (Progress bar = page.progress("looking at the columns", columns.size())) {
            for (String column : columns) {
                profiles.add(ColumnProfile.of(subject.table(), column));
                bar.to(profiles.size());
            }
        }
        return profiles;
    }

    private void values(Page page) {
        page.overview(subject.profiles().stream().map(ProfileChapter::values).toList());
        Table table = subject.table();
        List<Integer> groups = new ArrayList<>();
        List<Integer> distinct = new ArrayList<>();
        for (ColumnProfile column : subject.profiles()) {
            groups.add(column.groups());
            distinct.add(table.select(column.name()).distinct().count());
        }
        page.check("group-by and distinct find equally many values in every column", groups, distinct);
        boolean complete = subject.profiles().stream().allMatch(column -> column.grouped() == column.rows());
        page.check("the groups of every column add up to all rows", true, complete);
        if (subject.profiles().stream().allMatch(column -> column.distinct() == 0)) {
            page.say("No cell of the file holds a value: there is nothing to ask.");
        }
    }

    private static Map<String, @Nullable Object> range(ColumnProfile column) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("column", column.name());
        line.put("class", column.kind());
        line.put("nulls", column.nulls());
        line.put("min", column.least());
        line.put("max", column.greatest());
        line.put("mean", column.mean());
        return line;
    }

    private static Map<String, @Nullable Object> values(ColumnProfile column) {
        Tally commonest = column.commonest();
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("column", column.name());
        line.put("distinct", column.distinct());
        line.put("commonest", commonest == null ? null : commonest.value());
        line.put("times", commonest == null ? null : commonest.times());
        line.put("share", commonest == null ? null : Wording.share(commonest.times(), column.rows()));
        return line;
    }
}
