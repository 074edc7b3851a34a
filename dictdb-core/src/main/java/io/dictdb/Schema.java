package io.dictdb;

import java.util.List;
import java.util.Optional;

/**
 * Which fields a table's records have and of which classes. Each field is required and never null, unless it is nullable or has a
 * default; fields that the schema does not name are refused. Immutable.
 *
 * <p>Classes: {@code Long}, {@code Integer}, {@code Short}, {@code Byte} and {@code BigInteger} all mean an integer of any size;
 * {@code Double} and {@code Float} a double, which an integer widens to; {@code String}, {@code Boolean}, {@code List}, {@code Map},
 * {@code BigDecimal}, {@code LocalDate}, {@code LocalTime}, {@code LocalDateTime}, {@code Instant}, {@code UUID} and {@code byte[]}
 * themselves. Primitive classes stand for their boxes.
 */
public interface Schema {
    /**
     * A new builder.
     *
     * @return the builder
     */
    static Builder builder() {
        return new SchemaBuilder();
    }

    /**
     * The schema of a Java record: a field for each component, in order. {@code Optional} components and those that are marked nullable become
     * nullable fields, enums strings, nested records maps.
     *
     * @param type the record class
     * @return the schema
     * @throws IllegalArgumentException naming the component whose class is no value class
     */
    static Schema of(Class<? extends java.lang.Record> type) {
        return Bootstrap.schema(type);
    }

    /**
     * The fields in order.
     *
     * @return their names
     */
    List<String> fields();

    /**
     * The class of a field as values have it: {@code Long} for every integer class, {@code Double} for every floating one.
     *
     * @param field the field's name
     * @return the class
     * @throws IllegalArgumentException when the schema has no such field
     */
    Class<?> type(String field);

    /**
     * Whether a field may be null or missing.
     *
     * @param field the field's name
     * @return true for a nullable field
     * @throws IllegalArgumentException when the schema has no such field
     */
    boolean isNullable(String field);

    /**
     * What a field becomes when a record has none or null.
     *
     * @param field the field's name
     * @return the default, if it has one
     * @throws IllegalArgumentException when the schema has no such field
     */
    Optional<Object> defaultValue(String field);

    /** Collects fields. Not for use by several threads at once. Naming a field twice is an {@link IllegalArgumentException}. */
    interface Builder {
        /**
         * A required field.
         *
         * @param name the field's name
         * @param type its class
         * @return this builder
         */
        Builder field(String name, Class<?> type);

        /**
         * A field with a default, which stands in when a record has none or null.
         *
         * @param name the field's name
         * @param type its class
         * @param defaultValue the default
         * @return this builder
         */
        Builder field(String name, Class<?> type, Object defaultValue);

        /**
         * A field that may be null or missing.
         *
         * @param name the field's name
         * @param type its class
         * @return this builder
         */
        Builder nullable(String name, Class<?> type);

        /**
         * The schema of the fields so far.
         *
         * @return an immutable schema
         */
        Schema build();
    }
}
