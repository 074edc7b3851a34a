package io.dictdb.examples.tour;

import io.dictdb.DictDB;
import io.dictdb.examples.terminal.Ink;
import io.dictdb.examples.terminal.Screen;
import io.dictdb.examples.terminal.Wording;
import io.dictdb.logging.Logging;
import java.nio.file.Path;
import java.util.List;

/** The production scenario from end to end on one database: from imports over indexes and queries to files, threads, transactions, backups, logs and a crash. */
public final class ProductionTour {
    private final Screen screen;
    private final Stopwatch stopwatch;

    /** The scenario, written there and measured with that. */
    public ProductionTour(Screen screen, Stopwatch stopwatch) {
        this.screen = screen;
        this.stopwatch = stopwatch;
    }

    /**
     * Runs it.
     *
     * @param rows how many transactions to make
     * @param seed shuffles their amounts
     * @param logs where the log files go, and stay
     * @return whether every check held
     */
    public boolean run(int rows, long seed, Path logs) {
        try (DictDB db = DictDB.create();
                Folder folder = Folder.temporary()) {
            introduce(rows);
            List<Chapter> chapters = chapters(db, new Transactions(rows, seed), folder.path(), logs);
            boolean held = new Tour(screen, stopwatch).run(chapters);
            screen.prose(0, Ink.DIM, "Logs of the last chapters: " + logs);
            screen.prose(0, Ink.DIM, "The same with a file of yours: dictdb tour --csv FILE");
            return held;
        } finally {
            Logging.reset();
        }
    }

    static List<Chapter> chapters(DictDB db, Transactions data, Path folder, Path logs) {
        return List.of(
                new ImportChapter(db),
                new QuestionChapter(db),
                new BatchChapter(db, data),
                new IndexChapter(db, data),
                new GroupChapter(db, data),
                new ChangeChapter(db, data),
                new FilesChapter(db, folder),
                new ThreadsChapter(db),
                new TransferChapter(db),
                new BackupChapter(db, folder),
                new LogChapter(logs),
                new CrashChapter(folder));
    }

    private void introduce(int rows) {
        screen.gap();
        screen.line(
                Ink.HEADING.of("DictDB"),
                Ink.BOLD.of(": a tour on real data and " + Wording.count(rows, "transaction")));
        screen.gap();
        screen.prose(
                0,
                Ink.PLAIN,
                "Each step shows the Java that runs, what came out, the time and the plan, and checks"
                        + " the answer. Times of queries are medians of repeated runs.");
        screen.gap();
        screen.line(Page.INDENT, Ink.CYAN, "import static io.dictdb.Dsl.*;");
        screen.line(Page.INDENT, Ink.CYAN, "DictDB db = DictDB.create();");
        screen.gap();
    }
}
