package io.dictdb;

import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.Literals;
import io.dictdb.internal.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which records a query, an update or a delete means: a sealed tree of plain data. Build it from {@link Field} and {@link Dsl}; planner,
 * evaluator and {@link Explanation} read the same tree. Immutable, with equality by content (a {@link Matching} equals by identity of its test).
 *
 * <p>A missing field and a null are the same to every condition. {@code toString()} gives a readable form.
 */
public sealed interface Condition {

    /**
     * Both this and the other.
     *
     * @param other the second part
     * @return a condition that holds where both hold
     */
    default Condition and(Condition other) {
        Arguments.notNull(other, "condition");
        return new And(joined(
                this instanceof And a ? a.parts() : List.of(this),
                other instanceof And b ? b.parts() : List.of(other)));
    }

    /**
     * This or the other.
     *
     * @param other the second part
     * @return a condition that holds where at least one holds
     */
    default Condition or(Condition other) {
        Arguments.notNull(other, "condition");
        return new Or(joined(
                this instanceof Or a ? a.parts() : List.of(this), other instanceof Or b ? b.parts() : List.of(other)));
    }

    /**
     * The opposite: plain two-valued negation.
     *
     * @return a condition that holds exactly where this one does not
     */
    default Condition not() {
        return new Not(this);
    }

    private static List<Condition> joined(List<Condition> left, List<Condition> right) {
        List<Condition> parts = new ArrayList<>(left.size() + right.size());
        parts.addAll(left);
        parts.addAll(right);
        return parts;
    }

    /** The six comparisons. */
    enum Operator {
        /** Equal by value; {@code eq(null)} holds for null and for a missing field. */
        EQ("="),
        /** Not equal; holds for records that lack the field, unless the value is null. */
        NE("!="),
        /** Below, within one class of the total order. */
        LT("<"),
        /** Below or equal, within one class of the total order. */
        LE("<="),
        /** Above, within one class of the total order. */
        GT(">"),
        /** Above or equal, within one class of the total order. */
        GE(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /**
         * The operator as text.
         *
         * @return for example {@code >=}
         */
        public String sign() {
            return sign;
        }
    }

    /**
     * A field compared with a value.
     *
     * @param field the field's name
     * @param operator how
     * @param value what it is compared with; null only for EQ and NE
     * @param ignoreCase whether strings are compared without regard to case
     */
    record Comparison(
            String field, Operator operator, @Nullable Object value, boolean ignoreCase) implements Condition {
        /** Copies the value and checks that it is one. */
        public Comparison {
            Arguments.notNull(field, "field");
            Arguments.notNull(operator, "operator");
            value = Values.constant(field, value);
            Arguments.require(
                    value != null || operator == Operator.EQ || operator == Operator.NE,
                    "field '%s': nothing is %s null; use isNull()",
                    field,
                    operator.sign());
        }

        @Override
        public @Nullable Object value() {
            return Values.out(value);
        }

        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Comparison c
                    && field.equals(c.field)
                    && operator == c.operator
                    && ignoreCase == c.ignoreCase
                    && Values.identical(value, c.value);
        }

        @Override
        public int hashCode() {
            return Objects.hash(field, operator, Values.hash(value), ignoreCase);
        }

        @Override
        public String toString() {
            return field + " " + operator.sign() + " " + Literals.of(value) + Literals.ignoringCase(ignoreCase);
        }
    }

    /**
     * A field within two bounds, both included.
     *
     * @param field the field's name
     * @param low the lower bound
     * @param high the upper bound
     * @param ignoreCase whether strings are compared without regard to case
     */
    record Between(String field, Object low, Object high, boolean ignoreCase) implements Condition {
        /** Copies the bounds and checks that they are values. */
        public Between {
            Arguments.notNull(field, "field");
            low = Arguments.notNull(Values.constant(field, low), "lower bound of '" + field + "'");
            high = Arguments.notNull(Values.constant(field, high), "upper bound of '" + field + "'");
        }

        @Override
        public Object low() {
            return Objects.requireNonNull(Values.out(low));
        }

        @Override
        public Object high() {
            return Objects.requireNonNull(Values.out(high));
        }

        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Between b
                    && field.equals(b.field)
                    && ignoreCase == b.ignoreCase
                    && Values.identical(low, b.low)
                    && Values.identical(high, b.high);
        }

        @Override
        public int hashCode() {
            return Objects.hash(field, Values.hash(low), Values.hash(high), ignoreCase);
        }

