package io.dictdb.testkit;

import io.dictdb.Upserted;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/* What a call came to: a value or an exception. */
record Outcome(@Nullable Object value, @Nullable RuntimeException thrown) {
    static Outcome of(Supplier<? extends @Nullable Object> call) {
        try {
            return new Outcome(call.get(), null);
        } catch (RuntimeException e) {
            return new Outcome(null, e);
        }
    }

    /** Whether this, of the model, allows the other, of the database. */
    boolean covers(Outcome actual) {
        if (thrown instanceof Refusal refusal) {
            return actual.thrown != null && refusal.classes().contains(actual.thrown.getClass());
        }
        if (thrown != null || actual.thrown != null) {
            return false;
        }
        return value instanceof Upserted expected && actual.value instanceof Upserted upserted
                ? expected.action() == upserted.action() && Results.same(expected.key(), upserted.key())
                : Results.same(value, actual.value);
    }

    /** Fails unless this allows the other. */
    void require(Call call, Outcome actual) {
        if (!covers(actual)) {
            throw new AssertionError("%s: expected %s, got %s".formatted(call, this, actual), actual.thrown);
        }
    }

    @Override
    public String toString() {
        return thrown instanceof Refusal refusal
                ? refusal.classes() + " (" + refusal.getMessage() + ")"
                : thrown == null ? Literal.of(value) : thrown.toString();
    }
}
