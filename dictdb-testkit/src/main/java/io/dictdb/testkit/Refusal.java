package io.dictdb.testkit;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The model refuses a call. Where a call is wrong in several ways the contract does not say which of them is reported, so there may be several classes of
 * exceptions that are right.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Set<Class<? extends RuntimeException>> classes;

    Refusal(Class<? extends RuntimeException> type, String why) {
        this(Set.of(type), why);
    }

    Refusal(Set<Class<? extends RuntimeException>> classes, String why) {
        super(why);
        this.classes = Collections.unmodifiableSet(new LinkedHashSet<>(classes));
    }

    /**
     * What a database may throw here.
     *
     * @return at least one class
     */
    public Set<Class<? extends RuntimeException>> classes() {
        return classes;
    }
}
