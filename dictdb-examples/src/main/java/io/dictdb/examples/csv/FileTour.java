package io.dictdb.examples.csv;

import io.dictdb.DictDB;
import io.dictdb.examples.terminal.Ink;
import io.dictdb.examples.terminal.Screen;
import io.dictdb.examples.tour.Stopwatch;
import io.dictdb.examples.tour.Tour;
import java.util.List;

/** The questions of the tour, put to a CSV file of the user's. */
public final class FileTour {
    private final Screen screen;
    private final Stopwatch stopwatch;

    /** A tour that writes there and measures with that. */
    public FileTour(Screen screen, Stopwatch stopwatch) {
        this.screen = screen;
        this.stopwatch = stopwatch;
    }

    /**
     * Runs it.
     *
     * @param file the file
     * @return whether every check held
     */
    public boolean run(UserFile file) {
        try (DictDB db = DictDB.create()) {
            screen.gap();
            screen.line(Ink.HEADING.of("DictDB"), Ink.BOLD.of(": a tour of " + file.path()));
            screen.gap();
            Subject subject = new Subject(db, file);
            return new Tour(screen, stopwatch)
                    .run(List.of(
                            new FileChapter(subject),
                            new ProfileChapter(subject),
                            new SpeedChapter(subject),
                            new GroupChapter(subject)));
        }
    }
}
