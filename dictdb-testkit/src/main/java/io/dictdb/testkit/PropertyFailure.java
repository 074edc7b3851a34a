package io.dictdb.testkit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A property does not hold: here is a small value for which its test fails, and how to see it again. */
public final class PropertyFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final long seed;
    private final transient @Nullable Object value;

    private PropertyFailure(String message, Throwable cause, long seed, @Nullable Object value) {
        super(message, cause);
        this.seed = seed;
        this.value = value;
    }

    static PropertyFailure of(String name, long seed, int run, Sample<?> sample, int attempts, String replay) {
        Throwable cause = Objects.requireNonNull(sample.failure());
        String message =
                "property %s fails with seed %d (%s, %d attempts to shrink)%n  value:  %s%n  because %s%n  replay: %s"
                        .formatted(
                                name,
                                seed,
                                run == 0 ? "a seed kept from before" : "run " + run,
                                attempts,
                                Literal.of(sample.value()),
                                cause,
                                replay);
        return new PropertyFailure(message, cause, seed, sample.value());
    }

    /**
     * The seed of the failing run.
     *
     * @return the seed; as {@code dictdb.seed} it makes the failing value in the first run
     */
    public long seed() {
        return seed;
    }

    /**
     * The simplest value found for which the test fails.
     *
     * @return the value
     */
    public @Nullable Object value() {
        return value;
    }
}
