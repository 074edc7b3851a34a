package io.dictdb.conformance;

import org.jspecify.annotations.Nullable;

/** What a step gives. */
sealed interface Outcome {

    /**
     * A value: null, a number, a list of names or rows, one row.
     *
     * @param value in the words of {@link Json}: integers are Long or BigInteger
     */
    record Result(@Nullable Object value) implements Outcome {
        @Override
        public String toString() {
            return Json.write(value);
        }
    }

    /**
     * An exception.
     *
     * @param exception its simple class name
     * @param message its message, for people
     */
    record Failure(String exception, String message) implements Outcome {
        static Failure of(Class<? extends RuntimeException> type) {
            return new Failure(type.getSimpleName(), "");
        }

        static Failure of(RuntimeException e) {
            return new Failure(e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
        }

        @Override
        public String toString() {
            return message.isEmpty() ? exception : exception + ": " + message;
        }
    }
}
