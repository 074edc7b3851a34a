package io.dictdb;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A field of a record, by name, from which conditions and orders are made: {@code field("age").ge(18)}. Immutable. Comparisons take any
 * value: numbers of any width are equal by exact mathematical value. A field that a record lacks is null. Where a value is not one that a
 * record can hold, the call throws {@link IllegalArgumentException}.
 *
 * @param <T> the class the caller expects; it helps the reader and is not checked
 */
public interface Field<T> {
    /**
     * The field's name.
     *
     * @return the name
     */
    String name();

    /**
     * Equal by value.
     *
     * @param value the value; null means {@link #isNull()}
     * @return the condition
     */
    Condition eq(@Nullable Object value);

    /**
     * Not equal; holds for records that lack the field, unless the value is null.
     *
     * @param value the value; null means {@link #isNotNull()}
     * @return the condition
     */
    Condition ne(@Nullable Object value);

    /**
     * Below the value, both of one class of the total order.
     *
     * @param value the value
     * @return the condition
     */
    Condition lt(Object value);

    /**
     * Below or equal, both of one class of the total order.
     *
     * @param value the value
     * @return the condition
     */
    Condition le(Object value);

    /**
     * Above the value, both of one class of the total order.
     *
     * @param value the value
     * @return the condition
     */
    Condition gt(Object value);

    /**
     * Above or equal, both of one class of the total order.
     *
     * @param value the value
     * @return the condition
     */
    Condition ge(Object value);

    /**
     * Within two bounds, both included.
     *
     * @param low the lower bound
     * @param high the upper bound
     * @return the condition; it never holds when the bounds are of different classes or the wrong way round
     */
    Condition between(Object low, Object high);

    /**
     * Equal to one of the values.
     *
     * @param values the values; a null among them means null or missing; none at all never holds
     * @return the condition
     */
    Condition in(@Nullable Object... values);

    /**
     * Equal to one of the values.
     *
     * @param values the values; a null among them means null or missing; none at all never holds
     * @return the condition
     */
    Condition in(Collection<?> values);

    /**
     * A string that matches a pattern as a whole, newlines included: {@code %} is any run, {@code _} one code point. Linear in the value.
     *
     * @param pattern the pattern
     * @return the condition
     */
    Condition like(String pattern);

    /**
     * As {@link #like(String)} with a character that takes the next one literally.
     *
     * @param pattern the pattern
     * @param escape the escape character; at the pattern's end it stands for itself
     * @return the condition
     */
    Condition like(String pattern, char escape);

    /**
     * A string that begins so.
     *
     * @param text the beginning
     * @return the condition
     */
    Condition startsWith(String text);

    /**
     * A string that ends so.
     *
     * @param text the end
     * @return the condition
     */
    Condition endsWith(String text);

    /**
     * A string that contains a text, a list that contains an equal element, or a map that contains a key; after {@link #ignoreCase()}
     * strings alone.
     *
     * @param item the text, element or key
     * @return the condition
     */
    Condition contains(Object item);

    /**
     * Null or missing.
     *
     * @return the condition
     */
    Condition isNull();

    /**
     * Neither null nor missing.
     *
     * @return the condition
     */
    Condition isNotNull();

    /**
     * The same field, whose comparisons disregard the case of strings (the {@code i…} methods of the original). No index serves them.
     *
     * @return the field
     */
    Field<T> ignoreCase();

    /**
     * Small values first, nulls before them.
     *
     * @return the order
     */
    Order asc();

    /**
     * Large values first, nulls last.
     *
     * @return the order
     */
    Order desc();
}
