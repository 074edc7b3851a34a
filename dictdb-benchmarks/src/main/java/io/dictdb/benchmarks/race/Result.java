package io.dictdb.benchmarks.race;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What came of a cell.
 *
 * @param values what each round gave; empty if it did not come to its end
 * @param failure why not; empty if it did
 */
record Result(List<Double> values, String failure) {
    static Result of(String line) {
        return new Result(
                Arrays.stream(line.substring("RESULT ".length()).split(" "))
                        .map(Double::valueOf)
                        .toList(),
                "");
    }

    static Result failed(String why) {
        return new Result(List.of(), why);
    }

    boolean isThere() {
        return !values.isEmpty();
    }

    double median() {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** The distance of the middle half from its median, in percent of that. */
    double spread() {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get(sorted.size() * 3 / 4) - sorted.get(sorted.size() / 4)) / 2 / median() * 100;
    }

    String text(Workload workload) {
        return isThere()
                ? number(median()) + " " + workload.unit() + String.format(Locale.ROOT, " ± %.0f %%", spread())
                : failure;
    }

    static String number(double value) {
        if (value >= 1e6) {
            return String.format(Locale.ROOT, "%.2fM", value / 1e6);
        }
        if (value >= 1e4) {
            return String.format(Locale.ROOT, "%.0fk", value / 1e3);
        }
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
