package io.dictdb;

import io.dictdb.internal.value.Arguments;

/**
 * One field of an {@code orderBy}. Values follow the total order of the contract: nulls first ascending, last descending.
 *
 * @param field the field's name, literally (a leading minus has no meaning here)
 * @param descending whether large values come first
 */
public record Order(String field, boolean descending) {
    /** Checks that the field is named. */
    public Order {
        Arguments.notNull(field, "field");
    }

    /**
     * Reads the short form: {@code "age"} ascends, {@code "-age"} descends.
     *
     * @param text a field name with an optional leading minus
     * @return the order it means
     */
    public static Order of(String text) {
        Arguments.notNull(text, "field");
        return text.startsWith("-") ? new Order(text.substring(1), true) : new Order(text, false);
    }

    @Override
    public String toString() {
        return descending ? field + " desc" : field;
    }
}
