package io.dictdb.internal.engine;

import io.dictdb.Commit;
import io.dictdb.CsvOptions;
import io.dictdb.DatabaseStats;
import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.LoadOptions;
import io.dictdb.OpenReport;
import io.dictdb.SaveOptions;
import io.dictdb.Schema;
import io.dictdb.Snapshot;
import io.dictdb.Subscription;
import io.dictdb.Table;
import io.dictdb.TableStats;
import io.dictdb.Transaction;
import io.dictdb.TransactionOptions;
import io.dictdb.internal.feed.CommitFeed;
import io.dictdb.internal.file.Disk;
import io.dictdb.internal.file.Storage;
import io.dictdb.internal.value.Arguments;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The database behind {@link DictDB}. */
public final class Engine implements DictDB {
    private final Store store;
    private final Tables tables;
    private final DatabaseFiles files;
    private final @Nullable DurableStore durable;
    private final CommitFeed feed;

    private Engine(EditRules rules, MemoryFeed feed) {
        this(rules, feed.store(), null, feed);
    }

    private Engine(EditRules rules, DurableStore durable) {
        this(rules, durable.store(), durable, durable.feed());
    }

    private Engine(EditRules rules, Store store, @Nullable DurableStore durable, CommitFeed feed) {
        this.durable = durable;
        this.store = store;
        this.feed = feed;
        this.tables = new Tables(store::scope);
        this.files = new DatabaseFiles(rules.storage());
    }

    /** A database of what has been read. */
    static Engine of(EditRules rules, Root root) {
        return of(rules, root, Clock.systemUTC());
    }

    /** @param clock tells when commits were made */
    private static Engine of(EditRules rules, Root root, Clock clock) {
        return new Engine(rules, MemoryFeed.of(new Store(rules, root), clock));
    }

    /** Opens a durable store. */
    static DictDB open(StoreSettings settings, Telling telling) {
        EditRules rules = EditRules.DEFAULT.storage(settings.storage()).telling(telling);
        return new Engine(rules, DurableStore.open(settings, rules));
    }

    private static Engine empty(EditRules rules) {
        return empty(rules, Clock.systemUTC());
    }

    private static Engine empty(EditRules rules, Clock clock) {
        DatabaseLog.created();
        return of(rules, Root.EMPTY, clock);
    }

    /** A new database in memory. */
    public static DictDB create() {
        return empty(EditRules.DEFAULT);
    }

    /** A new database in memory with a clock for its commits. */
    static DictDB create(Clock clock, Telling telling) {
        return empty(EditRules.DEFAULT.telling(telling), clock);
    }

    /** A new database in memory that tells its steps: for tests of failures. */
    public static DictDB create(Steps steps) {
        return empty(EditRules.of(steps));
    }

    /** A new database in memory that renumbers its rows after so many: for tests of tables that live long. */
    public static DictDB create(Steps steps, int lastRow) {
        return empty(EditRules.of(steps).lastRow(lastRow));
    }

    /** A new database in memory with a clock of its own: for tests of time. */
    public static DictDB create(Steps steps, LongSupplier nanoTime) {
        return empty(EditRules.of(steps).nanoTime(nanoTime));
    }

    /** A new database in memory that saves to another disk: for tests of failures. */
    public static DictDB create(Storage storage) {
        return empty(EditRules.DEFAULT.storage(storage));
    }

    public static DictDB load(Path file, LoadOptions options) {
        return load(Disk.HERE, file, options);
    }

    /** Loads from another disk: for tests of failures. */
    public static DictDB load(Storage storage, Path file, LoadOptions options) {
        Arguments.notNull(file, "file");
        Arguments.notNull(options, "options");
        EditRules rules = EditRules.DEFAULT.storage(storage);
        return of(rules, DatabaseLog.loading(file, () -> new DatabaseFiles(storage).load(file, options, rules)));
    }

    public static CompletableFuture<DictDB> asyncLoad(Path file, LoadOptions options, @Nullable Executor executor) {
        Arguments.notNull(file, "file");
        Arguments.notNull(options, "options");
        return Background.run(
                executor, wanted -> load(file, options.progress(Background.listening(wanted, options.progress()))));
    }

    /** Refuses the name of a format that there is not. */
    public static void requireFormat(String name) {
        Formats.named(name);
    }

    Store store() {
        return store;
    }

    Checkpoint checkpoint() {
        return new Checkpoint(store.root(), store.rules().storage(), durable == null ? null : durable.keptCommits());
    }

    @Override
    public Table createTable(String name) {
        return tables.createTable(name);
    }

    @Override
    public Table createTable(String name, String primaryKey) {
        return tables.createTable(name, primaryKey);
    }

    @Override
    public Table createTable(String name, String primaryKey, Schema schema) {
        return tables.createTable(name, primaryKey, schema);
    }

    @Override
    public Table getTable(String name) {
        return tables.getTable(name);
    }

    @Override
    public List<String> listTables() {
        return tables.listTables();
    }

    @Override
    public void dropTable(String name) {
        tables.dropTable(name);
    }

    @Override
    public int importCsv(Path file, String table, CsvOptions options) {
        return tables.importCsv(file, table, options);
    }

    @Override
    public <T extends @Nullable Object> T transaction(Function<? super Transaction, ? extends T> work) {
        return transaction(TransactionOptions.defaults(), work);
    }

