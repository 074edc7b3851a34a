package io.dictdb.internal.engine;

import java.util.Collection;
import java.util.function.Supplier;

/**
 * Runs attempts at something that others may overtake. The first few are free; the others have the right of way for about as long as the longest of those
 * took, and for twice that each time that was not enough.
 */
final class Allowance {
    private static final int FREE = 3;

    private final RightOfWay rightOfWay;
    private final Deadline deadline;
    private int made;
    private long nanos;

    Allowance(RightOfWay rightOfWay, Deadline deadline) {
        this.rightOfWay = rightOfWay;
        this.deadline = deadline;
    }

    /** One attempt; in these tables earlier ones were overtaken. */
    <T> T attempt(Collection<TableDefinition> tables, Supplier<T> attempt) {
        if (++made > FREE) {
            nanos = Math.min(nanos * 2, RightOfWay.LONGEST);
            return rightOfWay.during(tables, nanos, deadline, attempt);
        }
        rightOfWay.yieldIn(tables, deadline);
        long begun = deadline.passed();
        T result = attempt.get();
        nanos = Math.max(nanos, deadline.passed() - begun);
        return result;
    }

    /** How many were made. */
    int made() {
        return made;
    }
}