        @Override
        public String toString() {
            return field + " between " + Literals.of(low) + " and " + Literals.of(high)
                    + Literals.ignoringCase(ignoreCase);
        }
    }

    /**
     * A field equal to one of several values.
     *
     * @param field the field's name
     * @param values the values; a null among them holds for null and for a missing field; none at all never holds
     * @param ignoreCase whether strings are compared without regard to case
     */
    record In(String field, List<@Nullable Object> values, boolean ignoreCase) implements Condition {
        /** Copies the values and checks that each is one. */
        public In {
            Arguments.notNull(field, "field");
            values = Values.constants(field, Arguments.notNull(values, "values"));
        }

        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof In i
                    && field.equals(i.field)
                    && ignoreCase == i.ignoreCase
                    && Values.identical(values, i.values);
        }

        @Override
        public int hashCode() {
            return Objects.hash(field, Values.hash(values), ignoreCase);
        }

        @Override
        public String toString() {
            return field + " in " + Literals.list(values) + Literals.ignoringCase(ignoreCase);
        }
    }

    /**
     * A string field that matches a pattern as a whole, newlines included: {@code %} is any run, {@code _} one code point.
     *
     * @param field the field's name
     * @param pattern the pattern
     * @param escape the character that takes the next one literally, itself at the pattern's end, or null for none
     * @param ignoreCase whether case is disregarded
     */
    record Like(String field, String pattern, @Nullable Character escape, boolean ignoreCase) implements Condition {
        /** Checks that field and pattern are there. */
        public Like {
            Arguments.notNull(field, "field");
            Arguments.notNull(pattern, "pattern");
        }

        @Override
        public String toString() {
            return field + " like " + Literals.of(pattern)
                    + (escape == null ? "" : " escape " + Literals.of(escape.toString()))
                    + Literals.ignoringCase(ignoreCase);
        }
    }

    /**
     * A string field that begins with a text.
     *
     * @param field the field's name
     * @param text the beginning; the empty text holds for every string
     * @param ignoreCase whether case is disregarded
     */
    record StartsWith(String field, String text, boolean ignoreCase) implements Condition {
        /** Checks that nothing is null. */
        public StartsWith {
            Arguments.notNull(field, "field");
            Arguments.notNull(text, "text");
        }

        @Override
        public String toString() {
            return field + " starts with " + Literals.of(text) + Literals.ignoringCase(ignoreCase);
        }
    }

    /**
     * A string field that ends with a text.
     *
     * @param field the field's name
     * @param text the end; the empty text holds for every string
     * @param ignoreCase whether case is disregarded
     */
    record EndsWith(String field, String text, boolean ignoreCase) implements Condition {
        /** Checks that nothing is null. */
        public EndsWith {
            Arguments.notNull(field, "field");
            Arguments.notNull(text, "text");
        }

        @Override
        public String toString() {
            return field + " ends with " + Literals.of(text) + Literals.ignoringCase(ignoreCase);
        }
    }

    /**
     * A string that contains a text, a list that contains an element, or a map that contains a key; strings alone when case is disregarded.
     *
     * @param field the field's name
     * @param item the text, element or key
     * @param ignoreCase whether case is disregarded
     */
    record Contains(String field, Object item, boolean ignoreCase) implements Condition {
        /** Copies the item and checks that it is a value. */
        public Contains {
            Arguments.notNull(field, "field");
            item = Arguments.notNull(Values.constant(field, item), "item");
        }

        @Override
        public Object item() {
            return Objects.requireNonNull(Values.out(item));
        }

        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Contains c
                    && field.equals(c.field)
                    && ignoreCase == c.ignoreCase
                    && Values.identical(item, c.item);
        }

        @Override
        public int hashCode() {
            return Objects.hash(field, Values.hash(item), ignoreCase);
        }

        @Override
        public String toString() {
            return field + " contains " + Literals.of(item) + Literals.ignoringCase(ignoreCase);
        }
    }

    /**
     * A field that is null or missing.
     *
     * @param field the field's name
     */
    record IsNull(String field) implements Condition {
        /** Checks that the field is named. */
        public IsNull {
            Arguments.notNull(field, "field");
        }

        @Override
        public String toString() {
            return field + " is null";
        }
    }

    /**
     * All parts hold; without parts it holds always.
     *
     * @param parts the parts
     */
    record And(List<Condition> parts) implements Condition {
        /** Copies the list. */
        public And {
            parts = Collections.unmodifiableList(new ArrayList<>(Arguments.notNull(parts, "conditions")));
            parts.forEach(part -> Arguments.notNull(part, "condition"));
        }

        @Override
        public String toString() {
            return parts.isEmpty() ? "all" : Literals.join(parts, " and ");
        }
    }

    /**
     * At least one part holds; without parts it never does.
     *
     * @param parts the parts
     */
    record Or(List<Condition> parts) implements Condition {
        /** Copies the list. */
        public Or {
            parts = Collections.unmodifiableList(new ArrayList<>(Arguments.notNull(parts, "conditions")));
            parts.forEach(part -> Arguments.notNull(part, "condition"));
        }

        @Override
        public String toString() {
            return parts.isEmpty() ? "none" : Literals.join(parts, " or ");
        }
    }

    /**
     * The part does not hold.
     *
     * @param part the part
     */
    record Not(Condition part) implements Condition {
        /** Checks that the part is there. */
        public Not {
            Arguments.notNull(part, "condition");
        }

        @Override
        public Condition not() {
            return part;
        }

        @Override
        public String toString() {
            return part instanceof IsNull n ? n.field() + " is not null" : "not (" + part + ")";
        }
    }

    /**
     * The caller's own test: the one opaque node, which no index ever serves. The test may be called by any thread, more than once for a
     * record, and must not depend on anything but the row; it may read the database. What it throws reaches the caller of the query.
     *
     * @param label what {@code explain()} and logs show
     * @param test the test
     */
    record Matching(String label, Predicate<Row> test) implements Condition {
        /** Checks that nothing is null. */
        public Matching {
            Arguments.notNull(label, "label");
            Arguments.notNull(test, "test");
        }

        @Override
        public String toString() {
            return "matching " + Literals.of(label);
        }
    }
}
