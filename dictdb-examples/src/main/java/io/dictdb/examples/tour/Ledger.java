package io.dictdb.examples.tour;

import io.dictdb.examples.terminal.Wording;
import java.util.ArrayList;
import java.util.List;

/** What was shown and checked so far, and what did not hold. */
final class Ledger {
    private int steps;
    private int checks;
    private final List<String> failures = new ArrayList<>();
    private String step = "";

    void begin(String title) {
        step = title;
        steps++;
    }

    void held() {
        checks++;
    }

    void failed(String what) {
        checks++;
        failures.add(step + ": " + what);
    }

    boolean allHeld() {
        return failures.isEmpty();
    }

    /** Each failure with the step it belongs to. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** The tour in one line. */
    String summary() {
        String shown = Wording.count(steps, "step") + ", " + Wording.count(checks, "check") + ", ";
        return shown + (allHeld() ? "all held" : Wording.count(failures.size()) + " failed");
    }
}
