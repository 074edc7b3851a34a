package io.dictdb.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/*
 * Compares answers, not values: for a query 1 and 1.0 are equal, but a table that was given the one and returns the other has changed it. So classes must be the
 * same, also 0.0 and -0.0 differ, decimals have their scale, bytes are compared by content, and rows have their fields in order.
 */
/** Compares the rows that a model expects with those that a database gives. */
public final class Results {
    private Results() {}

    /**
     * The first difference, for people to read.
     *
     * @param expected the model's rows; a value may be a {@link Near}
     * @param actual the database's rows
     * @return what differs and where, or empty when nothing does
     */
    public static Optional<String> difference(
            List<? extends Map<String, ? extends @Nullable Object>> expected,
            List<? extends Map<String, ? extends @Nullable Object>> actual) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            Optional<String> difference = difference(expected.get(i), actual.get(i));
            if (difference.isPresent()) {
                return Optional.of("row " + i + ": " + difference.get() + lists(expected, actual));
            }
        }
        return expected.size() == actual.size()
                ? Optional.empty()
                : Optional.of("expected %d rows, got %d%s"
                        .formatted(expected.size(), actual.size(), lists(expected, actual)));
    }

    private static String lists(List<?> expected, List<?> actual) {
        return "%n  expected %s%n  actual   %s".formatted(Literal.of(expected), Literal.of(actual));
    }

    private static Optional<String> difference(
            Map<String, ? extends @Nullable Object> expected, Map<String, ? extends @Nullable Object> actual) {
        List<String> fields = new ArrayList<>(expected.keySet());
        if (!fields.equals(new ArrayList<>(actual.keySet()))) {
            return Optional.of("expected fields %s, got %s".formatted(fields, actual.keySet()));
        }
        return fields.stream()
                .filter(field -> !same(expected.get(field), actual.get(field)))
                .findFirst()
                .map(field -> "field %s: expected %s, got %s"
                        .formatted(field, Literal.of(expected.get(field)), Literal.of(actual.get(field))));
    }

    /**
     * Fails when there is a difference.
     *
     * @param what what was asked, for the message
     * @param expected the model's rows
     * @param actual the database's rows
     * @throws AssertionError saying what differs
     */
    public static void requireSame(
            String what,
            List<? extends Map<String, ? extends @Nullable Object>> expected,
            List<? extends Map<String, ? extends @Nullable Object>> actual) {
        difference(expected, actual).ifPresent(difference -> {
            throw new AssertionError(what + ": " + difference);
        });
    }

    /**
     * Whether two values are the same answer.
     *
     * @param expected the model's value
     * @param actual the database's value
     * @return true when nobody can tell them apart
     */
    public static boolean same(@Nullable Object expected, @Nullable Object actual) {
        if (expected == null || actual == null) {
            return expected == actual;
        }
        if (expected instanceof Near near) {
            return near.covers(actual);
        }
        if (expected instanceof byte[] bytes) {
            return actual instanceof byte[] others && Arrays.equals(bytes, others);
        }
        if (expected instanceof List<?> list) {
            return actual instanceof List<?> others && sameElements(list, others);
        }
        return expected instanceof Map<?, ?> map
                ? actual instanceof Map<?, ?> other && sameEntries(map, other)
                : expected.getClass() == actual.getClass() && expected.equals(actual);
    }

    private static boolean sameElements(List<?> expected, List<?> actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!same(expected.get(i), actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameEntries(Map<?, ?> expected, Map<?, ?> actual) {
        return expected.keySet().equals(actual.keySet())
                && expected.keySet().stream().allMatch(key -> same(expected.get(key), actual.get(key)));
    }
}
