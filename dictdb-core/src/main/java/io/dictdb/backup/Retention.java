package io.dictdb.backup;

import io.dictdb.internal.value.Arguments;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which backups are kept. Whatever it says, the newest backup that succeeded stays, which has been verified unless the manager does not do that, and so does every file that a kept one needs: a full backup goes
 * together with its deltas, or not at all. Files are deleted after a backup that succeeded. Immutable.
 */
public final class Retention {
    private static final Retention ALL = new Retention(OptionalInt.empty(), Optional.empty());

    private final OptionalInt fulls;
    private final Optional<Duration> age;

    private Retention(OptionalInt fulls, Optional<Duration> age) {
        this.fulls = fulls;
        this.age = age;
    }

    /**
     * Nothing is deleted.
     *
     * @return the default
     */
    public static Retention keepAll() {
        return ALL;
    }

    /**
     * The newest full backups are kept, each with its deltas.
     *
     * @param n how many, from 1
     * @return a retention
     * @throws IllegalArgumentException when that is less than one
     */
    public static Retention keepFulls(int n) {
        Arguments.require(n >= 1, "at least one full backup is kept, got %s", n);
        return new Retention(OptionalInt.of(n), Optional.empty());
    }

    /**
     * Every point of the last hours or days stays restorable, by stamps and the manager's clock. With each backup at most one full backup and its deltas go, so a clock that is wrong for a while
     * does not cost everything. While stamps are in the future, because the clock was far ahead once and stamps only grow, nothing goes.
     *
     * @param age for how long
     * @return a retention
     * @throws IllegalArgumentException when that is negative
     */
    public static Retention keepFor(Duration age) {
        Arguments.require(
                !Arguments.notNull(age, "age").isNegative(), "backups are not kept for a negative time, got %s", age);
        return new Retention(OptionalInt.empty(), Optional.of(age));
    }

    @Override
    public String toString() {
        String kept = fulls.isPresent() ? fulls.getAsInt() + " full backups and their deltas" : "all";
        return age.map(time -> "what is needed for the last " + time).orElse(kept);
    }

    /**
     * How many full backups are kept.
     *
     * @return the number, if that decides
     */
    public OptionalInt fulls() {
        return fulls;
    }

    /**
     * For how long backups are kept.
     *
     * @return the time, if that decides
     */
    public Optional<Duration> age() {
        return age;
    }
}
