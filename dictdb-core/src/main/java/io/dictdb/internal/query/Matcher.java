package io.dictdb.internal.query;

import io.dictdb.Condition;
import io.dictdb.Condition.Operator;
import io.dictdb.internal.value.FrozenList;
import io.dictdb.internal.value.ShapedMap;
import io.dictdb.internal.value.ValueOrder;
import io.dictdb.internal.value.Values;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The evaluator: the one place that says what a condition means. Made for one run from a condition; indexes only propose records, this
 * decides. A part on a single field is a test of a value and is asked through {@link FieldMatcher}; the others combine.
 */
interface Matcher {
    boolean test(Cursor at);

    static Matcher of(Condition condition, Fields fields) {
        if (condition instanceof Condition.And and) {
            return all(parts(and.parts(), fields));
        }
        if (condition instanceof Condition.Or or) {
            Matcher[] parts = parts(or.parts(), fields);
            return at -> any(parts, at);
        }
        if (condition instanceof Condition.Not not) {
            Matcher part = of(not.part(), fields);
            return at -> !part.test(at);
        }
        if (condition instanceof Condition.Matching matching) {
            return at -> matching.test().test(at.row());
        }
        return single(condition, fields);
    }

    private static Matcher[] parts(List<Condition> conditions, Fields fields) {
        return conditions.stream().map(part -> of(part, fields)).toArray(Matcher[]::new);
    }

    private static Matcher all(Matcher[] parts) {
        if (parts.length == 1) {
            return parts[0];
        }
        return at -> {
            for (Matcher part : parts) {
                if (!part.test(at)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static boolean any(Matcher[] parts, Cursor at) {
        for (Matcher part : parts) {
            if (part.test(at)) {
                return true;
            }
        }
        return false;
    }

    private static Matcher single(Condition condition, Fields fields) {
        if (condition instanceof Condition.Comparison c) {
            int field = fields.number(c.field());
            Object constant = c.value();
            return constant instanceof Number number && !c.ignoreCase()
                    ? new NumberMatcher(field, c.operator(), number)
                    : new FieldMatcher(field, comparison(c));
        }
        if (condition instanceof Condition.Between b) {
            return new FieldMatcher(fields.number(b.field()), between(b));
        }
        if (condition instanceof Condition.In in) {
            return new FieldMatcher(fields.number(in.field()), in(in));
        }
        if (condition instanceof Condition.Contains c) {
            return new FieldMatcher(fields.number(c.field()), contains(c));
        }
        if (condition instanceof Condition.IsNull n) {
            return new FieldMatcher(fields.number(n.field()), value -> value == null);
        }
        return text(condition, fields);
    }

    private static Matcher text(Condition condition, Fields fields) {
        if (condition instanceof Condition.Like like) {
            LikePattern pattern = LikePattern.of(like);
            return new FieldMatcher(
                    fields.number(like.field()), value -> value instanceof String s && pattern.matches(s));
        }
        if (condition instanceof Condition.StartsWith s) {
            String text = Text.folded(s.text(), s.ignoreCase());
            return new FieldMatcher(
                    fields.number(s.field()),
                    value -> value instanceof String v && Text.startsWith(Text.folded(v, s.ignoreCase()), text));
        }
        if (condition instanceof Condition.EndsWith e) {
            String text = Text.folded(e.text(), e.ignoreCase());
            return new FieldMatcher(
                    fields.number(e.field()),
                    value -> value instanceof String v && Text.endsWith(Text.folded(v, e.ignoreCase()), text));
        }
        throw new IllegalStateException("a condition without a meaning: " + condition);
    }

    private static Predicate<@Nullable Object> comparison(Condition.Comparison c) {
        Object constant = folded(c.value(), c.ignoreCase());
        int rank = ValueOrder.rank(constant);
        return switch (c.operator()) {
            case EQ -> value -> Values.equal(folded(value, c.ignoreCase()), constant);
            case NE -> value -> !Values.equal(folded(value, c.ignoreCase()), constant);
            default ->
                value -> value != null
                        && ValueOrder.rank(value) == rank
                        && holds(c.operator(), ValueOrder.compare(folded(value, c.ignoreCase()), constant));
        };
    }

    static boolean holds(Operator operator, int order) {
        return switch (operator) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
        };
    }

    private static Predicate<@Nullable Object> between(Condition.Between b) {
        Object low = folded(b.low(), b.ignoreCase());
        Object high = folded(b.high(), b.ignoreCase());
        int rank = ValueOrder.rank(low);
        if (rank != ValueOrder.rank(high)) {
            return value -> false;
        }
        return value -> {
            if (value == null || ValueOrder.rank(value) != rank) {
                return false;
            }
            Object v = folded(value, b.ignoreCase());
            return ValueOrder.compare(v, low) >= 0 && ValueOrder.compare(v, high) <= 0;
        };
    }

    private static Predicate<@Nullable Object> in(Condition.In in) {
        ValueSet values = new ValueSet();
        in.values().forEach(value -> values.add(folded(value, in.ignoreCase())));
        return value -> values.contains(folded(value, in.ignoreCase()));
    }

    private static Predicate<@Nullable Object> contains(Condition.Contains c) {
        Object item = c.item();
        if (c.ignoreCase()) {
            Object part = folded(item, true);
            return value -> value instanceof String text
                    && part instanceof String p
                    && Text.contains(Text.folded(text, true), p);
        }
        return value -> {
            if (value instanceof String text) {
                return item instanceof String part && Text.contains(text, part);
            }
            return value instanceof FrozenList list
                    ? list.holds(item)
                    : value instanceof ShapedMap map && map.containsKey(item);
        };
    }

    private static @Nullable Object folded(@Nullable Object value, boolean ignoreCase) {
        return ignoreCase && value instanceof String s ? Text.folded(s, true) : value;
    }
}
