package io.dictdb.pickle;

import org.jspecify.annotations.Nullable;

/** A list, a tuple or a set of the machine. */
final class Sequence extends Items {
    /** Which of them, in words. */
    enum Kind {
        LIST("a list"),
        TUPLE("a tuple"),
        SET("a set"),
        FROZENSET("a frozenset");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean isSet() {
            return this == SET || this == FROZENSET;
        }
    }

    private final Kind kind;

    Sequence(Kind kind, @Nullable Object... items) {
        super(items);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** What it is, never what it holds. */
    @Override
    public String toString() {
        return kind.words;
    }
}
