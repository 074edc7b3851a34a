package io.dictdb.spi;

import io.dictdb.IndexType;
import io.dictdb.internal.value.Arguments;

/**
 * That there is an index.
 *
 * @param field the field
 * @param type its type
 */
public record IndexDescription(String field, IndexType type) {
    /** Refuses nulls. */
    public IndexDescription {
        Arguments.notNull(field, "field");
        Arguments.notNull(type, "type");
    }
}
