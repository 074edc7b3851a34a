package io.dictdb.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What counts as the same answer: 1, 1.0 and true are three different results, a missing field is not a null one. */
final class Comparison {
    private static final double TOLERANCE = 1e-12;

    private Comparison() {}

    /** Whether an outcome is what a step's {@code expect} asks for. */
    static boolean meets(Map<String, @Nullable Object> expect, Outcome outcome) {
        return meets(expect, outcome, Boolean.TRUE.equals(expect.get("approx")));
    }

    /** The same, whether or not floating point numbers may differ by a relative 1e-12. */
    static boolean meets(Map<String, @Nullable Object> expect, Outcome outcome, boolean approx) {
        if (expect.containsKey("error")) {
            String ours = ((String) expect.get("error")).replaceFirst("Error$", "Exception");
            return outcome instanceof Outcome.Failure failure
                    && failure.exception().equals(ours);
        }
        return outcome instanceof Outcome.Result result && meets(expect, result.value(), approx);
    }

    private static boolean meets(Map<String, @Nullable Object> expect, @Nullable Object value, boolean approx) {
        if (!expect.containsKey("rows")) {
            return same(expect.get("result"), value, approx);
        }
        List<?> rows = (List<?>) expect.get("rows");
        boolean ordered = Boolean.TRUE.equals(expect.get("ordered"));
        return value instanceof List<?> got && (ordered ? same(rows, got, approx) : sameInAnyOrder(rows, got, approx));
    }

    /** Whether two outcomes are alike; floating point numbers may differ by a relative 1e-12. */
    static boolean alike(Outcome a, Outcome b) {
        if (a instanceof Outcome.Result x && b instanceof Outcome.Result y) {
            return same(x.value(), y.value(), true);
        }
        return a instanceof Outcome.Failure x
                && b instanceof Outcome.Failure y
                && x.exception().equals(y.exception());
    }

    static boolean same(@Nullable Object expected, @Nullable Object got, boolean approx) {
        if (expected instanceof Map<?, ?> a) {
            return got instanceof Map<?, ?> b && sameFields(a, b, approx);
        }
        if (expected instanceof List<?> a) {
            return got instanceof List<?> b && sameItems(a, b, approx);
        }
        if (expected instanceof Double a && got instanceof Double b) {
            return Double.compare(a, b) == 0
                    || (approx && Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b)));
        }
        return expected == null ? got == null : expected.equals(got);
    }

    private static boolean sameFields(Map<?, ?> a, Map<?, ?> b, boolean approx) {
        return a.keySet().equals(b.keySet()) && a.keySet().stream().allMatch(k -> same(a.get(k), b.get(k), approx));
    }

    private static boolean sameItems(List<?> a, List<?> b, boolean approx) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i), approx)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameInAnyOrder(List<?> expected, List<?> got, boolean approx) {
        List<Object> rest = new ArrayList<>(got);
        for (Object row : expected) {
            int at = 0;
            while (at < rest.size() && !same(row, rest.get(at), approx)) {
                at++;
            }
            if (at == rest.size()) {
                return false;
            }
            rest.remove(at);
        }
        return rest.isEmpty();
    }
}
