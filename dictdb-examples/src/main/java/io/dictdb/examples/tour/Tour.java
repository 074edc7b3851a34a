package io.dictdb.examples.tour;

import io.dictdb.examples.terminal.Ink;
import io.dictdb.examples.terminal.Screen;
import java.util.List;
import java.util.Locale;

/** Runs chapters: writes each step's title and its Java, lets it act, and at the end says what held. */
public final class Tour {
    private final Screen screen;
    private final Stopwatch stopwatch;
    private final Ledger ledger = new Ledger();
    private final Page page;

    /** A tour that writes there and measures with that. */
    public Tour(Screen screen, Stopwatch stopwatch) {
        this.screen = screen;
        this.stopwatch = stopwatch;
        this.page = new Page(screen, stopwatch, ledger);
    }

    /**
     * Runs the chapters. A check that fails is noted and the tour goes on; a step that throws ends it.
     *
     * @return whether everything held
     * @throws Refusal when a step finds that the user's wish cannot be fulfilled
     */
    public boolean run(List<Chapter> chapters) {
        long nanos = stopwatch.once(() -> tell(chapters)).nanos();
        end(nanos);
        return ledger.allHeld();
    }

    private boolean tell(List<Chapter> chapters) {
        int number = 0;
        for (Chapter chapter : chapters) {
            List<Step> steps = chapter.steps();
            if (!steps.isEmpty()) {
                heading(++number, chapter.title());
            }
            if (!tell(number, steps)) {
                return false;
            }
        }
        return true;
    }

    private boolean tell(int chapter, List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (screen.isAbandoned() || !tell(chapter + "." + (i + 1), steps.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean tell(String number, Step step) {
        ledger.begin(number + " " + step.title());
        screen.line(Ink.BOLD.of(number + "  " + step.title()));
        step.code().forEach(line -> screen.line(Page.INDENT, Ink.CYAN, line));
        screen.gap();
        try {
            step.action().accept(page);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            page.fail(e.getClass().getSimpleName() + ": " + e.getMessage());
            return false;
        }
        screen.gap();
        return true;
    }

    private void heading(int number, String title) {
        String rule = screen.glyphs().rule(Screen.WIDTH);
        String head = rule.substring(0, 2) + " " + number + "  " + title + " ";
        screen.line(Ink.HEADING.of(head + rule.substring(Math.min(head.length(), rule.length()))));
        screen.gap();
    }

    private void end(long nanos) {
        screen.line(Ink.DIM.of(screen.glyphs().rule(Screen.WIDTH)));
        ledger.failures()
                .forEach(failure -> screen.prose(0, Ink.RED, screen.glyphs().failed() + " " + failure));
        Ink ink = ledger.allHeld() ? Ink.GREEN : Ink.RED;
        screen.line(ink.of(ledger.summary()), Ink.DIM.of(String.format(Locale.ROOT, " (%.1f s)", nanos / 1e9)));
    }
}
