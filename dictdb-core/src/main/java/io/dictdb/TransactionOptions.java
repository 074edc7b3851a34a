package io.dictdb;

import io.dictdb.internal.value.Arguments;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often and how long {@link DictDB#transaction(TransactionOptions, java.util.function.Function)} tries. Immutable: each method that takes a value
 * returns a new object.
 */
public final class TransactionOptions {
    private static final TransactionOptions DEFAULTS = new TransactionOptions(100, null);

    private final int attempts;
    private final @Nullable Duration timeout;

    private TransactionOptions(int attempts, @Nullable Duration timeout) {
        this.attempts = attempts;
        this.timeout = timeout;
    }

    /**
     * At most 100 attempts, however long they take.
     *
     * @return the options of a transaction that names none
     */
    public static TransactionOptions defaults() {
        return DEFAULTS;
    }

    /**
     * How often the work is run at most, when others keep changing what it has read.
     *
     * @param n at least 1; 1 never runs the work again
     * @return a copy with that number
     */
    public TransactionOptions attempts(int n) {
        Arguments.require(n >= 1, "attempts must be at least 1, got %s", n);
        return new TransactionOptions(n, timeout);
    }

    /**
     * After what time, counted from the begin of the first attempt, no further attempt is begun and no wait goes on. Work that is running is not
     * stopped, and is committed if nothing is in its way.
     *
     * @param longest more than zero
     * @return a copy with that time
     */
    public TransactionOptions timeout(Duration longest) {
        Arguments.notNull(longest, "timeout");
        Arguments.require(!longest.isNegative() && !longest.isZero(), "timeout must be positive, got %s", longest);
        return new TransactionOptions(attempts, longest);
    }

    /**
     * How often the work is run at most.
     *
     * @return at least 1
     */
    public int attempts() {
        return attempts;
    }

    /**
     * After what time no further attempt is begun.
     *
     * @return the time, or empty for no bound
     */
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }
}
