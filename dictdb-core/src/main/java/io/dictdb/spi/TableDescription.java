package io.dictdb.spi;

import io.dictdb.Schema;
import io.dictdb.internal.value.Arguments;
import java.util.List;
import java.util.Optional;

/**
 * A table without its records.
 *
 * @param name the table's name
 * @param primaryKey the field that identifies a record
 * @param schema the schema, if it has one
 * @param indexes the indexes on fields, in order of creation
 * @param highestKey the highest integer that was ever a key, a Long or, past 64 bits, a BigInteger; 0 before the first
 */
public record TableDescription(
        String name, String primaryKey, Optional<Schema> schema, List<IndexDescription> indexes, Number highestKey) {
    /** Refuses nulls and copies the list. */
    public TableDescription {
        Arguments.notNull(name, "name");
        Arguments.notNull(primaryKey, "primary key");
        Arguments.notNull(schema, "schema");
        indexes = List.copyOf(Arguments.notNull(indexes, "indexes"));
        Arguments.notNull(highestKey, "highest key");
    }
}
