package io.dictdb.testkit;

import io.dictdb.Condition;
import io.dictdb.Condition.And;
import io.dictdb.Condition.Between;
import io.dictdb.Condition.Comparison;
import io.dictdb.Condition.Contains;
import io.dictdb.Condition.EndsWith;
import io.dictdb.Condition.In;
import io.dictdb.Condition.IsNull;
import io.dictdb.Condition.Like;
import io.dictdb.Condition.Matching;
import io.dictdb.Condition.Not;
import io.dictdb.Condition.Or;
import io.dictdb.Condition.StartsWith;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/* Whether a condition holds for a record: one line of the contract after the other. A missing field is null from the first line on. */
final class NaiveMatch {
    private final Map<String, ? extends @Nullable Object> record;

    private NaiveMatch(Map<String, ? extends @Nullable Object> record) {
        this.record = record;
    }

    static boolean holds(Condition condition, Map<String, ? extends @Nullable Object> record) {
        return new NaiveMatch(record).holds(condition);
    }

    private boolean holds(Condition condition) {
        if (condition instanceof And and) {
            return and.parts().stream().allMatch(this::holds);
        }
        if (condition instanceof Or or) {
            return or.parts().stream().anyMatch(this::holds);
        }
        if (condition instanceof Not not) {
            return !holds(not.part());
        }
        return condition instanceof Matching matching ? matching.test().test(new NaiveRow(record)) : leaf(condition);
    }

    private boolean leaf(Condition condition) {
        if (condition instanceof Comparison c) {
            return compares(c);
        }
        if (condition instanceof Between b) {
            return ordered(b.low(), record.get(b.field()), b.ignoreCase())
                    && ordered(record.get(b.field()), b.high(), b.ignoreCase());
        }
        if (condition instanceof In in) {
            return in.values().stream().anyMatch(value -> equal(record.get(in.field()), value, in.ignoreCase()));
        }
        return condition instanceof IsNull isNull ? record.get(isNull.field()) == null : text(condition);
    }

    private boolean compares(Comparison c) {
        @Nullable Object value = record.get(c.field());
        return switch (c.operator()) {
            case EQ -> equal(value, c.value(), c.ignoreCase());
            case NE -> !equal(value, c.value(), c.ignoreCase());
            case LE -> ordered(value, c.value(), c.ignoreCase());
            case GE -> ordered(c.value(), value, c.ignoreCase());
            case LT -> ordered(value, c.value(), c.ignoreCase()) && !equal(value, c.value(), c.ignoreCase());
            case GT -> ordered(c.value(), value, c.ignoreCase()) && !equal(value, c.value(), c.ignoreCase());
        };
    }

    private boolean text(Condition condition) {
        if (condition instanceof Contains c) {
            return contains(record.get(c.field()), c.item(), c.ignoreCase());
        }
        if (condition instanceof Like like) {
            return record.get(like.field()) instanceof String s
                    && NaiveText.like(s, like.pattern(), like.escape(), like.ignoreCase());
        }
        if (condition instanceof StartsWith start) {
            return record.get(start.field()) instanceof String s
                    && NaiveText.startsWith(s, start.text(), start.ignoreCase());
        }
        EndsWith end = (EndsWith) condition;
        return record.get(end.field()) instanceof String s && NaiveText.endsWith(s, end.text(), end.ignoreCase());
    }

    private static boolean contains(@Nullable Object value, Object item, boolean ignoreCase) {
        if (value instanceof String s) {
            return item instanceof String text && NaiveText.contains(s, text, ignoreCase);
        }
        if (ignoreCase) {
            return false; // where case is disregarded, as the original's icontains has it, only strings contain
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(element -> equal(element, item, false));
        }
        return value instanceof Map<?, ?> map && map.keySet().stream().anyMatch(key -> equal(key, item, false));
    }

    private static boolean equal(@Nullable Object a, @Nullable Object b, boolean ignoreCase) {
        return NaiveOrder.equal(folded(a, ignoreCase), folded(b, ignoreCase));
    }

    private static boolean ordered(@Nullable Object low, @Nullable Object high, boolean ignoreCase) {
        return low != null
                && high != null
                && NaiveOrder.rank(low) == NaiveOrder.rank(high)
                && NaiveOrder.compare(folded(low, ignoreCase), folded(high, ignoreCase)) <= 0;
    }

    private static @Nullable Object folded(@Nullable Object value, boolean ignoreCase) {
        return ignoreCase && value instanceof String s ? NaiveText.folded(s) : value;
    }
}
