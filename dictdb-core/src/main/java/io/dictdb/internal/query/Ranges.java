package io.dictdb.internal.query;

import io.dictdb.Condition;
import io.dictdb.internal.index.Range;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The range of values for which a leaf condition holds, where there is exactly one. */
final class Ranges {
    private Ranges() {}

    /** The field that a leaf is about, if it is one that a range could serve. */
    static Optional<String> fieldOf(Condition leaf) {
        if (leaf instanceof Condition.Comparison c) {
            return Optional.of(c.field());
        }
        if (leaf instanceof Condition.Between b) {
            return Optional.of(b.field());
        }
        if (leaf instanceof Condition.StartsWith s) {
            return Optional.of(s.field());
        }
        return leaf instanceof Condition.Not not && not.part() instanceof Condition.IsNull n
                ? Optional.of(n.field())
                : Optional.empty();
    }

    /** Exactly the values for which the leaf holds, or null when no range is that. */
    static @Nullable Range of(Condition leaf) {
        if (leaf instanceof Condition.Comparison c) {
            return c.ignoreCase() ? null : comparison(c);
        }
        if (leaf instanceof Condition.Between b) {
            return b.ignoreCase() ? null : Range.between(b.low(), b.high());
        }
        if (leaf instanceof Condition.StartsWith s) {
            return s.ignoreCase() ? null : prefix(s.text());
        }
        return leaf instanceof Condition.Not not && not.part() instanceof Condition.IsNull ? Range.ALL : null;
    }

    private static @Nullable Range comparison(Condition.Comparison c) {
        Object value = Objects.requireNonNull(c.value());
        return switch (c.operator()) {
            case EQ -> Range.between(value, value);
            case LT -> Range.below(value);
            case LE -> Range.atMost(value);
            case GT -> Range.above(value);
            case GE -> Range.atLeast(value);
            case NE -> null;
        };
    }

    /** The strings that start with a text, or null when half of a surrogate pair makes that no range. */
    static @Nullable Range prefix(String text) {
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            return null;
        }
        return Range.startingWith(text);
    }
}
