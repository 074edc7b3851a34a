package io.dictdb;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as it comes out: an immutable map in the record's own field order. It stays what it was when the table changes. Equal to any
 * map with equal entries; byte arrays inside compare by content and are cloned on each read. A field that is missing reads as null;
 * {@link #containsKey(Object)} tells it from one that is null. Every change through the map's methods throws
 * {@link UnsupportedOperationException}.
 *
 * <p>The typed getters return null for a null or missing field and throw {@link ClassCastException}, naming the field and the class found,
 * where the value is of another kind.
 */
public interface Row extends Map<String, @Nullable Object> {
    /**
     * A string.
     *
     * @param field the field's name
     * @return the string, or null
     */
    @Nullable
    String getString(String field);

    /**
     * An integer that fits in 32 bits.
     *
     * @param field the field's name
     * @return the number, or null
     * @throws ArithmeticException when the number does not fit
     */
    @Nullable
    Integer getInt(String field);

    /**
     * An integer that fits in 64 bits.
     *
     * @param field the field's name
     * @return the number, or null
     * @throws ArithmeticException when the number does not fit
     */
    @Nullable
    Long getLong(String field);

    /**
     * A number as a double, rounded to the nearest where it is an integer or a decimal that a double cannot hold.
     *
     * @param field the field's name
     * @return the number, or null
     */
    @Nullable
    Double getDouble(String field);

    /**
     * A boolean.
     *
     * @param field the field's name
     * @return the boolean, or null
     */
    @Nullable
    Boolean getBoolean(String field);

    /**
     * A value as a Java class: a value class, a narrower number where the value fits, an enum by its constant's name, a record from a map.
     *
     * @param field the field's name
     * @param type the class
     * @param <T> the class
     * @return the value, or null
     */
    <T> @Nullable T get(String field, Class<T> type);

    /**
     * An independent, mutable, deep copy.
     *
     * @return a map in the same order, with mutable lists and maps inside
     */
    Map<String, @Nullable Object> toMap();

    /**
     * The row as a Java record: each component takes the field of its name.
     *
     * @param type a record class; its components may be value classes, narrower numbers, enums, records, {@code Optional}, lists and maps of these
     * @param <R> the record class
     * @return a new record
     * @throws IllegalArgumentException naming record class, component and value where a value does not fit
     */
    <R extends java.lang.Record> R as(Class<R> type);
}
