package io.dictdb;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A database: tables of map-like records in memory.
 *
 * <p>Safe for use by many threads. Each call is atomic: other threads see all of it or nothing, and a call that fails changes nothing.
 * Readers never wait for writers; writers of different tables do not wait for each other's work. No lock is held while the caller's code
 * (a condition's test, an update function, a progress listener) runs, so such code may call the database.
 *
 * <pre>{@code
 * import static io.dictdb.Dsl.*;
 *
 * DictDB db = DictDB.create();
 * Table users = db.createTable("users");
 * users.insert(Map.of("name", "Ada", "age", 36));
 * List<Row> adults = users.select().where(field("age").ge(18)).orderBy("-age").list();
 * }</pre>
 */
public interface DictDB extends AutoCloseable {
    /**
     * A new, empty database in memory only.
     *
     * @return the database
     */
    static DictDB create() {
        return Bootstrap.create();
    }

    /**
     * Creates a table whose primary key is {@code id}.
     *
     * @param name the table's name
     * @return the table
     * @throws DuplicateTableException when the name is taken
     */
    Table createTable(String name);

    /**
     * Creates a table without a schema.
     *
     * @param name the table's name
     * @param primaryKey the field that identifies a record
     * @return the table
     * @throws DuplicateTableException when the name is taken
     */
    Table createTable(String name, String primaryKey);

    /**
     * Creates a table with a schema. When the schema lacks the primary key, it is added as an integer at the end.
     *
     * @param name the table's name
     * @param primaryKey the field that identifies a record
     * @param schema the fields and their classes
     * @return the table
     * @throws DuplicateTableException when the name is taken
     */
    Table createTable(String name, String primaryKey, Schema schema);

    /**
     * A table by name.
     *
     * @param name the table's name
     * @return the table
     * @throws TableNotFoundException when there is none
     */
    Table getTable(String name);

    /**
     * The tables' names.
     *
     * @return an immutable list in order of creation
     */
    List<String> listTables();

    /**
     * Drops a table with all its records. {@link Table} objects that stand for it throw {@link TableNotFoundException} from then on, also
     * when a new table takes the name; queries that are running finish on what they saw.
     *
     * @param name the table's name
     * @throws TableNotFoundException when there is none
     */
    void dropTable(String name);

    /**
     * Creates a table from a CSV file: all of it or, on any failure, nothing. Blank lines are skipped. Lines that are too short are filled up
     * with nulls, what is too much is cut. The file is read twice when types are inferred.
     *
     * @param file the file
     * @param table the new table's name
     * @param options how to read it
     * @return how many records the table has
     * @throws DuplicateTableException when the name is taken
     * @throws DuplicateKeyException when a key comes twice
     * @throws StorageException naming the file when it cannot be read
     */
    int importCsv(Path file, String table, CsvOptions options);

    /**
     * Runs work as one transaction: it reads all tables at one commit point, sees its own changes, and all of them are committed together or none, those
     * of tables, indexes and schemas too. Serializable: what a transaction has read, nobody has changed when it is committed; otherwise it is run again from the
     * beginning, at most 100 times. After a few conflicts writers of the tables in which they were wait for it, for a while.
     *
     * <p>The work may so run more than once, and must have no effect but on this database. It runs without any lock. Whatever it does with this database in
     * the same thread belongs to the transaction, through {@code tx} or not: a transaction inside it joins it, and is undone by itself when it
     * throws. Other threads see nothing before the commit. What the work throws ends the transaction without a trace and is thrown on.
     *
     * @param work what to do
     * @param <T> the result's class
     * @return what the work returned when it was committed
     * @throws TransactionConflictException when others kept changing what the work had read
     */
    <T extends @Nullable Object> T transaction(Function<? super Transaction, ? extends T> work);

    /**
     * The same with other bounds; inside another transaction they play no part.
     *
     * @param options how often and how long to try
     * @param work what to do
     * @param <T> the result's class
     * @return what the work returned when it was committed
     * @throws TransactionConflictException when others kept changing what the work had read
     */
    <T extends @Nullable Object> T transaction(
            TransactionOptions options, Function<? super Transaction, ? extends T> work);

    /**
     * {@link #transaction(Function)} without a result.
     *
     * @param work what to do
     * @throws TransactionConflictException when others kept changing what the work had read
     */
    void transact(Consumer<? super Transaction> work);

    /**
     * {@link #transaction(TransactionOptions, Function)} without a result.
     *
     * @param options how often and how long to try
     * @param work what to do
     * @throws TransactionConflictException when others kept changing what the work had read
     */
    void transact(TransactionOptions options, Consumer<? super Transaction> work);

    /**
     * All tables as of the last commit, to be read as long as one likes; constant time. Inside a transaction, as of the commit that it began with, and what is
     * read there is no concern of the transaction's: others may have changed it when that is committed.
     *
     * @return the snapshot
     */
    Snapshot snapshot();

    /**
     * The number of the last commit. Every call that changes something adds one, a transaction adds one for all that it changes. Inside a transaction, the
     * number of the commit that it began with.
     *
     * @return 0 for a new database
     */
    long sequence();

    /** Closes the database; every later call but this one throws {@link IllegalStateException}. */
    @Override
    void close();
}
