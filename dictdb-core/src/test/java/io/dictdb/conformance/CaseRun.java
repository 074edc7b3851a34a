package io.dictdb.conformance;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs one case, step by step, against a fresh database; the first difference is an {@link AssertionError}. */
final class CaseRun {
    private final Case played;
    private final Stage stage = new Stage();
    private final Departures departures = new Departures(stage);
    private final Set<Rule> touching = EnumSet.noneOf(Rule.class);
    private boolean parted;

    private CaseRun(Case played) {
        this.played = played;
    }

    /** Runs a case and gives the rules that touched it. */
    static Set<Rule> of(Case played) {
        CaseRun run = new CaseRun(played);
        for (int i = 0; i < played.steps().size(); i++) {
            run.step(i + 1, played.steps().get(i));
        }
        return run.touching;
    }

    private void step(int number, Step step) {
        if (parted) {
            stage.play(step);
            return;
        }
        Optional<Departure> departure =
                departures.of(step).filter(d -> Comparison.meets(step.expect(), d.original(), true));
        if (departure.isPresent()) {
            depart(number, step, departure.get());
        } else {
            compare(number, step);
        }
    }

    private void compare(int number, Step step) {
        Map<String, ?> before = step.expectsError() ? stage.contents() : Map.of();
        Outcome got = stage.play(step);
        require(Comparison.meets(step.expect(), got), number, step, Json.write(step.expect()), got);
        if (step.expectsError()) {
            Map<String, ?> after = stage.contents();
            require(
                    Comparison.same(before, after, false),
                    number,
                    step,
                    "nothing changed from " + Json.write(before),
                    Json.write(after));
        }
    }

    private void depart(int number, Step step, Departure departure) {
        Stage.Effect got = stage.attempt(step);
        require(departure.ours().isLike(got), number, step, departure.rules() + " " + departure.ours(), got);
        departure.played().ifPresent(stage::play);
        parted = departure.parted();
        touching.addAll(departure.rules());
    }

    private void require(boolean holds, int number, Step step, Object expected, Object got) {
        if (!holds) {
            throw new AssertionError(String.format(
                    "case %s, step %d of %d%n  step:     %s%n  expected: %s%n  got:      %s",
                    played.id(), number, played.steps().size(), step, expected, got));
        }
    }

    /** For reading a few steps as a case. */
    static Set<Rule> of(Step... steps) {
        return of(new Case("steps", List.of(steps)));
    }
}
