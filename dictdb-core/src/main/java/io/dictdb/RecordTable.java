package io.dictdb;

import java.util.List;
import java.util.Optional;

/**
 * A table seen through a Java record class: each component is the field of its name. A component that is null, or an empty
 * {@code Optional}, is stored as null; a null key asks for an automatic one.
 *
 * @param <R> the record class
 */
public interface RecordTable<R extends java.lang.Record> {
    /**
     * Inserts a record.
     *
     * @param record the record
     * @return its primary key
     * @throws DuplicateKeyException when the key is there already
     * @throws SchemaValidationException when the table's schema refuses it
     */
    Object insert(R record);

    /**
     * Inserts records, all or none.
     *
     * @param records the records
     * @return their primary keys, in order
     * @throws DuplicateKeyException when a key is there already or comes twice
     * @throws SchemaValidationException when the table's schema refuses one
     */
    List<Object> insert(List<R> records);

    /**
     * Inserts a record, or merges its fields into the one that has its key.
     *
     * @param record the record
     * @return what was done
     * @throws SchemaValidationException when the table's schema refuses it
     */
    Upserted upsert(R record);

    /**
     * The records for which a condition holds, in insertion order.
     *
     * @param where the condition
     * @return an immutable list
     */
    List<R> list(Condition where);

    /**
     * The record of a key.
     *
     * @param key the primary key
     * @return the record, or empty
     */
    Optional<R> get(Object key);

    /**
     * The table behind this view.
     *
     * @return the table
     */
    Table table();
}
