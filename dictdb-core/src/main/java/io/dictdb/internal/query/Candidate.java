package io.dictdb.internal.query;

import io.dictdb.Condition;
import io.dictdb.Dsl;

/** An access that yields at least the rows of a condition, and what of the condition must still be tested on them. */
record Candidate(Access access, Condition residual) {
    static Candidate exact(Access access) {
        return new Candidate(access, Dsl.all());
    }

    boolean isExact() {
        return residual.equals(Dsl.all());
    }

    /** The cost of finding these rows and testing each. */
    double cost() {
        return access.estimate() * (Cost.COLLECT + Cost.FETCH);
    }
}
