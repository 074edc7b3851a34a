package io.dictdb.examples.csv;

import io.dictdb.StorageException;
import io.dictdb.examples.terminal.Progress;
import io.dictdb.examples.terminal.Wording;
import io.dictdb.examples.tour.Chapter;
import io.dictdb.examples.tour.Page;
import io.dictdb.examples.tour.Refusal;
import io.dictdb.examples.tour.Step;
import io.dictdb.examples.tour.Stopwatch.Timed;
import java.util.List;

/** The user's file becomes a table. */
final class FileChapter implements Chapter {
    private static final int SHOWN = 5;

    private final Subject subject;

    FileChapter(Subject subject) {
        this.subject = subject;
    }

    @Override
    public String title() {
        return "The file";
    }

    @Override
    public List<Step> steps() {
        UserFile file = subject.file();
        String snippet = """
            CsvOptions options = %1$s;
            db.importCsv(Path.of(%2$s), %3$s, options);
            Table table = db.getTable(%3$s);
            """.formatted(
                        Code.options(file.options()),
                        Code.literal(String.valueOf(file.path().getFileName())),
                        Code.literal(file.tableName()));
        return List.of(new Step("Import", snippet, this::load));
    }

    private void load(Page page) {
        UserFile file = subject.file();
        try (Progress bar = page.progress("importing " + file.path().getFileName(), file.bytes())) {
            Timed<Integer> rows = page.time(() -> subject.importFile(bar::to));
            String columns = Wording.count(subject.columns().size(), "column");
            page.result(Wording.count(rows.result(), "row") + ", " + columns, rows.nanos());
        } catch (StorageException e) {
            throw new Refusal(e.getMessage() + " (see --charset, --delimiter and --no-header)");
        }
        show(page);
    }

    private void show(Page page) {
        if (subject.table().count() == 0) {
            page.say("The file has no rows: there is nothing to ask.");
        } else {
            page.table(subject.beginning(SHOWN));
        }
        page.check(
                "the table counts as many as a walk through it",
                subject.table().all().size(),
                subject.table().count());
    }
}
