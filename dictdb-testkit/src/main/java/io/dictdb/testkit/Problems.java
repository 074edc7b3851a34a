package io.dictdb.testkit;

import java.util.LinkedHashSet;
import java.util.Set;

/* What is wrong with the parts of one call: the call may report any of it. */
final class Problems {
    private final Set<Class<? extends RuntimeException>> classes = new LinkedHashSet<>();
    private final StringBuilder reasons = new StringBuilder();

    void collect(Runnable part) {
        try {
            part.run();
        } catch (Refusal refusal) {
            classes.addAll(refusal.classes());
            reasons.append(reasons.length() == 0 ? "" : "; ").append(refusal.getMessage());
        }
    }

    void throwIfAny() {
        if (!classes.isEmpty()) {
            throw new Refusal(classes, reasons.toString());
        }
    }
}
