package io.dictdb.conformance;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts, for one file of cases, how many were run and passed and how many each rule touched. */
final class Tally {
    private final String file;
    private final Map<Rule, Integer> casesByRule = new EnumMap<>(Rule.class);
    private int run;
    private int passed;

    Tally(String file) {
        this.file = file;
    }

    void run(Case one) {
        run++;
        Set<Rule> touching = CaseRun.of(one);
        passed++;
        touching.forEach(rule -> casesByRule.merge(rule, 1, Integer::sum));
    }

    @Override
    public String toString() {
        String rules = casesByRule.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        return String.format(
                "conformance %s: %,d cases, %,d passed; departures: %s",
                file, run, passed, rules.isEmpty() ? "none" : rules);
    }
}
