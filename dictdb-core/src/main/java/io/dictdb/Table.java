package io.dictdb;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table of records. A record is a map from field names to values; one field is the primary key.
 *
 * <p>Values are null, {@code Boolean}, {@code String}, {@code List}, {@code Map} with string keys (nested to a depth of 500), integers
 * (kept as {@code Long}, past 64 bits as {@code BigInteger}), {@code Double} (a {@code Float} is widened), {@code BigDecimal},
 * {@code LocalDate}, {@code LocalTime}, {@code LocalDateTime}, {@code Instant}, {@code UUID} and {@code byte[]}. Any other class is an
 * {@link IllegalArgumentException} that names the field and the class. What goes in is copied; what comes out cannot be changed.
 *
 * <p>Keys are any value but null, lists, maps, byte arrays and NaN. A record without a key, or with null there, gets the next integer, from
 * 1; an explicit integer key moves that counter past it.
 *
 * <p>Safe for use by many threads; every call is atomic (see {@link DictDB}). Every method throws {@link TableNotFoundException} once the
 * table has been dropped. In the costs below n is the number of records and k the number of records that a call touches.
 */
public interface Table {
    /**
     * The table's name.
     *
     * @return the name
     */
    String name();

    /**
     * The field that identifies a record.
     *
     * @return the field's name
     */
    String primaryKey();

    /**
     * The schema, with the primary key.
     *
     * @return the schema, if the table has one
     */
    Optional<Schema> schema();

    /**
     * How many records there are; constant time.
     *
     * @return the number
     */
    int count();

    /**
     * The same as {@link #count()}.
     *
     * @return the number
     */
    int size();

    /**
     * All fields: in the schema's order; without a schema those that the records have, sorted by code point.
     *
     * @return the names
     */
    List<String> columns();

    /**
     * The schema's fields with the primary key.
     *
     * @return the names; empty without a schema
     */
    List<String> schemaFields();

    /**
     * The fields that have an index, in the order in which they got their first.
     *
     * @return the names
     */
    List<String> indexedFields();

    /**
     * Whether a field has an index of any type.
     *
     * @param field the field's name
     * @return true when it has
     */
    boolean hasIndex(String field);

    /**
     * A field of this table, for conditions.
     *
     * @param name the field's name; it need not exist
     * @return the field
     */
    Field<Object> field(String name);

    /**
     * Inserts a record; O(log n) for each index.
     *
     * @param record the record
     * @return its primary key
     * @throws DuplicateKeyException when the key is there already
     * @throws SchemaValidationException when the schema refuses it
     */
    Object insert(Map<String, ?> record);

    /**
     * Inserts records, all or none.
     *
     * @param records the records
     * @return their primary keys, in order
     * @throws DuplicateKeyException when a key is there already or comes twice
     * @throws SchemaValidationException when the schema refuses one
     */
    List<Object> insert(List<? extends Map<String, ?>> records);

    /**
     * Inserts records, all or none.
     *
     * @param records the records
     * @param options how
     * @return their primary keys, in order
     * @throws DuplicateKeyException when a key is there already or comes twice
     * @throws SchemaValidationException when the schema refuses one
     */
    List<Object> insert(List<? extends Map<String, ?>> records, InsertOptions options);

    /**
     * Inserts a record, or merges its fields into the one that has its key.
     *
     * @param record the record
     * @return what was done
     * @throws SchemaValidationException when the schema refuses the result
     */
    Upserted upsert(Map<String, ?> record);

    /**
     * Inserts a record, or does what the policy says when its key is there.
     *
     * @param record the record
     * @param policy what to do on a conflict
     * @return what was done
     * @throws DuplicateKeyException when the key is there and the policy is ERROR
     * @throws SchemaValidationException when the schema refuses the result
     */
    Upserted upsert(Map<String, ?> record, OnConflict policy);

    /**
     * Merges fields into the records for which a condition holds; they keep their places.
     *
     * @param changes the new values; fields that are not named stay
     * @param where the condition; {@link Dsl#all()} for every record
     * @return how many records were matched
     * @throws RecordNotFoundException when none matches
     * @throws SchemaValidationException when the schema refuses a result, or the changes name another primary key
     */
    int update(Map<String, ?> changes, Condition where);

