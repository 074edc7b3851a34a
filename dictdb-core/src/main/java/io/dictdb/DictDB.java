package io.dictdb;

import io.dictdb.internal.value.Arguments;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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
 *
 * @see io.dictdb.backup.BackupManager
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
     * The database that is kept in a directory: a durable store. Every change goes into a journal there before anybody can see it, and images in the background keep that short. It comes back as it was,
     * however the last run ended: see {@link #openReport}. With the settings of {@link #builder}: changes are on the disk within a second.
     *
     * @param directory the directory, which is made when it is not there; it belongs to one database of one process at a time
     * @return the database
     * @throws StorageException when the directory is open already, which names the process, or cannot be read or written
     * @throws CorruptFileException when something that had been on the disk is damaged: nothing is opened, nor changed
     */
    static DictDB open(Path directory) {
        return builder().directory(directory).open();
    }

    /**
     * Prepares a database with other settings.
     *
     * @return a builder with the defaults
     */
    static Builder builder() {
        return Bootstrap.builder();
    }

    /**
     * A new database with what a file holds; see {@link #load(Path, LoadOptions)}.
     *
     * @param file the file
     * @return the database
     * @throws StorageException when the file cannot be read, or is not sound
     */
    static DictDB load(Path file) {
        return load(file, LoadOptions.defaults());
    }

    /**
     * A new database with what a file of a known format holds; see {@link #load(Path, LoadOptions)}.
     *
     * @param file the file
     * @param format its format
     * @return the database
     * @throws StorageException when the file cannot be read, or is not sound
     */
    static DictDB load(Path file, FileFormat format) {
        return load(file, LoadOptions.defaults().format(format));
    }

    /**
     * A new database in memory with what a file holds: tables, schemas, records and their order, indexes, the counters of automatic keys, the number of the commit. The format
     * is recognised from the content, or where that does not tell it from the extension. The whole file is checked before this returns.
     *
     * @param file the file
     * @param options how to load it
     * @return the database, which has nothing to do with the file any more
     * @throws CorruptFileException when the file is damaged, {@link TruncatedFileException} when its end is missing
     * @throws UnsupportedFormatException when it is of another version, or of no known format
     * @throws StorageException when it cannot be read
     */
    static DictDB load(Path file, LoadOptions options) {
        return Bootstrap.load(file, options);
    }

    /**
     * {@link #load(Path)} on a thread of its own.
     *
     * @param file the file
     * @return the database to be, or what went wrong; cancelling it ends the loading
     */
    static CompletableFuture<DictDB> asyncLoad(Path file) {
        return Bootstrap.asyncLoad(file, LoadOptions.defaults(), null);
    }

    /**
     * {@link #load(Path, FileFormat)} on a thread of its own.
     *
     * @param file the file
     * @param format its format
     * @return the database to be, or what went wrong; cancelling it ends the loading
     */
    static CompletableFuture<DictDB> asyncLoad(Path file, FileFormat format) {
        return Bootstrap.asyncLoad(file, LoadOptions.defaults().format(format), null);
    }

    /**
     * {@link #load(Path, FileFormat)} on an executor.
     *
     * @param file the file
     * @param format its format
     * @param executor where to load
     * @return the database to be, or what went wrong; cancelling it ends the loading
     */
    static CompletableFuture<DictDB> asyncLoad(Path file, FileFormat format, Executor executor) {
        return asyncLoad(file, LoadOptions.defaults().format(format), executor);
    }

    /**
     * {@link #load(Path, LoadOptions)} on an executor.
     *
     * @param file the file
     * @param options how to load it
     * @param executor where to load
     * @return the database to be, or what went wrong; cancelling it ends the loading
     */
    static CompletableFuture<DictDB> asyncLoad(Path file, LoadOptions options, Executor executor) {
        return Bootstrap.asyncLoad(file, options, Arguments.notNull(executor, "executor"));
    }

    /**
     * Saves all tables in the format of the file's extension; see {@link #save(Path, SaveOptions)}.
     *
     * @param file the file
     * @throws StorageException when it cannot be written
     */
    void save(Path file);

    /**
     * Saves all tables in a format; see {@link #save(Path, SaveOptions)}.
     *
     * @param file the file
     * @param format its format
     * @throws StorageException when it cannot be written
     */
    void save(Path file, FileFormat format);

    /**
     * Saves all tables at one commit point to one file. Others go on reading and writing meanwhile. When this returns, the file is complete and on the disk; when it throws, or the
     * process dies, an older file of that name is as it was, or, if only the very last steps failed (closing the file, forcing its directory to the disk), the new one is there:
     * complete, but a power failure may bring the old one back. There is never a part of a file. A name that ends with {@code .gz} makes it a compressed one. Inside a transaction, what is saved is the commit that the
     * transaction began with.
     *
     * @param file the file; its directory must be there
     * @param options how to save
     * @throws IllegalArgumentException when no format is named and the extension does not tell it
     * @throws StorageException when it cannot be written
     */
    void save(Path file, SaveOptions options);

    /**
     * {@link #applyDelta(Path, LoadOptions)} with the usual limits.
     *
     * @param delta the file
     * @return how many records were changed, inserted or deleted
     */
    int applyDelta(Path delta);

    /**
     * Applies an incremental backup to a database that was loaded from the backup before it, as one commit: afterwards the database is that of the moment when the
     * delta was made, with its tables, indexes, counters and {@link #sequence()}. Several are applied one after the other, the oldest first.
     *
     * <p>A delta is refused unless it follows: it names the backup that it changes by its checksum, and the database must have been loaded from that very file, or have had it
     * applied last, and not have been changed since. Deltas of Python DictDB name nothing; they must be younger than the
     * file that the database was loaded from, as far as its name tells its age. Each follows the original's rules: keys that are not there are not deleted.
     *
     * <p>Writers wait while it is put in place; readers do not.
     *
     * @param delta the file, compressed or not
     * @param options limits of what it may hold
     * @return how many records were changed, inserted or deleted
     * @throws StorageException when the file cannot be read or does not follow; the database is as it was
     * @throws CorruptFileException when it is damaged or no delta
     * @throws IllegalStateException inside a transaction
     */
    int applyDelta(Path delta, LoadOptions options);

    /**
     * {@link #save(Path)} on a thread of its own: what is saved are the tables as they are now.
     *
     * @param file the file
     * @return done when the file is complete, or what went wrong; see {@link #asyncSave(Path, SaveOptions, Executor)}
     */
    CompletableFuture<Void> asyncSave(Path file);

    /**
     * {@link #save(Path, FileFormat)} on a thread of its own: what is saved are the tables as they are now.
     *
     * @param file the file
     * @param format its format
     * @return done when the file is complete, or what went wrong; see {@link #asyncSave(Path, SaveOptions, Executor)}
     */
    CompletableFuture<Void> asyncSave(Path file, FileFormat format);

    /**
     * {@link #save(Path, FileFormat)} on an executor: what is saved are the tables as they are now.
     *
     * @param file the file
     * @param format its format
     * @param executor where to save
     * @return done when the file is complete, or what went wrong; see {@link #asyncSave(Path, SaveOptions, Executor)}
     */
    CompletableFuture<Void> asyncSave(Path file, FileFormat format, Executor executor);

    /**
     * {@link #save(Path, SaveOptions)} on an executor: what is saved are the tables as they are now.
     *
     * @param file the file
     * @param options how to save
     * @param executor where to save
     * @return done when the file is complete, or what went wrong. Cancelling it ends the saving and leaves the old file, unless the new one is about to take its place. Of two
     *     savings into one file, the last to finish stays: wait for the first before you begin the second
     */
    CompletableFuture<Void> asyncSave(Path file, SaveOptions options, Executor executor);

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
     * with nulls, what is too much is cut. The file is read twice when types are inferred; with a schema, only its beginning. Beside the table, the memory that is needed does
     * not depend on the length of the file.
     *
     * @param file the file
     * @param table the new table's name
     * @param options how to read it
     * @return how many records the table has
     * @throws DuplicateTableException when the name is taken
     * @throws DuplicateKeyException when a key comes twice
     * @throws StorageException when the file cannot be read, or is not what the options say; naming the file and, where there are, line, column and value
     * @throws IllegalArgumentException when the schema gives the primary key a default, or a key is of a class that cannot be one
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

    /**
     * The last commit that is known to be on the disk. What is behind it may be lost when the machine stops, and with {@link SyncPolicy#INTERVAL} and {@link SyncPolicy#NEVER} some of it when the process does.
     *
     * @return its number; 0 in a database that is in memory only
     */
    long durableSequence();

    /**
     * Waits until everything that was committed before this call is on the disk. Does nothing in a database that is in memory only.
     *
     * @throws StorageException when that cannot be done
     */
    void sync();

    /**
     * What has been done with this database since it was opened: the source for metrics. Counting costs next to nothing, and so does asking. What other threads are doing meanwhile may be counted in part. Inside a
     * transaction, what is published.
     *
     * @return the numbers
     */
    DatabaseStats stats();

    /**
     * Has every commit that comes from now on told to a listener, see {@link #subscribe(long, Consumer)}.
     *
     * @param listener is told
     * @return the subscription
     */
    Subscription subscribe(Consumer<? super Commit> listener);

    /**
     * Has every commit after one told to a listener: in order, each once, as soon as others can see it and, in a durable store, it is on the disk ({@link SyncPolicy#NEVER}: written).
     * The listener runs on a thread of its own, outside any transaction; it may take its time, and what it throws ends its own subscription and nothing else.
     *
     * <p>What a subscription has not told yet is kept for it, in memory or in the journal, until it is closed; one that has ended by itself and that nobody holds any more keeps nothing. So after a failure one can go on
     * from {@link Subscription#sequence}. A durable store tells older commits too, as far as its journal is kept, see {@link Builder#keepJournalFor}.
     *
     * <p>Closing the database ends its subscriptions, where they are: {@link Subscription#await} before, or go on from there when it is open again. Until then one that is not closed keeps a thread, and a database in memory.
     *
     * <p>Numbers ascend, but not always by one: {@link #applyDelta} goes to the commit of its file, and is told as one. After a restore, a salvage and, under {@link SyncPolicy#NEVER}, a power failure, numbers
     * come again for other commits: then begin anew.
     *
     * @param fromSequence the last commit that is not to be told
     * @param listener is told
     * @return the subscription
     * @throws IllegalArgumentException when there has been no such commit yet
     * @throws StorageException when the commit after it is not kept any more
     */
    Subscription subscribe(long fromSequence, Consumer<? super Commit> listener);

    /**
     * Makes a durable store of what this database holds now, at the same commit: of one that was loaded from a file, or restored from backups. It is complete or not there at all. Open it with
     * {@link #open}.
     *
     * @param directory where there is nothing yet, or an empty directory
     * @throws StorageException when there is something, or it cannot be written
     */
    void saveStore(Path directory);

    /**
     * What was found when this durable store was opened.
     *
     * @return the report; empty for a database that is in memory only
     */
    Optional<OpenReport> openReport();

    /**
     * Closes the database; every later call but this one throws {@link IllegalStateException}. A durable store is on the disk when this returns, whatever its policy, and its directory is free.
     *
     * @throws StorageException when something that was acknowledged could not be written; the database is closed all the same
     */
    @Override
    void close();

    /** Settings of a database. Not for use by several threads at once. */
    interface Builder {
        /**
         * Where a durable store is kept; without it the database is in memory only.
         *
         * @param directory the directory
         * @return this
         */
        Builder directory(Path directory);

        /**
         * When a change is on the disk; within an interval if nothing is said.
         *
         * @param policy the policy
         * @return this
         */
        Builder syncPolicy(SyncPolicy policy);

        /**
         * The interval of {@link SyncPolicy#INTERVAL}; a second if nothing is said.
         *
         * @param interval more than nothing
         * @return this
         */
        Builder syncInterval(Duration interval);

        /**
         * How long the journal is kept although an image holds what is in it; not at all if nothing is said. What is kept can be told to subscriptions, and backups hold each commit: let it be longer than
         * from one backup to the next.
         *
         * @param time not negative
         * @return this
         */
        Builder keepJournalFor(Duration time);

        /**
         * What to do when the store is damaged: everything that is certainly good is written as a new store to another directory, and that is opened. If the journal is damaged, that is every
         * commit before the damage; if the only image is, the tables and records that come in it before the damage, and whatever the journal tells of others. The damaged store
         * stays as it is. What was lost is told by {@link DictDB#openReport}. Where nothing is damaged, the new store is a copy.
         *
         * @param directory where there is nothing yet, or an empty directory
         * @return this
         */
        Builder salvageInto(Path directory);

        /**
         * What tells when commits were made; the system's clock if nothing is said.
         *
         * @param clock the clock
         * @return this
         */
        Builder clock(Clock clock);

        /**
         * Where images are written; a thread of the database's own if nothing is said. The journal always has its own.
         *
         * @param executor the executor
         * @return this
         */
        Builder executor(Executor executor);

        /**
         * What is logged of the records of this database; what {@link OperationLog#setDefault} said if nothing is said here.
         *
         * @param options the options
         * @return this
         */
        Builder operationLog(OperationLog options);

        /**
         * From what time on a query is logged, by the logger {@code io.dictdb.query} at WARN, with its plan, the rows that it scanned and returned, and how long it took; none is if nothing is said. A query that is read as a
         * stream counts until its end, the time of whoever reads it included.
         *
         * @param time not negative; zero for all queries
         * @return this
         */
        Builder slowQueryThreshold(Duration time);

        /**
         * Opens the database.
         *
         * @return the database
         * @throws StorageException as {@link DictDB#open}
         */
        DictDB open();
    }
}
