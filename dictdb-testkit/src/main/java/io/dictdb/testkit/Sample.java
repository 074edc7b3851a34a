package io.dictdb.testkit;

import io.dictdb.testkit.Choices.Span;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of a test: the value, the choices that made it, and how it failed, if it did. */
final class Sample<T extends @Nullable Object> {
    private final T value;
    private final long[] taken;
    private final List<Span> spans;
    private final @Nullable Throwable failure;

    private Sample(T value, Choices choices, @Nullable Throwable failure) {
        this.value = value;
        this.taken = choices.taken();
        this.spans = choices.spans();
        this.failure = failure;
    }

    /** A generator that throws is a mistake in the test, and its exception is let through. */
    static <T extends @Nullable Object> Sample<T> run(Gen<T> gen, Consumer<? super T> test, Choices choices) {
        T value = gen.draw(choices);
        return new Sample<>(value, choices, failureOf(test, value));
    }

    private static <T extends @Nullable Object> @Nullable Throwable failureOf(Consumer<? super T> test, T value) {
        try {
            test.accept(value);
            return null;
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            return e;
        }
    }

    T value() {
        return value;
    }

    long[] taken() {
        return taken;
    }

    List<Span> spans() {
        return spans;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    boolean failsLike(Sample<T> other) {
        return kindOf(failure) == kindOf(other.failure);
    }

    private static @Nullable Class<?> kindOf(@Nullable Throwable failure) {
        return failure == null ? null : failure instanceof AssertionError ? AssertionError.class : failure.getClass();
    }

    boolean isSimplerThan(Sample<T> other) {
        return taken.length != other.taken.length
                ? taken.length < other.taken.length
                : Arrays.compare(taken, other.taken) < 0;
    }
}