    /**
     * Computes changes from each record for which a condition holds and merges them: an atomic read-modify-write.
     *
     * @param change given a record, returns the fields to merge into it. It runs without any lock, may be run more than once for a record when
     *     other threads change it meanwhile, and must have no effect but its result
     * @param where the condition
     * @return how many records were matched
     * @throws RecordNotFoundException when none matches
     * @throws SchemaValidationException when the schema refuses a result, or the changes name another primary key
     * @throws TransactionConflictException when other threads, or the function itself, changed the records again each of a thousand times
     */
    int update(Function<? super Row, ? extends Map<String, ?>> change, Condition where);

    /**
     * Deletes the records for which a condition holds.
     *
     * @param where the condition; {@link Dsl#all()} for every record
     * @return how many were deleted
     * @throws RecordNotFoundException when none matches
     */
    int delete(Condition where);

    /**
     * As {@link #update(Map, Condition)}, but 0 when none matches.
     *
     * @param changes the new values
     * @param where the condition
     * @return how many records were matched
     * @throws SchemaValidationException when the schema refuses a result, or the changes name another primary key
     */
    int updateIfAny(Map<String, ?> changes, Condition where);

    /**
     * As {@link #delete(Condition)}, but 0 when none matches.
     *
     * @param where the condition
     * @return how many were deleted
     */
    int deleteIfAny(Condition where);

    /**
     * Deletes all records; indexes and the counter of keys stay. Constant time.
     *
     * @return how many went
     */
    int clear();

    /**
     * The record of a key; a hash trie with 32 branches a level finds it, so the time hardly grows with n.
     *
     * @param key the primary key
     * @return the record, or empty
     */
    Optional<Row> get(Object key);

    /**
     * A query of all columns.
     *
     * @return the query
     */
    Select select();

    /**
     * A query of some columns; one that a record lacks reads as null.
     *
     * @param columns the fields; none at all give rows without fields
     * @return the query
     */
    Select select(String... columns);

    /**
     * A query of columns under other names.
     *
     * @param fieldByAlias the field for each name in the result, in the map's order
     * @return the query
     */
    Select select(Map<String, String> fieldByAlias);

    /**
     * A query of all columns of the records for which a condition holds.
     *
     * @param where the condition
     * @return the query
     */
    Select select(Condition where);

    /**
     * Aggregates over the table.
     *
     * @param aggregates what to compute; a repeated alias takes the last
     * @return the aggregation
     */
    Aggregation aggregate(Aggregate... aggregates);

    /**
     * Creates a hash index; the same again changes nothing.
     *
     * @param field the field's name; it need not exist
     * @throws IllegalArgumentException if the table has 64 indexes already
     */
    void createIndex(String field);

    /**
     * Creates an index and fills it; the same again changes nothing. O(n log n).
     *
     * @param field the field's name; it need not exist
     * @param type the index's type
     * @throws IllegalArgumentException if the table has 64 indexes already
     */
    void createIndex(String field, IndexType type);

    /**
     * Drops a field's indexes of both types; without any, nothing happens.
     *
     * @param field the field's name
     */
    void dropIndex(String field);

    /**
     * All records in insertion order.
     *
     * @return an immutable list
     */
    List<Row> all();

    /**
     * Writes the records to a CSV file, in insertion order: {@link Select#exportCsv} of {@link #select()}.
     *
     * @param file the file; one that is there is replaced, when the new one is complete
     * @param options how
     * @return how many rows were written
     * @throws StorageException when the file cannot be written, or a value has characters that its charset lacks
     */
    int exportCsv(Path file, CsvOptions options);

    /**
     * This table seen through a Java record class.
     *
     * @param type the record class
     * @param <R> the record class
     * @return a view
     * @throws IllegalArgumentException naming the component whose class is no value class
     */
    <R extends java.lang.Record> RecordTable<R> as(Class<R> type);
}
