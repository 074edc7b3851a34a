package io.dictdb;

import io.dictdb.Aggregate.Function;
import io.dictdb.internal.value.Arguments;
import java.util.List;
import java.util.function.Predicate;

/** The words of queries, for {@code import static io.dictdb.Dsl.*;}. All results are immutable and can be shared between threads. */
public final class Dsl {
    private Dsl() {}

    /**
     * A field by name.
     *
     * @param name the name
     * @return the field
     */
    public static Field<Object> field(String name) {
        return new NamedField<>(name, false);
    }

    /**
     * A field by name with the class that the caller expects in it.
     *
     * @param name the name
     * @param type the class; it is not checked against the records
     * @param <T> the class
     * @return the field
     */
    public static <T> Field<T> field(String name, Class<T> type) {
        Arguments.notNull(type, "type");
        return new NamedField<>(name, false);
    }

    /**
     * All conditions hold; of nothing, it holds always.
     *
     * @param conditions the conditions
     * @return their conjunction
     */
    public static Condition and(Condition... conditions) {
        return new Condition.And(List.of(Arguments.noNulls(conditions, "condition")));
    }

    /**
     * At least one condition holds; of nothing, it never does.
     *
     * @param conditions the conditions
     * @return their disjunction
     */
    public static Condition or(Condition... conditions) {
        return new Condition.Or(List.of(Arguments.noNulls(conditions, "condition")));
    }

    /**
     * The condition does not hold.
     *
     * @param condition the condition
     * @return its negation
     */
    public static Condition not(Condition condition) {
        return Arguments.notNull(condition, "condition").not();
    }

    /**
     * Holds for every record; the start of a condition that is put together step by step.
     *
     * @return the condition
     */
    public static Condition all() {
        return new Condition.And(List.of());
    }

    /**
     * The caller's own test. No index serves it; see {@link Condition.Matching} for what it may do.
     *
     * @param label what {@code explain()} shows for it
     * @param test the test
     * @return the condition
     */
    public static Condition matching(String label, Predicate<Row> test) {
        return new Condition.Matching(label, test);
    }

    /**
     * Small values first, nulls before them.
     *
     * @param field the field's name
     * @return the order
     */
    public static Order asc(String field) {
        return new Order(field, false);
    }

    /**
     * Large values first, nulls last.
     *
     * @param field the field's name
     * @return the order
     */
    public static Order desc(String field) {
        return new Order(field, true);
    }

    /**
     * How many records; named {@code count}.
     *
     * @return the aggregate
     */
    public static Aggregate count() {
        return Aggregate.of(Function.COUNT, null);
    }

    /**
     * How many records have a value there; named {@code count_} and the field.
     *
     * @param field the field's name
     * @return the aggregate
     */
    public static Aggregate count(String field) {
        return Aggregate.of(Function.COUNT, Arguments.notNull(field, "field"));
    }

    /**
     * The sum; named {@code sum_} and the field.
     *
     * @param field the field's name
     * @return the aggregate
     */
    public static Aggregate sum(String field) {
        return Aggregate.of(Function.SUM, field);
    }

    /**
     * The mean; named {@code avg_} and the field.
     *
     * @param field the field's name
     * @return the aggregate
     */
    public static Aggregate avg(String field) {
        return Aggregate.of(Function.AVG, field);
    }

    /**
     * The least value; named {@code min_} and the field.
     *
     * @param field the field's name
     * @return the aggregate
     */
    public static Aggregate min(String field) {
        return Aggregate.of(Function.MIN, field);
    }

    /**
     * The greatest value; named {@code max_} and the field.
     *
     * @param field the field's name
     * @return the aggregate
     */
    public static Aggregate max(String field) {
        return Aggregate.of(Function.MAX, field);
    }
}