    @Override
    public <T extends @Nullable Object> T transaction(
            TransactionOptions options, Function<? super Transaction, ? extends T> work) {
        Arguments.notNull(options, "options");
        Arguments.notNull(work, "work");
        Working outer = store.joined();
        if (outer != null) {
            return outer.nested(work);
        }
        return new Attempts<T>(store, options, work).run();
    }

    @Override
    public void transact(Consumer<? super Transaction> work) {
        transact(TransactionOptions.defaults(), work);
    }

    @Override
    public void transact(TransactionOptions options, Consumer<? super Transaction> work) {
        Arguments.notNull(work, "work");
        transaction(options, transaction -> {
            work.accept(transaction);
            return true;
        });
    }

    @Override
    public Snapshot snapshot() {
        return Frozen.of(published(), store.rules(), store.counters().snapshots);
    }

    @Override
    public void save(Path file) {
        save(file, SaveOptions.defaults());
    }

    @Override
    public void save(Path file, FileFormat format) {
        save(file, SaveOptions.defaults().format(format));
    }

    @Override
    public void save(Path file, SaveOptions options) {
        Arguments.notNull(file, "file");
        save(published(), file, Arguments.notNull(options, "options"));
    }

    private void save(Root root, Path file, SaveOptions options) {
        DatabaseLog.saving(file, root, () -> files.save(root, file, options));
    }

    @Override
    public int applyDelta(Path delta) {
        return applyDelta(delta, LoadOptions.defaults());
    }

    @Override
    public int applyDelta(Path delta, LoadOptions options) {
        Arguments.notNull(delta, "delta");
        Arguments.notNull(options, "options");
        if (store.joined() != null) {
            throw new IllegalStateException("a delta cannot be applied inside a transaction");
        }
        return DatabaseLog.applying(delta, () -> new DeltaCommit(store, files.delta(delta, options)).publish());
    }

    @Override
    public CompletableFuture<Void> asyncSave(Path file) {
        return background(file, SaveOptions.defaults(), null);
    }

    @Override
    public CompletableFuture<Void> asyncSave(Path file, FileFormat format) {
        return background(file, SaveOptions.defaults().format(format), null);
    }

    @Override
    public CompletableFuture<Void> asyncSave(Path file, FileFormat format, Executor executor) {
        return asyncSave(file, SaveOptions.defaults().format(format), executor);
    }

    @Override
    public CompletableFuture<Void> asyncSave(Path file, SaveOptions options, Executor executor) {
        return background(file, options, Arguments.notNull(executor, "executor"));
    }

    @SuppressWarnings("NullAway") // null is all that a Void can be
    private CompletableFuture<Void> background(Path file, SaveOptions options, @Nullable Executor executor) {
        Arguments.notNull(file, "file");
        Arguments.notNull(options, "options");
        Root root = published();
        return Background.run(executor, wanted -> {
            save(root, file, options.progress(Background.listening(wanted, options.progress())));
            return null;
        });
    }

    /** What a transaction of this thread began with, or else what is published. */
    private Root published() {
        Working transaction = store.joined();
        return transaction == null ? store.root() : transaction.base();
    }

    @Override
    public long sequence() {
        return store.scope().root().sequence();
    }

    @Override
    public long durableSequence() {
        store.root(); // refuses when the database is closed
        return durable == null ? 0 : durable.durable();
    }

    @Override
    public void sync() {
        store.root();
        if (durable != null) {
            durable.sync();
        }
    }

    @Override
    public DatabaseStats stats() {
        Map<String, TableStats> tables = new LinkedHashMap<>();
        for (TableState table : store.root().tables()) {
            tables.put(table.name(), table.definition().asked.stats(table));
        }
        Counters counted = store.counters();
        return new DatabaseStats(
                Collections.unmodifiableMap(tables),
                counted.commits.sum(),
                counted.conflicts.sum(),
                counted.snapshots.count(),
                durable == null ? 0 : durable.journalBytes(),
                counted.images.sum(),
                counted.failedImages.sum(),
                durable == null ? 0 : durable.failedWrites(),
                counted.backups.sum(),
                counted.failedBackups.sum());
    }

    @Override
    public Subscription subscribe(Consumer<? super Commit> listener) {
        store.root(); // refuses when the database is closed
        return feed.subscribe(Arguments.notNull(listener, "listener"));
    }

    @Override
    public Subscription subscribe(long fromSequence, Consumer<? super Commit> listener) {
        Arguments.notNull(listener, "listener");
        long last = store.root().sequence();
        Arguments.require(
                fromSequence >= 0 && fromSequence <= last,
                "there is no commit %s to go on from; the last one is %s",
                fromSequence,
                last);
        return feed.subscribe(fromSequence, listener);
    }

    @Override
    public void saveStore(Path directory) {
        Arguments.notNull(directory, "directory");
        new StoreCopy(store.rules().storage(), Clock.systemUTC()).write(published(), directory);
    }

    @Override
    public Optional<OpenReport> openReport() {
        return durable == null ? Optional.empty() : Optional.of(durable.report());
    }

    @Override
    public void close() {
        long last = store.shown();
        boolean wasOpen = store.close();
        feed.close();
        if (wasOpen && durable != null) {
            durable.close();
        }
        if (wasOpen) {
            DatabaseLog.closed(last);
        }
    }

    @Override
    public String toString() {
        return "DictDB" + store;
    }
}
